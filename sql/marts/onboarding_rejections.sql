-- One row per region (and ALL), channel (and ALL) and code by which applications were rejected.
WITH each AS (
    {{ by_region_and_channel() }}
)
SELECT
    of_region AS region, of_channel AS channel, coalesce(reject_code, 'not_said') AS reject_code,
    count(*) AS applications
FROM each
WHERE status = 'rejected'
GROUP BY of_region, of_channel, coalesce(reject_code, 'not_said')
ORDER BY region, channel, reject_code
