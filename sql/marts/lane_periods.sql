-- One row per region, metric of orders, carrier, category and band of matured days that the regions' periods
-- are made of: how many were counted, and how many of those at fault. The newest band is 1. Orders that no
-- carrier took yet have none, and those whose category nobody said have no category.
{% set counted_codes = [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met] | join(', ') %}
WITH every_lane AS (
    {% for m in measured_metrics %}{% if m.subject == 'order' %}
    SELECT
        region, '{{ m.metric }}' AS metric, carrier, lower(category) AS category,
        CASE
            {% for days in period_bands %}
            WHEN {{ m.metric }}_day > {{ day(-m.maturation_days - days) }} THEN {{ loop.index }}
            {% endfor %}
        END AS band,
        {% set of = 'units * weight' if m.count == 'items' else 'weight' %}
        CAST(sum({{ of }}) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ m.metric }} = {{ outcome_codes.fault }} THEN {{ of }} ELSE 0 END) AS BIGINT)
            AS fault
    FROM {{ ledger('order_outcomes') }} AS o
    WHERE {{ m.metric }} IN ({{ counted_codes }})
        AND {{ in_window(m.metric ~ '_day', m.maturation_days, 2 * (periods | max), 'counted') }}
        {% if has_own_final(m.metric) %}
        AND NOT {{ still_open(m) }}
        {% endif %}
        AND placed_day <= {{ run_date }}
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    {% endif %}{% endfor %}
    SELECT '?' AS region, '?' AS metric, '?' AS carrier, '?' AS category, 0 AS band,
        CAST(0 AS BIGINT) AS counted, CAST(0 AS BIGINT) AS fault
)
SELECT region, metric, carrier, category, band, counted, fault
FROM every_lane
WHERE counted > 0
