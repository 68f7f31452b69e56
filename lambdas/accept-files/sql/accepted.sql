{#-
  One row per accepted row, typed. `fits` calls random() because a filter over a volatile column stays where it is written: pushed down
  into the scan, it would repeat the work of every column.
-#}
{%- from 'macros.sql' import canonical, local_day, of_file -%}
SELECT
  {% for c in columns %}{{ c.name }}, {% endfor %}
{%- for c in with_local_day %}
  {% if c.kind == 'moment_or_day' %}coalesce(given_{{ c.name }}_as_day, {{ local_day(c.name, clock, batch.regions) }}){% else %}{{ local_day(c.name, clock, batch.regions) }}{% endif %} AS {{ c.local_day }},
{%- endfor %}
  CAST({{ of_file(batch, 'dt') }} AS DATE) AS dt,
  {{ of_file(batch, 'file_id') }} AS file_id,
  CAST(md5_number_lower({{ canonical(columns) }}) >> 1 AS BIGINT) AS row_hash
FROM (
  SELECT *,
    {% if clock -%}
    CASE {% for kind in clock.kinds %} WHEN {% for code in kind.codes %}{{ 'OR ' if not loop.first }}region = {{ code | text }} {% endfor %}THEN {{ loop.index }}{% endfor %} END AS clock,
    {% endif -%}
    coalesce(wrong_row{% for c in arriving %}, wrong_{{ c.name }}{% endfor %}) IS NULL AND random() >= 0 AS fits
  FROM ({% include 'judged.sql' %})
)
WHERE fits
