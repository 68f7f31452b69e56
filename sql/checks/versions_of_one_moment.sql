-- warn: records landed in several versions with one updated_at and different content; the one that knows more counts, so let updated_at grow with every change
-- Over what landed since the base run, orders beside what that run held of them, or over everything: per
-- dataset how many records, and three of them.
WITH tied AS (
    {% for v in versioned %}
    {{ 'UNION ALL' if not loop.first }}
    SELECT DISTINCT '{{ v.dataset }}' AS dataset, {{ v.record }} AS record
    FROM (
        SELECT {{ v.key }}, updated_at
        FROM (
            SELECT {{ v.key }}, updated_at, row_hash
            FROM {{ accepted_news(v.dataset) if has_base else accepted(v.dataset) }} AS landed
            {% if v.dataset == 'orders' and has_base %}
            UNION ALL
            SELECT {{ v.key }}, updated_at, row_hash FROM {{ ref('judged_before') }} AS held
            {% endif %}
        ) AS versions
        GROUP BY {{ v.key }}, updated_at
        HAVING min(row_hash) <> max(row_hash)
    ) AS {{ v.dataset }}_tied
    {% endfor %}
),
numbered AS (
    SELECT dataset, record, row_number() OVER (PARTITION BY dataset ORDER BY record) AS nth
    FROM tied
)
SELECT
    dataset, count(*) AS records,
    max(CASE WHEN nth = 1 THEN record END) AS one, max(CASE WHEN nth = 2 THEN record END) AS another,
    max(CASE WHEN nth = 3 THEN record END) AS a_third
FROM numbered
GROUP BY dataset
ORDER BY dataset
