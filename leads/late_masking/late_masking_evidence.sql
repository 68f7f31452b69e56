-- One row per seller and order that its seller confirmed in time and a carrier scanned first long after it
-- was due, of sellers of whom that is true so often that policy calls it a lead. `amount`: whole hours
-- from due to scan. Orders that the platform ships are not the seller's to confirm.
WITH handed AS (
    SELECT
        seller_id, order_id, region, carrier, ship_by, first_scan_at,
        CASE
            WHEN confirmed_at <= ship_by
                AND first_scan_at > ship_by + INTERVAL '1' HOUR * {{ leads.late_masking.hours_after_due }}
                THEN 1
        END AS is_masked
    FROM {{ ref('recent_orders') }} AS o
    WHERE fulfilment = 'seller' AND ship_by IS NOT NULL AND confirmed_at IS NOT NULL
        AND first_scan_at IS NOT NULL AND cancelled_at IS NULL
),
of_seller AS (
    SELECT seller_id, count(*) AS parcels, count(is_masked) AS masked
    FROM handed
    GROUP BY seller_id
    HAVING count(is_masked) >= {{ leads.late_masking.orders }}
        AND {{ within_bound('(count(*) - count(is_masked))', most_unmasked_ppm, 0, 'count(*)') }}
),
-- Its innocent twin: a carrier that collects late, from others too.
of_lane AS (
    SELECT region, carrier, count(*) AS parcels, count(is_masked) AS masked
    FROM handed
    GROUP BY region, carrier
),
of_seller_in_lane AS (
    SELECT seller_id, region, carrier, count(*) AS parcels, count(is_masked) AS masked
    FROM handed
    GROUP BY seller_id, region, carrier
),
late_lanes AS (
    SELECT s.seller_id, s.region, s.carrier
    FROM of_seller_in_lane AS s
    JOIN of_lane AS l ON l.region = s.region AND l.carrier = s.carrier
    WHERE l.parcels - s.parcels >= {{ leads.late_masking.orders }}
        AND {{ within_bound('(l.parcels - s.parcels - l.masked + s.masked)', most_unmasked_ppm, 0,
            '(l.parcels - s.parcels)') }}
)
SELECT
    h.seller_id, h.order_id, h.ship_by AS from_at, h.first_scan_at AS to_at,
    {{ hours_between('h.ship_by', 'h.first_scan_at') }} AS amount, CAST(NULL AS BIGINT) AS among,
    CAST(NULL AS VARCHAR) AS other_order_id,
    CASE WHEN l.seller_id IS NOT NULL THEN 'late_collection' END AS twin
FROM handed AS h
JOIN of_seller AS s ON s.seller_id = h.seller_id
LEFT JOIN late_lanes AS l ON l.seller_id = h.seller_id AND l.region = h.region AND l.carrier = h.carrier
WHERE h.is_masked = 1
