-- One row per appeal: the newest version that had landed by the run date.
WITH ranked AS (
    SELECT *, {{ version_rank('appeals', 'appeal_id') }}
    FROM {{ accepted('appeals') }} AS landed
)
SELECT appeal_id, decision_id, submitted_at, outcome, decided_by, decided_at, reason
FROM ranked
WHERE version_rank = 1
ORDER BY appeal_id
