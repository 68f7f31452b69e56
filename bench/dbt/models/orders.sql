-- One row per order: its newest version.
{{ config(unique_key = ['seller_id', 'order_id']) }}
SELECT
    seller_id, order_id, region, fulfilment, carrier, placed_day, ship_by, ship_by_day, deliver_by, deliver_by_day,
    first_scan_at, first_scan_day, delivered_at, delivered_day, cancelled_at, cancelled_day, cancelled_by,
    tracking_number IS NOT NULL AS tracked, dt
FROM {{ accepted('orders') }}
{{ newest('order_id, seller_id') }}
