-- One row per decision record that a person decided about: the newest version that had landed by the run
-- date.
WITH ranked AS (
    SELECT *, {{ version_rank('decisions', 'decision_id') }}
    FROM {{ accepted('decisions') }} AS landed
)
SELECT decision_id, outcome, reason, decided_by, decided_at
FROM ranked
WHERE version_rank = 1
ORDER BY decision_id
