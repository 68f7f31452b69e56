-- One row per seller and order: the newest version that had landed by the run date, with every moment it holds.
-- Newest is by updated_at; equal ones by landing day, then by content, so that splitting files changes nothing.
-- first_day and final_day span every cohort day and moment: after final_day only a landing can change an outcome.
-- With a base run only orders that landed since are merged anew; the others are taken as they were.
WITH landed AS (
{% if has_base %}
    SELECT {{ landed_order_columns }}, dt, row_hash FROM {{ accepted_news('orders') }} AS news
{% else %}
    SELECT {{ landed_order_columns }}, dt, row_hash FROM {{ accepted('orders') }} AS landed
{% endif %}
),
{% if has_base %}
news AS (
    SELECT DISTINCT seller_id, order_id FROM landed
),
versions AS (
    SELECT * FROM landed
    UNION ALL
    SELECT {{ order_columns('b.') }}, b.dt, b.row_hash
    FROM {{ base('orders') }} AS b
    JOIN news AS n ON n.seller_id = b.seller_id AND n.order_id = b.order_id
),
{% else %}
versions AS (
    SELECT * FROM landed
),
{% endif %}
ranked AS (
    -- The order id first: it differs sooner than the seller's, so that sorting compares less.
    SELECT *, row_number() OVER (PARTITION BY order_id, seller_id ORDER BY updated_at DESC, dt DESC, row_hash DESC) AS version_rank
    FROM versions
),
newest AS (
    SELECT * FROM ranked WHERE version_rank = 1
),
milestones AS (
    SELECT
        *,
        {% if not confirmed_regions.length %}first_scan_at{% elif not scan_regions.length %}confirmed_at{% else %}CASE WHEN region IN {{ in_list(confirmed_regions) }} THEN confirmed_at ELSE first_scan_at END{% endif %} AS milestone_at,
        {% if not confirmed_regions.length %}first_scan_day{% elif not scan_regions.length %}confirmed_day{% else %}CASE WHEN region IN {{ in_list(confirmed_regions) }} THEN confirmed_day ELSE first_scan_day END{% endif %} AS milestone_day
    FROM newest
)
SELECT
    {{ order_columns() }}, dt, row_hash, milestone_at, milestone_day,
    least(
        placed_day, coalesce(ship_by_day, placed_day), coalesce(deliver_by_day, placed_day),
        coalesce(milestone_day, placed_day), coalesce(delivered_day, placed_day)
    ) AS first_day,
    greatest(
        CAST(placed_day + INTERVAL '{{ [maturation.seller_cancellation, maturation.unresolved_case, maturation.order_defect] | max }}' DAY AS DATE),
        coalesce(CAST(ship_by_day + INTERVAL '{{ maturation.late_dispatch }}' DAY AS DATE), placed_day),
        coalesce(CAST(milestone_day + INTERVAL '{{ maturation.missing_tracking }}' DAY AS DATE), placed_day),
        coalesce(CAST(deliver_by_day + INTERVAL '{{ maturation.late_delivery }}' DAY AS DATE), placed_day),
        coalesce(CAST(delivered_day + INTERVAL '{{ [maturation.negative_review, maturation.seller_fault_return] | max }}' DAY AS DATE), placed_day),
        coalesce(first_scan_day, placed_day),
        coalesce(confirmed_day, placed_day),
        coalesce(cancelled_day, placed_day)
    ) AS final_day
FROM milestones
{% if has_base %}
UNION ALL
SELECT
    {{ order_columns('b.') }}, b.dt, b.row_hash, b.milestone_at, b.milestone_day, b.first_day, b.final_day
FROM {{ base('orders') }} AS b
LEFT JOIN news AS n ON n.seller_id = b.seller_id AND n.order_id = b.order_id
WHERE n.order_id IS NULL
{% endif %}
