-- fail: no order has landed at all; see that the landing folder is the right one and that it can be read
SELECT files, landed
FROM (
    SELECT
        count(DISTINCT file_id) AS files, coalesce(CAST(sum(landed) AS BIGINT), 0) AS landed,
        coalesce(CAST(sum(accepted) AS BIGINT), 0) AS accepted
    FROM {{ ref('landed_counts') }} AS c
    WHERE dataset = 'orders'
) AS orders
WHERE accepted = 0
