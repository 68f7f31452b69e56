-- One row per region (and ALL), metric, outcome (excluded or forgiven), reason and trailing window of 7, 28 or 90 days.
WITH counted AS (
    SELECT region, metric, outcome, reason, cohort_day, count(*) AS orders
    FROM {{ ref('outcome_details') }} AS d
    WHERE outcome IN ('excluded', 'forgiven')
    GROUP BY region, metric, outcome, reason, cohort_day
),
everywhere AS (
    SELECT region, metric, outcome, reason, cohort_day, orders FROM counted
    UNION ALL
    SELECT 'ALL', metric, outcome, reason, cohort_day, orders FROM counted
),
windows AS (
    SELECT * FROM (VALUES {% for w in periods %}({{ w }}, {{ day(-w) }}){% if not loop.last %}, {% endif %}{% endfor %}) AS t (window_days, opens_after)
)
SELECT e.region, e.metric, e.outcome, e.reason, w.window_days, CAST(sum(e.orders) AS BIGINT) AS orders
FROM everywhere AS e
JOIN windows AS w ON e.cohort_day > w.opens_after
GROUP BY e.region, e.metric, e.outcome, e.reason, w.window_days
ORDER BY e.region, e.metric, e.outcome, e.reason, w.window_days
