-- One row per seller and value that at least one other seller has, too. `account` numbers the sellers, by the
-- least of their values: an order that has nothing to do with who is linked to whom, as gather_once wants it.
WITH shared AS (
    SELECT kind, value_hash, count(*) AS sellers
    FROM {{ ref('identifiers') }} AS i
    GROUP BY kind, value_hash
    HAVING count(*) > 1
),
held AS (
    SELECT
        i.seller_id, i.kind, i.value_hash, s.sellers, i.first_seen,
        min(i.value_hash) OVER (PARTITION BY i.seller_id) AS least_value
    FROM {{ ref('identifiers') }} AS i
    JOIN shared AS s ON s.kind = i.kind AND s.value_hash = i.value_hash
)
SELECT
    dense_rank() OVER (ORDER BY least_value, seller_id) AS account,
    seller_id, kind, value_hash, sellers, first_seen
FROM held
