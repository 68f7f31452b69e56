-- One row per order (or conversation) and metric that an exemption would forgive if it were a fault: the exemption with
-- the smallest id among those that fit. Only orders that may be at fault are looked at.
{% if not landed('exemptions') %}
SELECT
    CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS metric,
    CAST(NULL AS VARCHAR) AS exemption_id, CAST(NULL AS VARCHAR) AS reason
WHERE 1 = 0
{% else %}
WITH suspects AS (
    SELECT
        o.seller_id, o.order_id, o.region, o.carrier,
        o.placed_day, o.ship_by_day, o.milestone_day, o.deliver_by_day, o.delivered_day, o.tracking_number,
        o.first_scan_day, o.cancelled_by,
        (o.ship_by IS NOT NULL AND (o.milestone_at IS NULL OR o.milestone_at > o.ship_by)) AS late_dispatch,
        (o.deliver_by IS NOT NULL AND (o.delivered_at IS NULL OR o.delivered_at > o.deliver_by)) AS late_delivery,
        (o.cancelled_at IS NOT NULL AND o.cancelled_by IN ('seller', 'system')) AS seller_cancellation,
        (o.milestone_at IS NOT NULL AND (
            o.tracking_number IS NULL OR o.first_scan_at IS NULL
            OR o.first_scan_day > CAST(o.milestone_day + INTERVAL '{{ maturation.missing_tracking }}' DAY AS DATE)
        )) AS missing_tracking
    FROM {{ ref('orders') }} AS o
    {% if has_base %}
    LEFT JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = o.seller_id AND j.order_id = o.order_id
    WHERE o.final_day > {{ base_date }} OR j.order_id IS NOT NULL
    {% endif %}
),
bad_events AS (
    SELECT o.seller_id, o.order_id, o.region, o.carrier, o.placed_day, o.delivered_day, e.rating, e.returned_at, e.case_closed_at
    FROM (
        SELECT * FROM {{ ref('order_events') }} AS every_event
        WHERE rating <= 2 OR returned_at IS NOT NULL OR case_closed_at IS NOT NULL
    ) AS e
    JOIN {{ ref('orders') }} AS o ON o.seller_id = e.seller_id AND o.order_id = e.order_id
),
subjects AS (
    {% for metric in ['late_dispatch', 'late_delivery', 'seller_cancellation', 'missing_tracking'] %}
    SELECT
        seller_id, order_id AS subject_id, order_id, region, carrier, '{{ metric }}' AS metric,
        {{ {late_dispatch: 'ship_by_day', late_delivery: 'deliver_by_day', seller_cancellation: 'placed_day', missing_tracking: 'milestone_day'}[metric] }} AS cohort_day
    FROM suspects WHERE {{ metric }}
    UNION ALL
    {% endfor %}
    SELECT seller_id, order_id, order_id, region, carrier, 'order_defect', placed_day FROM suspects WHERE seller_cancellation
    UNION ALL
    SELECT seller_id, order_id, order_id, region, carrier, 'order_defect', placed_day
    FROM bad_events WHERE rating <= 2 OR case_closed_at IS NOT NULL
    UNION ALL
    SELECT seller_id, order_id, order_id, region, carrier, 'negative_review', delivered_day FROM bad_events WHERE rating <= 2
    UNION ALL
    SELECT seller_id, order_id, order_id, region, carrier, 'seller_fault_return', delivered_day
    FROM bad_events WHERE returned_at IS NOT NULL
    UNION ALL
    SELECT seller_id, order_id, order_id, region, carrier, 'unresolved_case', placed_day
    FROM bad_events WHERE case_closed_at IS NOT NULL
    UNION ALL
    SELECT seller_id, conversation_id, order_id, region, CAST(NULL AS VARCHAR), 'slow_response', opened_day
    FROM {{ ref('conversations') }} AS c
    WHERE first_reply_at IS NULL OR first_reply_at > opened_at + INTERVAL '24' HOUR
),
-- The four joins differ only in the key an exemption offers, so that each is an equality and none compares all with all.
fits AS (
    {% for key, others in {order_id: '1 = 1', seller_id: 'e.order_id IS NULL', region: 'e.order_id IS NULL AND e.seller_id IS NULL', carrier: 'e.order_id IS NULL AND e.seller_id IS NULL AND e.region IS NULL'} %}
    SELECT s.seller_id, s.subject_id, s.metric, s.cohort_day, s.order_id, s.region, s.carrier, e.exemption_id
    FROM subjects AS s
    JOIN {{ ref('exemptions') }} AS e ON e.{{ key }} = s.{{ key }}
    WHERE {{ others }}
    UNION ALL
    {% endfor %}
    SELECT s.seller_id, s.subject_id, s.metric, s.cohort_day, s.order_id, s.region, s.carrier, e.exemption_id
    FROM subjects AS s
    CROSS JOIN {{ ref('exemptions') }} AS e
    WHERE e.order_id IS NULL AND e.seller_id IS NULL AND e.region IS NULL AND e.carrier IS NULL
),
chosen AS (
    SELECT f.seller_id, f.subject_id, f.metric, min(f.exemption_id) AS exemption_id
    FROM fits AS f
    JOIN {{ ref('exemptions') }} AS e ON e.exemption_id = f.exemption_id
    WHERE (e.seller_id IS NULL OR e.seller_id = f.seller_id)
        AND (e.region IS NULL OR e.region = f.region)
        AND (e.carrier IS NULL OR e.carrier = f.carrier)
        AND (e.metrics = 'all' OR strpos(e.metrics, '|' || f.metric || '|') > 0)
        AND (e.valid_from IS NULL OR f.cohort_day >= e.valid_from)
        AND (e.valid_to IS NULL OR f.cohort_day <= e.valid_to)
    GROUP BY f.seller_id, f.subject_id, f.metric
)
SELECT c.seller_id, c.subject_id, c.metric, c.exemption_id, e.reason
FROM chosen AS c
JOIN {{ ref('exemptions') }} AS e ON e.exemption_id = c.exemption_id
{% endif %}
