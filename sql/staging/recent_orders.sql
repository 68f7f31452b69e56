-- One row per seller and order placed in the days that leads look back on: the newest version that had
-- landed, with what no other dataset of a night carries on. A buyer is a number within the seller, in no
-- order that tells who; null where none landed.
WITH versions AS (
    SELECT {{ landed_order_columns }}, dt, row_hash, buyer_id, tracking_number
    FROM {{ accepted('orders') }} AS a
    -- why a month more: folders of landed files are days, and an export may be filed under an earlier one.
    WHERE a.dt > {{ day(-leads.look_back_days - 31) }}
),
ranked AS (
    SELECT *, {{ version_rank('orders', 'order_id, seller_id') }}
    FROM versions
),
newest AS (
    SELECT *, dense_rank() OVER (PARTITION BY seller_id ORDER BY buyer_id) AS nth_buyer
    FROM ranked
    WHERE version_rank = 1 AND placed_day > {{ day(-leads.look_back_days) }} AND placed_day <= {{ run_date }}
)
SELECT
    seller_id, order_id, region, fulfilment, CASE WHEN buyer_id IS NOT NULL THEN nth_buyer END AS buyer,
    placed_at, placed_day, ship_by, confirmed_at, first_scan_at, delivered_at, cancelled_at, carrier,
    tracking_number, destination_area, gmv_minor, currency
FROM newest
