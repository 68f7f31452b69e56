-- fail: the orders listed behind the numbers are as many as the numbers say; report it
-- Per metric over the last 90 days and all regions: rows of outcome_details against region_metrics.
SELECT r.metric, r.fault, r.forgiven, r.excluded, coalesce(f.fault, 0) AS listed_fault, coalesce(f.forgiven, 0) AS listed_forgiven, coalesce(f.excluded, 0) AS listed_excluded
FROM {{ ref('region_metrics') }} AS r
LEFT JOIN (
    SELECT
        metric,
        count(*) FILTER (WHERE outcome = 'fault') AS fault,
        count(*) FILTER (WHERE outcome = 'forgiven') AS forgiven,
        count(*) FILTER (WHERE outcome = 'excluded') AS excluded
    FROM {{ ref('outcome_details') }} AS d
    WHERE cohort_day > {{ day(-90) }}
    GROUP BY metric
) AS f ON f.metric = r.metric
WHERE r.region = 'ALL' AND r.window_days = 90 AND r.met IS NOT NULL
    AND (r.fault <> coalesce(f.fault, 0) OR r.forgiven <> coalesce(f.forgiven, 0) OR r.excluded <> coalesce(f.excluded, 0))
ORDER BY r.metric
