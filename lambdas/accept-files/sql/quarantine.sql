{#- One row per rejected row, as people read it: where it landed, the row, every reason. -#}
SELECT
  {{ file.dataset | text }} AS dataset,
  {{ file.key | text }} AS file,
  line,
  raw,
  list_transform(reasons, lambda reason: replace(reason, chr(30), '')) AS reasons
FROM read_parquet({{ rejected | text }})
