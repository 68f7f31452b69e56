-- fail: what the metrics of a score bring adds up to it, and nothing brings anything to none; report it
WITH brought AS (
    SELECT seller_id, programme, CAST(sum(contribution) AS BIGINT) AS contributions
    FROM {{ ref('score_parts') }} AS p
    GROUP BY seller_id, programme
)
SELECT s.seller_id, s.programme, s.score, b.contributions
FROM {{ ref('scores') }} AS s
LEFT JOIN brought AS b ON b.seller_id = s.seller_id AND b.programme = s.programme
WHERE coalesce(s.score, -1) <> coalesce(b.contributions, -1)
ORDER BY s.seller_id, s.programme
