-- One row per region, metric, cohort day, outcome and reason of the days that the regions' periods hold: how
-- many. What the regions' daily counts, rates and reasons are all summed from. Metrics not measured are
-- absent.
{% set ledgers = {order: 'order_outcomes', conversation: 'conversation_outcomes'} %}
WITH every_outcome AS (
    {% for m in measured_metrics %}{% if m.subject != 'landed' %}
    SELECT
        region, '{{ m.metric }}' AS metric, {{ m.metric }}_day AS cohort_day, {{ m.metric }} AS outcome,
        {{ m.metric }}_reason AS reason,
        {{ 'sum(units)' if m.count == 'items' else 'count(*)' }} AS orders
    FROM {{ ref(ledgers[m.subject]) }} AS o
    WHERE {{ m.metric }}_day > {{ day(-2 * (periods | max) - m.maturation_days) }}
        AND {{ m.metric }}_day <= {{ run_date }}
        AND {{ m.metric }} IS NOT NULL
    GROUP BY region, {{ m.metric }}_day, {{ m.metric }}, {{ m.metric }}_reason
    UNION ALL
    {% endif %}{% endfor %}
    SELECT region, metric, cohort_day, outcome, reason, count(*) AS orders
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE cohort_day > {{ day(-2 * (periods | max) - longest_maturation) }}
    GROUP BY region, metric, cohort_day, outcome, reason
)
SELECT region, metric, cohort_day, outcome, reason, CAST(orders AS BIGINT) AS orders
FROM every_outcome
