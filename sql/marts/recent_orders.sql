-- One row per seller and order placed in the days that leads look back on, as it stands, with what the
-- ledger does not carry on. A buyer is a number within the seller, in no order that tells who; null where
-- none landed.
{% set placed_of_late %}
l.placed_day > {{ day(-leads.look_back_days) }} AND l.placed_day <= {{ run_date }}
{%- endset %}
WITH orders AS (
    {{ standing(ledger('order_outcomes'), placed_of_late) }}
),
-- The landed row that was judged says who bought it. Delivered twice it is there twice.
named AS (
    SELECT o.seller_id, o.order_id, min(a.buyer_id) AS buyer_id, min(a.tracking_number) AS tracking_number
    FROM {{ accepted('orders') }} AS a
    JOIN orders AS o
        ON o.order_id = a.order_id AND o.seller_id = a.seller_id AND o.dt = a.dt AND o.row_hash = a.row_hash
    -- why a month more: folders of landed files are days, and an export may be filed under an earlier one.
    WHERE a.dt > {{ day(-leads.look_back_days - 31) }}
    GROUP BY o.seller_id, o.order_id
),
known AS (
    SELECT *, dense_rank() OVER (PARTITION BY seller_id ORDER BY buyer_id) AS nth_buyer
    FROM named
)
SELECT
    o.seller_id, o.order_id, o.region, o.fulfilment,
    CASE WHEN n.buyer_id IS NOT NULL THEN n.nth_buyer END AS buyer,
    o.placed_at, o.placed_day, o.ship_by, o.confirmed_at, o.first_scan_at, o.cancelled_at,
    o.carrier, n.tracking_number, o.destination_area, o.gmv_minor, o.currency
FROM orders AS o
LEFT JOIN known AS n ON n.seller_id = o.seller_id AND n.order_id = o.order_id
