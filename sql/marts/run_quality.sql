-- One row per landed dataset and region it names (ALL for a whole dataset). A dataset that never landed has
-- one row with landed_ever false.
WITH counts AS (
    SELECT dataset, region, file_id, dt, landed, accepted, quarantined, late, newest_updated_at
    FROM {{ ref('landed_counts') }} AS c
),
everywhere AS (
    SELECT dataset, region, file_id, dt, landed, accepted, quarantined, late,
        newest_updated_at FROM counts WHERE region <> 'ALL'
    UNION ALL
    SELECT dataset, 'ALL', file_id, dt, landed, accepted, quarantined, late, newest_updated_at FROM counts
),
known AS (
    SELECT * FROM (
        VALUES
        {% for dataset in landing_datasets %}
        {{ ',' if not loop.first }} ('{{ dataset }}', {{ refused_of(dataset) }})
        {% endfor %}
    ) AS t (dataset, refused_files)
),
summed AS (
    SELECT
        dataset, region, count(DISTINCT file_id) AS files,
        CAST(sum(landed) AS BIGINT) AS landed, CAST(sum(accepted) AS BIGINT) AS accepted,
            CAST(sum(quarantined) AS BIGINT) AS quarantined,
        CAST(sum(CASE WHEN dt = {{ run_date }} THEN landed ELSE 0 END) AS BIGINT) AS landed_today,
        CAST(sum(CASE WHEN dt = {{ run_date }} THEN accepted ELSE 0 END) AS BIGINT) AS accepted_today,
        CAST(sum(CASE WHEN dt = {{ run_date }} THEN quarantined ELSE 0 END) AS BIGINT) AS quarantined_today,
        CAST(sum(late) AS BIGINT) AS late, max(newest_updated_at) AS newest_updated_at,
        max(CASE WHEN accepted > 0 THEN dt END) AS newest_day
    FROM everywhere
    GROUP BY dataset, region
)
SELECT
    k.dataset, coalesce(s.region, 'ALL') AS region, s.dataset IS NOT NULL AS landed_ever,
    coalesce(s.files, 0) AS files, coalesce(s.landed, 0) AS landed, coalesce(s.accepted, 0) AS accepted,
    coalesce(s.quarantined, 0) AS quarantined, coalesce(s.landed_today, 0) AS landed_today,
    coalesce(s.accepted_today, 0) AS accepted_today, coalesce(s.quarantined_today, 0) AS quarantined_today,
    coalesce(s.late, 0) AS late, s.newest_updated_at, s.newest_day,
    CAST(
        CASE WHEN coalesce(s.region, 'ALL') = 'ALL' THEN k.refused_files ELSE 0 END AS BIGINT
    ) AS refused_files
FROM known AS k
LEFT JOIN summed AS s ON s.dataset = k.dataset
ORDER BY k.dataset, region
