-- One row per landed file and region that it names: rows landed, accepted, quarantined and late, and the
-- newest updated_at. Each content counts once, however often it was delivered. Rows rejected without a known
-- region stand under '?'.
SELECT dataset, dt, file_id, region, landed, accepted, quarantined, late, newest_updated_at
FROM {{ counts('every') }} AS c
ORDER BY dataset, dt, file_id, region
