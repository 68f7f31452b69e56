-- One row per seller and order: the newest version that had landed by the run date, with every moment it
-- holds. Newest is by updated_at; equal ones by landing day, then by content, so that splitting files changes
-- nothing. first_day and final_day span every cohort day and moment: after final_day only a landing can
-- change an outcome. With a base run only orders that landed since are merged anew; the others are taken as
-- they were.
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
    SELECT *, {{ version_rank('order_id, seller_id') }}
    FROM versions
),
newest AS (
    SELECT * FROM ranked WHERE version_rank = 1
),
milestones AS (
    SELECT
        *,
        {% for column in ['at', 'day'] %}
        {% if not confirmed_regions.length %}
        first_scan_{{ column }} AS milestone_{{ column }}
        {% elif not scan_regions.length %}
        confirmed_{{ column }} AS milestone_{{ column }}
        {% else %}
        CASE
            WHEN region IN {{ in_list(confirmed_regions) }} THEN confirmed_{{ column }}
            ELSE first_scan_{{ column }}
        END AS milestone_{{ column }}
        {% endif %}
        {% if not loop.last %}
        , {% endif %}
        {% endfor %}
    FROM newest
),
dated AS (
    SELECT
        *
        {% for m in composed('order') %}{% if m.cohort_of == 'subject' %}
        , {{ m.raw_cohort_day }} AS {{ m.metric }}_day
        {% endif %}{% endfor %}
    FROM milestones
)
SELECT
    {{ order_columns() }}, dt, row_hash, milestone_at, milestone_day,
    least(
        placed_day
        {% for m in composed('order') %}{% if m.cohort_of == 'subject' %}
        , coalesce({{ m.metric }}_day, placed_day)
        {% endif %}{% endfor %}
    ) AS first_day,
    greatest(
        placed_day
        {% for m in composed('order') %}{% if m.cohort_of == 'subject' %}
        , coalesce({{ m.final_day }}, placed_day)
        {% endif %}{% endfor %}
        , coalesce(first_scan_day, placed_day)
        , coalesce(confirmed_day, placed_day)
        , coalesce(delivered_day, placed_day)
        , coalesce(cancelled_day, placed_day)
    ) AS final_day
FROM dated
{% if has_base %}
UNION ALL
SELECT
    {{ order_columns('b.') }}, b.dt, b.row_hash, b.milestone_at, b.milestone_day, b.first_day, b.final_day
FROM {{ base('orders') }} AS b
LEFT JOIN news AS n ON n.seller_id = b.seller_id AND n.order_id = b.order_id
WHERE n.order_id IS NULL
{% endif %}
