-- One row per exemption: the newest version that had landed by the run date.
WITH ranked AS (
    SELECT *, {{ version_rank('exemptions', 'exemption_id') }}
    FROM {{ accepted('exemptions') }} AS landed
)
SELECT exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to, reason, evidence,
    decided_by, decided_at
FROM ranked
WHERE version_rank = 1
ORDER BY exemption_id
