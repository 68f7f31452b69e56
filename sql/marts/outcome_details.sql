-- One row per order (or conversation) and metric that is fault, forgiven or excluded, with the moments that prove it.
-- Only cohort days within the longest window published; the whole history is in order_outcomes.
{# A column of whichever metric the row is about. #}
{% macro of_metric(suffix, type) -%}
CASE a.metric WHEN '?' THEN CAST(NULL AS {{ type }}) {% for m in measured_order_metrics %}WHEN '{{ m.key }}' THEN {{ m.key }}{{ suffix }} {% endfor %}END
{%- endmacro %}
WITH answers AS (
    SELECT * FROM (VALUES ('?'){% for m in measured_order_metrics %}, ('{{ m.key }}'){% endfor %}) AS t (metric)
),
-- One pass over the ledger: an order with anything but met and pending comes once per metric.
answered AS (
    SELECT
        o.seller_id, o.order_id, o.region, a.metric,
        {{ of_metric('_day', 'DATE') }} AS cohort_day,
        {{ of_metric('', 'INTEGER') }} AS outcome,
        {{ of_metric('_reason', 'VARCHAR') }} AS reason,
        {{ of_metric('_exemption', 'VARCHAR') }} AS exemption_id
    FROM {{ ref('order_outcomes') }} AS o
    CROSS JOIN answers AS a
    WHERE 1 = 0{% for m in measured_order_metrics %} OR {{ m.key }} IN (2, 3, 4){% endfor %}

),
decided AS (
    SELECT * FROM answered
    WHERE outcome IN (2, 3, 4) AND cohort_day > {{ day(-longest_window) }} AND cohort_day <= {{ run_date }}
),
proven AS (
    SELECT
        d.seller_id, d.metric, d.order_id AS subject_id, d.order_id, d.region, d.cohort_day, d.outcome, d.reason, d.exemption_id,
        o.category, o.gmv_minor, o.currency, o.placed_at, o.ship_by, o.confirmed_at, o.first_scan_at, o.deliver_by,
        o.delivered_at, o.cancelled_at, o.cancelled_by, o.carrier, o.has_tracking,
        e.reviewed_at, e.rating, e.returned_at, e.case_closed_at,
        CAST(NULL AS TIMESTAMP) AS opened_at, CAST(NULL AS TIMESTAMP) AS first_reply_at
    FROM decided AS d
    JOIN {{ ref('orders') }} AS o ON o.seller_id = d.seller_id AND o.order_id = d.order_id
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = d.seller_id AND e.order_id = d.order_id
    UNION ALL
    SELECT
        seller_id, 'slow_response', conversation_id, order_id, region, slow_response_day, slow_response, slow_response_reason,
        slow_response_exemption,
        CAST(NULL AS VARCHAR), CAST(NULL AS BIGINT), CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP),
        CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP),
        CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS BOOLEAN), CAST(NULL AS TIMESTAMP), CAST(NULL AS INTEGER),
        CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), opened_at, first_reply_at
    FROM {{ ref('conversation_outcomes') }} AS c
    WHERE slow_response IN (2, 3, 4) AND slow_response_day > {{ day(-longest_window) }}
)
SELECT
    seller_id, metric, subject_id, order_id, region, cohort_day,
    CASE outcome WHEN 2 THEN 'fault' WHEN 3 THEN 'forgiven' ELSE 'excluded' END AS outcome,
    reason, exemption_id, category, gmv_minor, currency, placed_at, ship_by, confirmed_at, first_scan_at, deliver_by,
    delivered_at, cancelled_at, cancelled_by, carrier, has_tracking, reviewed_at, rating, returned_at, case_closed_at,
    opened_at, first_reply_at,
    CASE metric
        {% for m in metrics %}{% set windows = windows_of(m.key) %}{% if windows.length %}
        WHEN '{{ m.key }}' THEN CASE
            WHEN cohort_day > {{ day(-(windows | max)) }}
                THEN CAST({{ windows | max }} - date_diff('day', cohort_day, {{ run_date }}) AS BIGINT)
        END
        {% endif %}{% endfor %}
        WHEN '' THEN CAST(NULL AS BIGINT)
    END AS days_left_in_window
FROM proven
ORDER BY seller_id, metric, subject_id
