-- One row per seller: the newest description that had landed by the run date. Sellers nobody has described
-- are absent.
WITH ranked AS (
    SELECT *, {{ version_rank('sellers', 'seller_id') }}
    FROM {{ accepted('sellers') }} AS landed
)
SELECT seller_id, name, email, locale, home_region, joined_on, status, email_frequency, updated_at
FROM ranked
WHERE version_rank = 1
ORDER BY seller_id
