-- warn: landed rows lie in quarantine; read quarantine/<dataset>/, fix the source and land them again
SELECT dataset, region, quarantined, quarantined_today, refused_files
FROM {{ ref('run_quality') }} AS q
WHERE region = 'ALL' AND quarantined > 0
ORDER BY dataset
