-- One row per order (or conversation) and metric that a seller's numbers count, within the windows of its programmes, with
-- the moments that prove the outcome.
WITH decided AS (
    {% for p in programmes %}{% for m in p.metrics %}{% if measured(m.metric) and m.metric != 'slow_response' %}
    SELECT
        {{ quoted(p.programme) }} AS programme, '{{ m.metric }}' AS metric, seller_id, order_id, region,
        {{ m.metric }}_day AS cohort_day, {{ m.metric }} AS outcome, {{ m.metric }}_reason AS reason, {{ m.metric }}_exemption AS exemption_id
    FROM {{ ref('order_outcomes') }} AS o
    WHERE seller_id = {{ quoted(seller) }} AND region IN {{ in_list(p.regions) }}
        AND {{ m.metric }}_day > {{ day(-m.window_days) }} AND {{ m.metric }}_day <= {{ run_date }} AND {{ m.metric }} IS NOT NULL
    UNION ALL
    {% endif %}{% endfor %}{% endfor %}
    SELECT
        CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR),
        CAST(NULL AS DATE), CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)
    WHERE 1 = 0
),
proven AS (
    SELECT
        d.programme, d.metric, d.order_id AS subject_id, d.order_id, d.region, d.cohort_day, d.outcome, d.reason, d.exemption_id,
        o.fulfilment, o.placed_at, o.ship_by, o.confirmed_at, o.first_scan_at, o.deliver_by, o.delivered_at, o.cancelled_at, o.cancelled_by,
        o.carrier, o.has_tracking, e.reviewed_at, e.rating, e.about, e.returned_at, e.case_closed_at,
        CAST(NULL AS TIMESTAMP) AS opened_at, CAST(NULL AS TIMESTAMP) AS first_reply_at
    FROM decided AS d
    JOIN {{ ref('orders') }} AS o ON o.seller_id = d.seller_id AND o.order_id = d.order_id
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = d.seller_id AND e.order_id = d.order_id
    {% for p in programmes %}{% for m in p.metrics %}{% if m.metric == 'slow_response' and measured(m.metric) %}
    UNION ALL
    SELECT
        {{ quoted(p.programme) }}, 'slow_response', conversation_id, order_id, region, slow_response_day, slow_response,
        slow_response_reason, slow_response_exemption,
        CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP),
        CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS BOOLEAN),
        CAST(NULL AS TIMESTAMP), CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), opened_at, first_reply_at
    FROM {{ ref('conversation_outcomes') }} AS c
    WHERE seller_id = {{ quoted(seller) }} AND region IN {{ in_list(p.regions) }}
        AND slow_response_day > {{ day(-m.window_days) }} AND slow_response_day <= {{ run_date }}
    {% endif %}{% endfor %}{% endfor %}
)
SELECT
    programme, metric, subject_id, order_id, region, CAST(cohort_day AS VARCHAR) AS cohort_day,
    CASE outcome {% for o in outcomes %}WHEN {{ o.code }} THEN '{{ o.name }}' {% endfor %}END AS outcome,
    reason, exemption_id, fulfilment, placed_at, ship_by, confirmed_at, first_scan_at, deliver_by, delivered_at, cancelled_at, cancelled_by,
    carrier, has_tracking, reviewed_at, rating, about, returned_at, case_closed_at, opened_at, first_reply_at
FROM proven
ORDER BY programme, metric, outcome, cohort_day DESC, subject_id
