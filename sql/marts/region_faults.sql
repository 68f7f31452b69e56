-- One row per region, metric and subject (order, conversation, landed outcome) at fault on one of the matured
-- cohort days that the regions' newest periods hold: whose it is, by which carrier, of which category, to
-- which area, and how long ago its seller joined. What region_movers counts as at fault, each by itself.
{% set kind = {name: 'fault', codes: [outcome_codes.fault]} %}
{% macro is_at_fault(m) -%}
{{ is_counted(m, kind, periods | max) }}
{%- endmacro %}
{% set ledgers = [
    {subject: 'order', id: 'order_id', rows: 'standing'},
    {subject: 'conversation', id: 'conversation_id', rows: ref('conversation_outcomes')}
] %}
{% set in_reach %}
l.placed_day <= {{ run_date }} AND (
        1 = 0
        {% for m in composed_measured('order') %}
        OR ({{ is_at_fault(m) }})
        {% endfor %}
    )
{%- endset %}
WITH standing AS (
    {{ standing(ledger('listed_outcomes'), in_reach) }}
),
{% for l in ledgers %}
{% set of_order = l.subject == 'order' %}
from_{{ l.subject }}s AS (
    SELECT
        o.region, a.metric, o.seller_id, o.{{ l.id }} AS subject_id,
        CASE a.metric
            WHEN '?' THEN CAST(NULL AS DATE)
            {% for m in composed_measured(l.subject) %}
            WHEN '{{ m.metric }}' THEN o.{{ m.metric }}_day
            {% endfor %}
        END AS cohort_day,
        CASE a.metric
            WHEN '?' THEN CAST(NULL AS VARCHAR)
            {% for m in composed_measured(l.subject) %}
            WHEN '{{ m.metric }}' THEN o.{{ m.metric }}_reason
            {% endfor %}
        END AS reason,
        {{ 'o.carrier' if of_order else 'CAST(NULL AS VARCHAR)' }} AS carrier,
        {{ 'lower(o.category)' if of_order else 'CAST(NULL AS VARCHAR)' }} AS category,
        {{ 'o.destination_area' if of_order else 'CAST(NULL AS VARCHAR)' }} AS destination_area,
        {% if of_order and counted_in_items.length > 1 %}
        CASE WHEN a.metric IN {{ in_list(counted_in_items) }} THEN o.units ELSE 1 END AS counted
        {% else %}
        1 AS counted
        {% endif %}
    FROM {{ l.rows }} AS o
    CROSS JOIN (
        VALUES ('?')
        {% for m in composed_measured(l.subject) %}
        , ('{{ m.metric }}')
        {% endfor %}
    ) AS a (metric)
    WHERE 1 = 0
        {% for m in composed_measured(l.subject) %}
        OR (a.metric = '{{ m.metric }}' AND {{ is_at_fault(m) }})
        {% endfor %}
),
{% endfor %}
faults AS (
    SELECT * FROM from_orders
    UNION ALL
    SELECT * FROM from_conversations
    UNION ALL
    SELECT
        region, metric, seller_id, subject_id, cohort_day, reason, CAST(NULL AS VARCHAR),
        CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), 1
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE outcome = {{ outcome_codes.fault }} AND (
            1 = 0
            {% for m in landed_metrics %}
            OR (metric = {{ quoted(m.metric) }}
                AND {{ in_window('cohort_day', m.maturation_days, periods | max, 'fault') }})
            {% endfor %}
        )
)
SELECT
    f.region, f.metric, f.cohort_day, f.seller_id, f.subject_id, f.reason, f.carrier, f.category,
    f.destination_area,
    CASE
        WHEN s.joined_on > {{ day(-90) }} THEN 'under_90_days'
        WHEN s.joined_on > {{ day(-365) }} THEN 'under_a_year'
        WHEN s.joined_on IS NOT NULL THEN 'longer'
    END AS tenure,
    CAST(f.counted AS BIGINT) AS counted
FROM faults AS f
LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = f.seller_id
ORDER BY f.metric, f.region, f.cohort_day, f.seller_id, f.subject_id
