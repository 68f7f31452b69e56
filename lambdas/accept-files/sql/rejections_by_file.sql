{#- One row per file with rejected rows: how many. -#}
SELECT file_id, count(*) AS rows
FROM read_parquet({{ rejected | text }})
GROUP BY file_id
