-- fail: more rows of a dataset were rejected than its contract allows; read the quarantine, fix the source, land a corrected file
-- Judged over all that is visible, and over the run date alone where that day landed at least 20 rows; one or
-- two rejected rows never stop a night, however few rows there are. Files that somebody decided to do without
-- are not asked again.
WITH counted AS (
    SELECT
        dataset,
        CAST(sum(landed) AS BIGINT) AS landed, CAST(sum(quarantined) AS BIGINT) AS quarantined,
        CAST(sum(CASE WHEN dt = {{ run_date }} THEN landed ELSE 0 END) AS BIGINT) AS landed_today,
        CAST(sum(CASE WHEN dt = {{ run_date }} THEN quarantined ELSE 0 END) AS BIGINT) AS quarantined_today
    FROM {{ ref('landed_counts') }} AS c
    WHERE file_id NOT IN (
        '?'
        {% for f in landing.accepted_refusals %}
        , {{ quoted(f.file_id) }}
        {% endfor %}
    )
    GROUP BY dataset
),
limits AS (
    SELECT * FROM (
        VALUES ('?', 0)
        {% for c in contracts %}
        , ('{{ c.dataset }}', {{ ppm(c.rejected.at_most) }})
        {% endfor %}
    ) AS t (dataset, at_most_ppm)
)
SELECT
    c.dataset, c.landed, c.quarantined, c.landed_today, c.quarantined_today,
    CAST(l.at_most_ppm AS DOUBLE) / 1E6 AS at_most
FROM counted AS c
JOIN limits AS l ON l.dataset = c.dataset
WHERE (c.quarantined > 2 AND c.quarantined * 1000000 > l.at_most_ppm * c.landed)
    OR (
        c.quarantined_today > 2 AND c.landed_today >= 20
        AND c.quarantined_today * 1000000 > l.at_most_ppm * c.landed_today
    )
ORDER BY c.dataset
