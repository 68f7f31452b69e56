{#- One row per region of accepted rows: how many, how many late, how fresh, and how many have each column. -#}
SELECT
  {% if file.region %}coalesce({{ file.region }}, 'ALL'){% else %}'ALL'{% endif %} AS region,
  count(*) AS accepted,
  count(*) FILTER (WHERE dt > CAST(updated_at AS DATE) + 1) AS late,
  CAST(max(updated_at) AS VARCHAR) AS newest_updated_at
{%- for c in columns %}
  , count({{ c.name }}) AS has_{{ c.name }}
{%- endfor %}
FROM read_parquet({{ accepted | text }})
GROUP BY 1
ORDER BY 1
