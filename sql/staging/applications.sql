-- One row per application: the newest version that had landed by the run date. A region that policy does not
-- name, and the name of all regions or channels as that of one, are read as none.
WITH ranked AS (
    SELECT *, {{ version_rank('applications', 'applicant_id') }}
    FROM {{ accepted('applications') }} AS landed
)
SELECT
    applicant_id, seller_id, CASE WHEN region IN {{ in_list(region_codes) }} THEN region END AS region,
    entity_type, country, CASE WHEN channel <> 'ALL' THEN channel END AS channel,
    submitted_at, completed_at, status, decided_at, reject_code, first_listed_at
FROM ranked
WHERE version_rank = 1
ORDER BY applicant_id
