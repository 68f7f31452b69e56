-- warn: sellers with orders but no row in the sellers dataset get a scorecard but no mail; land their description
SELECT seller_id, programme, orders
FROM {{ ref('scorecards') }} AS s
WHERE name IS NULL
ORDER BY seller_id, programme
