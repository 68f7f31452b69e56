-- warn: orders landed whose placing lies after the run date; they are left out until then, so check the clock of the source
SELECT seller_id, order_id, region, placed_at
FROM (
    {{ standing(ledger('order_outcomes'), 'l.placed_day > ' ~ run_date) }}
) AS ahead
ORDER BY seller_id, order_id
