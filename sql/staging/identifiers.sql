-- One row per seller, kind and value that an account has or had: the newest version that had landed by the
-- run date.
WITH ranked AS (
    SELECT *, {{ version_rank('identifiers', 'seller_id, kind, value_hash') }}
    FROM {{ accepted('identifiers') }} AS landed
)
SELECT seller_id, kind, value_hash, first_seen, last_seen
FROM ranked
WHERE version_rank = 1
