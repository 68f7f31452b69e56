-- fail: the engine read more or less of what landed than the run's inputs hold; see that its files are in the store
-- What the night reads, by dataset and how: files and rows as the inputs count them, against what the engine
-- returns.
WITH inputs AS (
    SELECT * FROM (VALUES
        ('?', '?', CAST(0 AS BIGINT), CAST(0 AS BIGINT))
        {% for read in landed_reads() %}
        , ('{{ read.dataset }}', '{{ read.kind }}', CAST({{ read.files }} AS BIGINT),
            CAST({{ read.rows }} AS BIGINT))
        {% endfor %}
    ) AS t (dataset, what, expected_files, expected_rows)
),
found AS (
    SELECT '?' AS dataset, '?' AS what, 0 AS read_files, 0 AS read_rows
    {% for read in landed_reads() %}
    UNION ALL
    {% if read.kind == 'counts' %}
    SELECT '{{ read.dataset }}', 'counts', count(DISTINCT file_id), coalesce(CAST(sum(landed) AS BIGINT), 0)
    FROM {{ ref('landed_counts') }} AS c
    {% else %}
    SELECT '{{ read.dataset }}', '{{ read.kind }}', count(DISTINCT file_id), count(*)
    FROM {{ accepted(read.dataset) if read.kind == 'accepted' else accepted_news(read.dataset) }} AS r
    {% endif %}
    {% endfor %}
)
SELECT i.dataset, i.what, i.expected_files, f.read_files, i.expected_rows, f.read_rows
FROM inputs AS i
JOIN found AS f ON f.dataset = i.dataset AND f.what = i.what
WHERE i.expected_files <> f.read_files OR i.expected_rows <> f.read_rows
ORDER BY i.dataset, i.what
