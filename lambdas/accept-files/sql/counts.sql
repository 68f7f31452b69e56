{#- One row per region named in the file: rows landed, accepted, quarantined, late, and the newest version among the accepted. -#}
SELECT
  CAST({{ file.dataset | text }} AS VARCHAR) AS dataset,
  DATE '{{ file.dt }}' AS dt,
  CAST({{ file.file_id | text }} AS VARCHAR) AS file_id,
  CAST(region AS VARCHAR) AS region,
  CAST(sum(accepted) + sum(quarantined) AS BIGINT) AS landed,
  CAST(sum(accepted) AS BIGINT) AS accepted,
  CAST(sum(quarantined) AS BIGINT) AS quarantined,
  CAST(sum(late) AS BIGINT) AS late,
  max(newest_updated_at) AS newest_updated_at
FROM (
  {% if accepted -%}
  SELECT
    {% if file.region %}coalesce({{ file.region }}, 'ALL'){% else %}'ALL'{% endif %} AS region,
    count(*) AS accepted,
    0 AS quarantined,
    count(*) FILTER (WHERE dt > CAST(updated_at AS DATE) + 1) AS late,
    max(updated_at) AS newest_updated_at
  FROM read_parquet({{ accepted | text }})
  GROUP BY 1
  {%- endif %}
  {% if accepted and rejected %}UNION ALL{% endif %}
  {% if rejected -%}
  SELECT region, 0 AS accepted, count(*) AS quarantined, 0 AS late, CAST(NULL AS TIMESTAMP) AS newest_updated_at
  FROM read_parquet({{ rejected | text }})
  GROUP BY 1
  {%- elif not accepted -%}
  SELECT 'ALL' AS region, 0 AS accepted, 0 AS quarantined, 0 AS late, CAST(NULL AS TIMESTAMP) AS newest_updated_at
  {%- endif %}
)
GROUP BY region
ORDER BY region
