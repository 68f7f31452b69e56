-- fail: a region that must land orders every day landed none on the run date; land the missing file, or say in regions.yaml that silence is normal
SELECT r.region, {{ run_date }} AS run_date, of_day.files, of_day.landed
FROM (
    SELECT region FROM (
        VALUES ('?')
        {% for code in daily_regions %}
        , ({{ quoted(code) }})
        {% endfor %}
    ) AS t (region)
    WHERE region <> '?'
) AS r
LEFT JOIN (
    SELECT region, CAST(sum(accepted) AS BIGINT) AS accepted
    FROM {{ ref('landed_counts') }} AS c
    WHERE dataset = 'orders' AND dt = {{ run_date }}
    GROUP BY region
) AS landed ON landed.region = r.region
CROSS JOIN (
    SELECT count(DISTINCT file_id) AS files, coalesce(CAST(sum(landed) AS BIGINT), 0) AS landed
    FROM {{ ref('landed_counts') }} AS c
    WHERE dataset = 'orders' AND dt = {{ run_date }}
) AS of_day
WHERE coalesce(landed.accepted, 0) = 0
ORDER BY r.region
