-- One row per seller and order that has the tracking number of another order of the seller, of the same
-- carrier. `other_order_id`: the one placed first of those with the number, or the next where this is it;
-- `amount`: orders with the number, `among`: places they go to, null where not all are known.
WITH numbered AS (
    SELECT
        seller_id, order_id, carrier, lower(tracking_number) AS number, buyer, destination_area, placed_at
    FROM {{ ref('recent_orders') }} AS o
    WHERE tracking_number IS NOT NULL AND cancelled_at IS NULL
),
shared AS (
    SELECT
        seller_id, carrier, number, count(*) AS orders, min(placed_at) AS from_at, max(placed_at) AS to_at,
        CASE WHEN count(*) = count(destination_area) THEN count(DISTINCT destination_area) END AS areas,
        CASE WHEN count(*) = count(buyer) THEN count(DISTINCT buyer) END AS buyers
    FROM numbered
    GROUP BY seller_id, carrier, number
    HAVING count(*) > 1
),
ordered AS (
    SELECT
        n.seller_id, n.order_id, s.from_at, s.to_at, s.orders, s.areas, s.buyers,
        row_number() OVER (
            PARTITION BY n.seller_id, n.carrier, n.number ORDER BY n.placed_at, n.order_id
        ) AS nth,
        first_value(n.order_id) OVER (
            PARTITION BY n.seller_id, n.carrier, n.number ORDER BY n.placed_at, n.order_id
        ) AS first_order_id,
        lead(n.order_id) OVER (
            PARTITION BY n.seller_id, n.carrier, n.number ORDER BY n.placed_at, n.order_id
        ) AS next_order_id
    FROM numbered AS n
    JOIN shared AS s
        ON s.seller_id = n.seller_id AND s.number = n.number
        AND (s.carrier = n.carrier OR (s.carrier IS NULL AND n.carrier IS NULL))
)
SELECT
    seller_id, order_id, from_at, to_at, orders AS amount, areas AS among,
    CASE WHEN nth = 1 THEN next_order_id ELSE first_order_id END AS other_order_id,
    CASE
        -- Its innocent twins: what one buyer ordered several times and got in one parcel, and neighbours who
        -- share one, as behind a forwarder's address.
        WHEN buyers = 1 AND coalesce(areas, 1) = 1 THEN 'one_parcel'
        WHEN areas = 1 THEN 'one_place'
    END AS twin
FROM ordered
