{#- One row per rejected row: its file, and the row of quarantine.sql as a line of JSON; in the order of the files' rows. -#}
SELECT
  file_id,
  CAST(to_json({
    'dataset': {{ dataset | text }},
    'file': file,
    'line': line,
    'raw': raw,
    'reasons': list_transform(reasons, lambda reason: replace(reason, chr(30), ''))
  }) AS VARCHAR) AS line
FROM read_parquet({{ rejected | text }}, file_row_number = true)
ORDER BY file_row_number
