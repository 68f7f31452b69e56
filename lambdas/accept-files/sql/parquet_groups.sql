{#- One row per Parquet file with rows: how many its row groups hold. -#}
SELECT file_name AS path, sum(row_group_num_rows) AS rows
FROM (SELECT DISTINCT file_name, row_group_id, row_group_num_rows FROM parquet_metadata([{{ paths | texts }}]))
GROUP BY file_name
