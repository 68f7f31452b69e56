{#- One row per reason, given without the offending value: how many rows were rejected for it. -#}
SELECT regexp_replace(reason, '\x1e[^\x1e]*\x1e', '') AS reason, count(*) AS rows
FROM (SELECT unnest(reasons) AS reason FROM read_parquet({{ rejected | text }}))
GROUP BY 1
ORDER BY 1
