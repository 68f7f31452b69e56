{#- One row per column of a Parquet file, with its type. -#}
SELECT column_name AS name, column_type AS type
FROM (DESCRIBE SELECT * FROM read_parquet({{ path | text }}, binary_as_string = true, hive_partitioning = false))
