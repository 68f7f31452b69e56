{#- One row per rejected row, as people read it: where it landed, the row, every reason. -#}
SELECT
  {{ dataset | text }} AS dataset,
  file,
  line,
  raw,
  list_transform(reasons, lambda reason: replace(reason, chr(30), '')) AS reasons
FROM read_parquet({{ rejected | text }})
