{#- One row: a file of which no row can be read. -#}
SELECT
  {{ batch.files[0].file_id | text }} AS file_id, DATE '{{ batch.files[0].dt }}' AS dt, {{ batch.files[0].key | text }} AS file,
  CAST(0 AS BIGINT) AS line, '' AS raw, {{ "'?'" if batch.region else "'ALL'" }} AS region, [{{ batch.refused | text }}] AS reasons
