-- fail: one scorecard per seller and programme; report it
SELECT seller_id, programme, count(*) AS cards
FROM {{ ref('scorecards') }} AS s
GROUP BY seller_id, programme
HAVING count(*) > 1
ORDER BY seller_id, programme
