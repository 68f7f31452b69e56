{#- One row: a file of which no row can be read. -#}
SELECT CAST(0 AS BIGINT) AS line, '' AS raw, {{ "'?'" if file.region else "'ALL'" }} AS region, [{{ file.refused | text }}] AS reasons
