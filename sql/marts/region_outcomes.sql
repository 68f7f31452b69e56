-- One row per region, metric, cohort day, outcome and reason of the days that the regions' periods hold: how
-- many. What the regions' daily counts, rates and reasons are all summed from. Metrics not measured are
-- absent.
{% macro as_it_lies(m) -%}
{{ m.metric }}_day, {{ m.metric }}, {{ m.metric }}_reason
        {%- if has_own_final(m.metric) %}
, {{ m.metric }}_final
        {%- endif %}
{%- endmacro %}
WITH every_outcome AS (
    {% for m in measured_metrics %}{% if m.subject != 'landed' %}
    -- As it lies in the ledger first: then few rows are left to say what is pending.
    SELECT
        region, '{{ m.metric }}' AS metric, {{ m.metric }}_day AS cohort_day, {{ outcome_now(m) }} AS outcome,
        {{ reason_now(m) }} AS reason, CAST(sum(orders) AS BIGINT) AS orders
    FROM (
        SELECT
            region, {{ as_it_lies(m) }},
            CAST(sum({{ 'units * weight' if m.count == 'items' else 'weight' }}) AS BIGINT) AS orders
        FROM {{ ledger('order_outcomes') if m.subject == 'order' else ref('conversation_outcomes') }} AS o
        WHERE {{ m.metric }}_day > {{ day(-2 * (periods | max) - m.maturation_days) }}
            AND {{ m.metric }}_day <= {{ run_date }}
            AND {{ m.metric }} IS NOT NULL
            {% if m.subject == 'order' %}
            AND placed_day <= {{ run_date }}
            {% endif %}
        GROUP BY region, {{ as_it_lies(m) }}
    ) AS summed
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    {% endif %}{% endfor %}
    SELECT region, metric, cohort_day, outcome, reason, count(*) AS orders
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE cohort_day > {{ day(-2 * (periods | max) - longest_maturation) }}
    GROUP BY region, metric, cohort_day, outcome, reason
)
SELECT region, metric, cohort_day, outcome, reason, orders
FROM every_outcome
WHERE orders > 0
