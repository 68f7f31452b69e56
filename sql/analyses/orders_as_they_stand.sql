-- One row per order placed by the run date: what was known of it when it was judged, and for each metric its
-- cohort day, outcome on the run date, reason and exemption.
WITH standing AS (
    {{ standing(ledger('order_outcomes'), 'l.placed_day <= ' ~ run_date) }}
)
SELECT
    {{ order_columns() }}, units, first_day, final_day, recheck_on
    {% for e in event_columns %}
    , {{ e.name }}
    {% endfor %}
    {% for m in composed('order') %}
    , {{ m.metric }}_day
    , CASE {{ outcome_now(m) }}
        {% for o in outcomes %}
        WHEN {{ o.code }} THEN '{{ o.name }}'
        {% endfor %}
    END AS {{ m.metric }}
    , {{ reason_now(m) }} AS {{ m.metric }}_reason
    , {{ reason_now(m, '', '_exemption') }} AS {{ m.metric }}_exemption
    {% endfor %}
FROM standing
