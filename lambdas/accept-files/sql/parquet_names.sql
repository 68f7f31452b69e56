{#- One row per column of a Parquet file and per part of a column, by the names that are in the file. -#}
SELECT name FROM parquet_schema({{ path | text }})
