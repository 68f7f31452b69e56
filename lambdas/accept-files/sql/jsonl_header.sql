{#- One row per file and key that any row of the file has. -#}
SELECT DISTINCT file_index, unnest(keys) AS name
FROM (SELECT DISTINCT file_index, TRY(json_keys(data)) AS keys FROM {% include 'rows.sql' %})
ORDER BY file_index, name
