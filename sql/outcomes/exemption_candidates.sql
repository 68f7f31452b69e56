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
        o.placed_day, o.ship_by_day, o.milestone_day, o.deliver_by_day, o.delivered_day,
        o.first_scan_day, o.cancelled_by,
        (o.ship_by IS NOT NULL AND (o.milestone_at IS NULL OR o.milestone_at > o.ship_by)) AS late_dispatch,
        (o.deliver_by IS NOT NULL AND (o.delivered_at IS NULL OR o.delivered_at > o.deliver_by)) AS late_delivery,
        (o.cancelled_at IS NOT NULL AND o.cancelled_by IN ('seller', 'system')) AS seller_cancellation,
        (o.milestone_at IS NOT NULL AND (
            NOT o.has_tracking OR o.first_scan_at IS NULL
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
-- Each source of subjects is read once and told apart by metric, not once per metric: Athena repeats what a WITH names wherever
-- it is used, and refuses a query of more than 150 stages.
subjects AS (
    SELECT
        s.seller_id, s.order_id AS subject_id, s.order_id, s.region, s.carrier, m.metric,
        CASE m.metric
            WHEN 'late_dispatch' THEN s.ship_by_day
            WHEN 'late_delivery' THEN s.deliver_by_day
            WHEN 'missing_tracking' THEN s.milestone_day
            ELSE s.placed_day
        END AS cohort_day
    FROM suspects AS s
    CROSS JOIN (
        VALUES ('late_dispatch'), ('late_delivery'), ('missing_tracking'), ('seller_cancellation'), ('order_defect')
    ) AS m (metric)
    WHERE (s.late_dispatch AND m.metric = 'late_dispatch')
        OR (s.late_delivery AND m.metric = 'late_delivery')
        OR (s.missing_tracking AND m.metric = 'missing_tracking')
        OR (s.seller_cancellation AND m.metric IN ('seller_cancellation', 'order_defect'))
    UNION ALL
    SELECT
        b.seller_id, b.order_id, b.order_id, b.region, b.carrier, m.metric,
        CASE WHEN m.metric IN ('negative_review', 'seller_fault_return') THEN b.delivered_day ELSE b.placed_day END
    FROM bad_events AS b
    CROSS JOIN (VALUES ('negative_review'), ('seller_fault_return'), ('unresolved_case'), ('order_defect')) AS m (metric)
    WHERE (b.rating <= 2 AND m.metric IN ('negative_review', 'order_defect'))
        OR (b.case_closed_at IS NOT NULL AND m.metric IN ('unresolved_case', 'order_defect'))
        OR (b.returned_at IS NOT NULL AND m.metric = 'seller_fault_return')
    UNION ALL
    SELECT seller_id, conversation_id, order_id, region, CAST(NULL AS VARCHAR), 'slow_response', opened_day
    FROM {{ ref('conversations') }} AS c
    WHERE first_reply_at IS NULL OR first_reply_at > opened_at + INTERVAL '24' HOUR
),
-- An exemption is found by the narrowest key it names, so that the join is an equality and none compares all with all.
keyed AS (
    SELECT
        *,
        CASE
            WHEN order_id IS NOT NULL THEN 'order'
            WHEN seller_id IS NOT NULL THEN 'seller'
            WHEN region IS NOT NULL THEN 'region'
            WHEN carrier IS NOT NULL THEN 'carrier'
            ELSE 'all'
        END AS key_kind,
        coalesce(order_id, seller_id, region, carrier, 'all') AS key_value
    FROM {{ ref('exemptions') }} AS every_exemption
),
offered AS (
    SELECT
        s.*, k.kind AS key_kind,
        CASE k.kind
            WHEN 'order' THEN s.order_id
            WHEN 'seller' THEN s.seller_id
            WHEN 'region' THEN s.region
            WHEN 'carrier' THEN s.carrier
            ELSE 'all'
        END AS key_value
    FROM subjects AS s
    CROSS JOIN (VALUES ('order'), ('seller'), ('region'), ('carrier'), ('all')) AS k (kind)
),
chosen AS (
    SELECT s.seller_id, s.subject_id, s.metric, min(e.exemption_id) AS exemption_id
    FROM offered AS s
    JOIN keyed AS e ON e.key_kind = s.key_kind AND e.key_value = s.key_value
    WHERE (e.seller_id IS NULL OR e.seller_id = s.seller_id)
        AND (e.region IS NULL OR e.region = s.region)
        AND (e.carrier IS NULL OR e.carrier = s.carrier)
        AND (e.metrics = 'all' OR strpos(e.metrics, '|' || s.metric || '|') > 0)
        AND (e.valid_from IS NULL OR s.cohort_day >= e.valid_from)
        AND (e.valid_to IS NULL OR s.cohort_day <= e.valid_to)
    GROUP BY s.seller_id, s.subject_id, s.metric
)
SELECT c.seller_id, c.subject_id, c.metric, c.exemption_id, e.reason
FROM chosen AS c
JOIN {{ ref('exemptions') }} AS e ON e.exemption_id = c.exemption_id
{% endif %}
