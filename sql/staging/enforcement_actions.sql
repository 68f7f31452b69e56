-- One row per action against a seller: the newest version that had landed by the run date.
WITH ranked AS (
    SELECT *, {{ version_rank('enforcement_actions', 'action_id') }}
    FROM {{ accepted('enforcement_actions') }} AS landed
)
SELECT action_id, seller_id, kind, effective_from, effective_to, lifted_at
FROM ranked
WHERE version_rank = 1
