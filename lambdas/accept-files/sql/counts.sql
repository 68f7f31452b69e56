{#-
  One row per file and region named in it: rows landed, accepted, quarantined, late, and the newest version among the accepted. A file
  without rows has one row of noughts.
-#}
SELECT
  CAST({{ batch.dataset | text }} AS VARCHAR) AS dataset,
  dt,
  file_id,
  CAST(region AS VARCHAR) AS region,
  CAST(sum(accepted) + sum(quarantined) AS BIGINT) AS landed,
  CAST(sum(accepted) AS BIGINT) AS accepted,
  CAST(sum(quarantined) AS BIGINT) AS quarantined,
  CAST(sum(late) AS BIGINT) AS late,
  max(newest_updated_at) AS newest_updated_at
FROM (
  {% if accepted.length -%}
  SELECT
    dt,
    file_id,
    {% if batch.region %}coalesce({{ batch.region }}, 'ALL'){% else %}'ALL'{% endif %} AS region,
    count(*) AS accepted,
    0 AS quarantined,
    count(*) FILTER (WHERE dt > CAST(updated_at AS DATE) + 1) AS late,
    max(updated_at) AS newest_updated_at
  FROM read_parquet([{{ accepted | texts }}], hive_partitioning = false)
  GROUP BY 1, 2, 3
  {%- endif %}
  {% if accepted.length and rejected %}UNION ALL{% endif %}
  {% if rejected -%}
  SELECT dt, file_id, region, 0 AS accepted, count(*) AS quarantined, 0 AS late, CAST(NULL AS TIMESTAMP) AS newest_updated_at
  FROM read_parquet({{ rejected | text }})
  GROUP BY 1, 2, 3
  {%- endif %}
  {%- for file in empty %}
  {{ 'UNION ALL' if accepted.length or rejected or not loop.first }}
  SELECT
    DATE '{{ file.dt }}' AS dt, {{ file.file_id | text }} AS file_id, 'ALL' AS region,
    0 AS accepted, 0 AS quarantined, 0 AS late, CAST(NULL AS TIMESTAMP) AS newest_updated_at
  {%- endfor %}
)
GROUP BY dt, file_id, region
ORDER BY file_id, region
