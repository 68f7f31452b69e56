-- One row per landed file and region that it names: rows landed, accepted, quarantined and late, and the
-- newest updated_at. Each content counts once, however often it was delivered. Rows rejected without a known
-- region stand under '?'. What the base run counted is read as that run says it: one file, and not one for
-- every file that ever landed.
WITH every_file AS (
    SELECT dataset, dt, file_id, region, landed, accepted, quarantined, late, newest_updated_at
    FROM {{ counts('news') }} AS c
    {% if has_base %}
    UNION ALL
    SELECT dataset, dt, file_id, region, landed, accepted, quarantined, late, newest_updated_at
    FROM {{ previous('landed_counts') }} AS p
    {% endif %}
)
SELECT dataset, dt, file_id, region, landed, accepted, quarantined, late, newest_updated_at
FROM every_file
ORDER BY dataset, dt, file_id, region
