-- warn: orders in another currency than their region's are not in the value of goods of region_kpis; land them in the region's currency, or mend the region's in regions.yaml
-- Orders placed in the longest period, as region_kpis counts them.
SELECT region, currency, CAST(sum(weight) AS BIGINT) AS orders
FROM {{ ledger('order_outcomes') }} AS l
WHERE NOT {{ in_currency_of_region() }} AND {{ in_window('placed_day', 0, periods | max, 'placed') }}
GROUP BY region, currency
HAVING sum(weight) > 0
ORDER BY region, currency
