-- One row per region (and ALL), metric and cohort day of the last 180 days on which something counted.
-- Metrics not measured are absent.
WITH decided AS (
    {% for m in measured_order_metrics %}
    SELECT region, '{{ m.key }}' AS metric, {{ m.key }}_day AS cohort_day, {{ m.key }} AS outcome, count(*) AS orders
    FROM {{ ref('order_outcomes') }} AS o
    WHERE {{ m.key }}_day > {{ day(-2 * (periods | max)) }} AND {{ m.key }}_day <= {{ run_date }} AND {{ m.key }} IS NOT NULL
    GROUP BY region, {{ m.key }}_day, {{ m.key }}
    UNION ALL
    {% endfor %}
    SELECT region, 'slow_response' AS metric, slow_response_day AS cohort_day, slow_response AS outcome, count(*) AS orders
    FROM {{ ref('conversation_outcomes') }} AS c
    WHERE slow_response_day > {{ day(-2 * (periods | max)) }}
    GROUP BY region, slow_response_day, slow_response
),
everywhere AS (
    SELECT region, metric, cohort_day, outcome, orders FROM decided
    UNION ALL
    SELECT 'ALL', metric, cohort_day, outcome, orders FROM decided
)
SELECT
    region, metric, cohort_day AS day
    {% for o in outcomes %}
    , CAST(sum(CASE WHEN outcome = {{ o.code }} THEN orders ELSE 0 END) AS BIGINT) AS {{ o.name }}
    {% endfor %}
FROM everywhere
GROUP BY region, metric, cohort_day
ORDER BY region, metric, day
