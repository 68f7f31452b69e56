-- One row per seller and order that is judged tonight: the newest version that had landed by the run date,
-- with every moment it holds. Newest is by updated_at; of equal ones the one that knows more, then the one
-- that landed later, then by content, so that splitting files changes nothing. With a base run only orders to
-- judge are here: what landed for them since, and what the ledger knew.
WITH versions AS (
    {% if has_base %}
    SELECT {{ landed_order_columns }}, dt, row_hash FROM {{ accepted_news('orders') }} AS news
    UNION ALL
    SELECT {{ order_columns('b.') }}, b.dt, b.row_hash FROM {{ ref('judged_before') }} AS b
    {% else %}
    SELECT {{ landed_order_columns }}, dt, row_hash FROM {{ accepted('orders') }} AS landed
    {% endif %}
),
ranked AS (
    -- The order id first: it differs sooner than the seller's, so that sorting compares less.
    SELECT *, {{ version_rank('orders', 'order_id, seller_id') }}
    FROM versions
)
SELECT
    {{ order_columns() }}, dt, row_hash
    {% for column in ['at', 'day'] %}
    {% if not confirmed_regions.length %}
    , first_scan_{{ column }} AS milestone_{{ column }}
    {% elif not scan_regions.length %}
    , confirmed_{{ column }} AS milestone_{{ column }}
    {% else %}
    , CASE
        WHEN region IN {{ in_list(confirmed_regions) }} THEN confirmed_{{ column }}
        ELSE first_scan_{{ column }}
    END AS milestone_{{ column }}
    {% endif %}
    {% endfor %}
FROM ranked
WHERE version_rank = 1
