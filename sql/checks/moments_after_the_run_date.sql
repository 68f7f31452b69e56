-- warn: orders landed whose placing lies after the run date; they are left out until then, so check the clock of the source
WITH ahead AS (
    SELECT * FROM {{ ledger('order_outcomes') }} AS o WHERE placed_day > {{ run_date }}
),
{{ standing('ahead') }}
SELECT seller_id, order_id, region, placed_at
FROM standing
ORDER BY seller_id, order_id
