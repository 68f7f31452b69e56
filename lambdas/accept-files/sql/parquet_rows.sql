{#- The number of rows of a Parquet file, from its footer. -#}
SELECT num_rows AS rows FROM parquet_file_metadata({{ file.path | text }})
