-- One row per seller and metric: how many were met, at fault, forgiven, excluded and pending in its window.
{{ config(materialized = 'external', location = var('seller_metrics'), format = 'parquet') }}
WITH order_counts AS (
    SELECT
        seller_id,
        {{ counted('late_dispatch', 'ship_by_day', 30, 2) }} AS late_dispatch,
        {{ counted('seller_cancellation', 'placed_day', 30, 7) }} AS seller_cancellation,
        {{ counted('missing_tracking', 'first_scan_day', 30, 7) }} AS missing_tracking,
        {{ counted('late_delivery', 'deliver_by_day', 30, 3) }} AS late_delivery,
        {{ counted('negative_review', 'delivered_day', 60, 14) }} AS negative_review,
        {{ counted('order_defect', 'placed_day', 90, 45) }} AS order_defect
    FROM {{ ref('order_outcomes') }}
    -- An order is final on the last of its final days, cohort day + maturation, so that its windows end with it.
    WHERE final_day > {{ run_date() }} - 90
    GROUP BY seller_id
),
answered AS (
    SELECT
        conversation_id, seller_id, region, order_id, opened_day,
        CASE
            WHEN opened_day > {{ run_date() }} - 1 THEN 5
            WHEN first_reply_at <= opened_at + INTERVAL 24 HOUR AND {{ seen('first_reply_day', 'opened_day', 1) }} THEN 1
            ELSE 2
        END AS slow_response
    FROM {{ ref('conversations') }}
    WHERE opened_by = 'buyer' AND kind = 'human' AND opened_day > {{ run_date() }} - 31 AND opened_day <= {{ run_date() }}
),
excused_conversations AS (
    SELECT DISTINCT conversation_id
    FROM answered AS a
    JOIN {{ ref('exemptions') }} AS e ON e.carrier IS NULL AND (e.metrics = 'all' OR contains(e.metrics, '|slow_response|'))
        AND coalesce(e.seller_id = a.seller_id, e.seller_id IS NULL) AND coalesce(e.order_id = a.order_id, e.order_id IS NULL)
        AND coalesce(e.region = a.region, e.region IS NULL)
        AND coalesce(e.valid_from <= a.opened_day, e.valid_from IS NULL) AND coalesce(e.valid_to >= a.opened_day, e.valid_to IS NULL)
    WHERE a.slow_response = 2
),
conversation_counts AS (
    SELECT
        seller_id, {{ counted('CASE WHEN e.conversation_id IS NOT NULL THEN 3 ELSE slow_response END', 'opened_day', 30, 1) }} AS slow_response
    FROM answered AS a
    LEFT JOIN excused_conversations AS e USING (conversation_id)
    GROUP BY seller_id
)
SELECT seller_id, unnest([
    {% for m in ['late_dispatch', 'seller_cancellation', 'missing_tracking', 'late_delivery', 'negative_review', 'order_defect', 'slow_response'] -%}
    {'metric': '{{ m }}', 'counts': {{ m }}}{{ '' if loop.last else ',' }}
    {% endfor %}
], recursive := true)
FROM order_counts
FULL JOIN conversation_counts USING (seller_id)
