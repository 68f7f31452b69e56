{#- One row per key that any row of the file has. -#}
SELECT DISTINCT unnest(keys) AS name
FROM (SELECT DISTINCT TRY(json_keys(data)) AS keys FROM {% include 'rows.sql' %})
ORDER BY name
