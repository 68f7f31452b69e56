-- One row per region (and ALL), metric, outcome (excluded or forgiven), reason and trailing window of 7, 28
-- or 90 matured days.
WITH everywhere AS (
    SELECT region, metric, outcome, reason, cohort_day, orders FROM {{ ref('region_outcomes') }} AS one_region
    UNION ALL
    SELECT 'ALL', metric, outcome, reason, cohort_day, orders FROM {{ ref('region_outcomes') }} AS all_regions
),
windows AS (
    SELECT * FROM (
        VALUES
        ('?', 0, DATE '2000-01-01', DATE '2000-01-01')
        {% for m in measured_metrics %}{% for w in periods %}
        , ({{ quoted(m.metric) }}, {{ w }}, {{ day(-w - m.maturation_days) }}, {{ day(-m.maturation_days) }})
        {% endfor %}{% endfor %}
    ) AS t (metric, window_days, opens_after, closes_on)
)
SELECT
    e.region, e.metric, CASE WHEN e.outcome = {{ outcome_codes.excluded }}
        THEN 'excluded' ELSE 'forgiven' END AS outcome,
    e.reason, CAST(w.window_days AS INTEGER) AS window_days, CAST(sum(e.orders) AS BIGINT) AS orders
FROM everywhere AS e
JOIN windows AS w ON w.metric = e.metric AND e.cohort_day > w.opens_after AND e.cohort_day <= w.closes_on
WHERE e.outcome IN (
    {{ outcome_codes.excluded }}, {{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }}
)
GROUP BY 1, 2, 3, 4, 5
ORDER BY 1, 2, 3, 4, 5
