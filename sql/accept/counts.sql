{#- One row per region named in the file: rows landed, accepted, quarantined, late, and the newest version among the accepted. -#}
{%- for c in counts %}
{{ 'UNION ALL' if not loop.first }}
SELECT
  CAST({{ file.dataset | text }} AS VARCHAR) AS dataset,
  DATE '{{ file.dt }}' AS dt,
  CAST({{ file.file_id | text }} AS VARCHAR) AS file_id,
  CAST({{ c.region | text }} AS VARCHAR) AS region,
  CAST({{ c.accepted + c.quarantined }} AS BIGINT) AS landed,
  CAST({{ c.accepted }} AS BIGINT) AS accepted,
  CAST({{ c.quarantined }} AS BIGINT) AS quarantined,
  CAST({{ c.late }} AS BIGINT) AS late,
  CAST({% if c.newest_updated_at %}{{ c.newest_updated_at | text }}{% else %}NULL{% endif %} AS TIMESTAMP) AS newest_updated_at
{%- endfor %}
