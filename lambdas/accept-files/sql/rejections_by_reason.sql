{#- One row per file and reason, given without the offending value: how many rows were rejected for it. -#}
SELECT file_id, regexp_replace(reason, '\x1e[^\x1e]*\x1e', '', 'g') AS reason, count(*) AS rows
FROM (SELECT file_id, unnest(reasons) AS reason FROM read_parquet({{ rejected | text }}))
GROUP BY 1, 2
ORDER BY 1, 2
