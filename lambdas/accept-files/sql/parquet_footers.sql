{#- One row per Parquet file: its rows, as its footer counts them, its row groups, the columns that are mere bytes, those that may be, and a text that is the same for files of the same columns and types. -#}
SELECT file_name AS path, num_rows AS rows, num_row_groups AS row_groups, columns, bytes, unsaid
FROM parquet_file_metadata([{{ paths | texts }}])
INNER JOIN (
  SELECT
    file_name,
    md5(string_agg(
      concat_ws('|', name, type, duckdb_type, num_children, repetition_type, converted_type, logical_type), chr(31) ORDER BY column_id
    )) AS columns,
    string_agg(name, chr(31)) FILTER (WHERE type = 'FIXED_LEN_BYTE_ARRAY' AND converted_type IS NULL AND logical_type IS NULL) AS bytes,
    string_agg(name, chr(31)) FILTER (WHERE type = 'BYTE_ARRAY' AND converted_type IS NULL AND logical_type IS NULL) AS unsaid
  FROM parquet_schema([{{ paths | texts }}])
  GROUP BY file_name
) USING (file_name)
