{#- One row per file and key that any row of the file has; `twice` where a row has it twice. -#}
SELECT file_index, name, max(times) > 1 AS twice
FROM (
  SELECT file_index, name, row, count(*) AS times
  FROM (
    SELECT file_index, row_number() OVER () AS row, unnest(keys) AS name
    FROM (SELECT DISTINCT file_index, TRY(json_keys(data)) AS keys FROM {% include 'rows.sql' %})
  )
  GROUP BY ALL
)
GROUP BY file_index, name
ORDER BY file_index, name
