-- warn: sellers whose ids differ only in small and capital letters are judged apart; correct the id where they are one
SELECT min(seller_id) AS seller_id, max(seller_id) AS another, count(*) AS ids
FROM (
    SELECT seller_id FROM {{ ref('scorecards') }} AS c
    UNION
    SELECT seller_id FROM {{ ref('sellers') }} AS s
) AS every_seller
GROUP BY lower(seller_id)
HAVING count(*) > 1
ORDER BY 1
