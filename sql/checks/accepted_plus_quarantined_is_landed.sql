-- fail: every landed row is either accepted or quarantined; see the receipt of the file named
SELECT dataset, dt, file_id, sum(landed) AS landed, sum(accepted) AS accepted, sum(quarantined) AS quarantined
FROM {{ ref('landed_counts') }} AS c
GROUP BY dataset, dt, file_id
HAVING sum(landed) <> sum(accepted) + sum(quarantined)
