-- warn: orders whose first scan lies more than a day before they were placed; a label used twice, or the scan of another parcel
-- Over the orders judged tonight. They count as handed over.
SELECT seller_id, order_id, region, placed_at, first_scan_at
FROM {{ ref('order_outcomes') }} AS o
WHERE weight = 1 AND first_scan_at < placed_at - INTERVAL '1' DAY
ORDER BY seller_id, order_id
