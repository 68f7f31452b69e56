{#- One row per region of rejected rows. -#}
SELECT region, count(*) AS quarantined FROM read_parquet({{ rejected | text }}) GROUP BY region ORDER BY region
