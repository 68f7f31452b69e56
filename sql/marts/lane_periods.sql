-- One row per region, metric of orders, dimension, member of it (a carrier, a category, an area that was
-- delivered to) and band of matured days that the regions' periods are made of: how many were counted, and
-- how many of those at fault. The newest band is 1. What is not known is a member, too, and is null: orders
-- that no carrier took yet, and those whose category or area nobody said.
{% set counted_codes = [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met] | join(', ') %}
WITH every_lane AS (
    {% for m in measured_metrics %}{% if m.subject == 'order' %}
    {% set of = 'units * weight' if m.count == 'items' else 'weight' %}
    SELECT
        region, '{{ m.metric }}' AS metric, carrier, category, destination_area, band,
        grouping(carrier, category, destination_area) AS left_out,
        CAST(sum(counted) AS BIGINT) AS counted, CAST(sum(fault) AS BIGINT) AS fault
    FROM (
        SELECT
            region, carrier, lower(category) AS category, destination_area,
            CASE
                {% for days in period_bands %}
                WHEN {{ m.metric }}_day > {{ day(-m.maturation_days - days) }} THEN {{ loop.index }}
                {% endfor %}
            END AS band,
            {{ of }} AS counted,
            CASE WHEN {{ m.metric }} = {{ outcome_codes.fault }} THEN {{ of }} ELSE 0 END AS fault
        FROM {{ ledger('order_outcomes') }} AS o
        WHERE {{ m.metric }} IN ({{ counted_codes }})
            AND {{ in_window(m.metric ~ '_day', m.maturation_days, 2 * (periods | max), 'counted') }}
            {% if has_own_final(m.metric) %}
            AND NOT {{ still_open(m) }}
            {% endif %}
            AND placed_day <= {{ run_date }}
    ) AS lanes
    GROUP BY GROUPING SETS (
        (region, band, carrier), (region, band, category), (region, band, destination_area)
    )
    UNION ALL
    {% endif %}{% endfor %}
    SELECT '?' AS region, '?' AS metric, '?' AS carrier, '?' AS category, '?' AS destination_area, 0 AS band,
        0 AS left_out, CAST(0 AS BIGINT) AS counted, CAST(0 AS BIGINT) AS fault
)
-- Which of the three a row is not of, as the digits of a binary number: 011, 101 and 110.
SELECT
    region, metric,
    CASE left_out WHEN 3 THEN 'carrier' WHEN 5 THEN 'category' ELSE 'destination_area' END AS dimension,
    CASE left_out WHEN 3 THEN carrier WHEN 5 THEN category ELSE destination_area END AS member,
    band, counted, fault
FROM every_lane
WHERE counted > 0
