-- One row per seller and order whose parcel a carrier had scanned more than policy's hours before the
-- order was placed: a number of an earlier parcel, written to stop the clock. `amount`: whole hours
-- between.
WITH early AS (
    SELECT
        seller_id, order_id, region, carrier, first_scan_at, placed_at,
        {{ hours_between('first_scan_at', 'placed_at') }} AS hours
    FROM {{ ref('recent_orders') }} AS o
    WHERE first_scan_at < placed_at - INTERVAL '1' HOUR * {{ leads.scan_before_order.hours }}
),
-- Its innocent twin: a carrier's feed whose times are wrong, which is not one seller's doing.
of_carrier AS (
    SELECT region, carrier, count(DISTINCT seller_id) AS sellers
    FROM early
    WHERE carrier IS NOT NULL
    GROUP BY region, carrier
)
SELECT
    e.seller_id, e.order_id, e.first_scan_at AS from_at, e.placed_at AS to_at, e.hours AS amount,
    CAST(NULL AS BIGINT) AS among, CAST(NULL AS VARCHAR) AS other_order_id,
    CASE WHEN c.sellers >= {{ leads.scan_before_order.sellers_of_a_feed }} THEN 'carrier_feed' END AS twin
FROM early AS e
LEFT JOIN of_carrier AS c ON c.region = e.region AND c.carrier = e.carrier
