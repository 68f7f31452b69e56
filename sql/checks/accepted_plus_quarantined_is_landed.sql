-- fail: every landed row is either accepted or quarantined; see the receipt of the file named
SELECT
    dataset, dt, file_id, CAST(sum(landed) AS BIGINT) AS landed, CAST(sum(accepted) AS BIGINT) AS accepted,
    CAST(sum(quarantined) AS BIGINT) AS quarantined
FROM {{ ref('landed_counts') }} AS c
GROUP BY dataset, dt, file_id
HAVING sum(landed) <> sum(accepted) + sum(quarantined)
