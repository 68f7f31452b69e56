-- One row per region (and ALL), metric and cohort day on which something counted, as far back as the regions'
-- periods reach. Metrics not measured are absent.
WITH everywhere AS (
    SELECT region, metric, cohort_day, outcome, orders FROM {{ ref('region_outcomes') }} AS one_region
    UNION ALL
    SELECT 'ALL', metric, cohort_day, outcome, orders FROM {{ ref('region_outcomes') }} AS all_regions
)
SELECT
    region, metric, cohort_day AS day
    {% for c in counted %}
    , CAST(sum(CASE WHEN outcome IN ({{ c.codes | join(', ') }}) THEN orders ELSE 0 END) AS BIGINT)
        AS {{ c.name }}
    {% endfor %}
FROM everywhere
GROUP BY region, metric, cohort_day
ORDER BY region, metric, day
