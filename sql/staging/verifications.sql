-- One row per check of who an applicant or a seller is: the newest version that had landed by the run date. A
-- result without its moment is of when that version was made.
WITH ranked AS (
    SELECT *, {{ version_rank('verifications', 'verification_id') }}
    FROM {{ accepted('verifications') }} AS landed
)
SELECT
    verification_id, applicant_id, seller_id, kind, duty, requested_at, result,
    CASE WHEN result <> 'open' THEN coalesce(checked_at, updated_at) END AS checked_at, valid_until
FROM ranked
WHERE version_rank = 1
ORDER BY verification_id
