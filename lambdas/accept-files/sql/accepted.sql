{#-
  One row per accepted row, typed. `fits` calls random() because a filter over a volatile column stays where it is written: pushed down
  into the scan, it would repeat the work of every column.
-#}
{%- from 'macros.sql' import canonical, local_day, of_file -%}
SELECT
  {% for c in columns %}{{ c.name }}, {% endfor %}
{%- for c in with_local_day %}
  {% if c.kind == 'moment_or_day' %}coalesce(given_{{ c.name }}_as_day, {{ local_day(c.name, batch.clock) }}){% else %}{{ local_day(c.name, batch.clock) }}{% endif %} AS {{ c.local_day }},
{%- endfor %}
  CAST({{ of_file(batch, 'dt') }} AS DATE) AS dt,
  {{ of_file(batch, 'file_id') }} AS file_id,
  CAST(md5_number_lower({{ canonical(columns) }}) >> 1 AS BIGINT) AS row_hash
FROM (
  SELECT *,
    {% if with_local_day.length and batch.clock.kinds.length -%}
    CASE {% for kind in batch.clock.kinds %} WHEN region IN ({{ kind.codes | texts }}) THEN {{ loop.index }}{% endfor %} END AS clock_of_region,
    {% endif -%}
    coalesce(wrong_row{% for c in arriving %}, wrong_{{ c.name }}{% endfor %}) IS NULL AND random() >= 0 AS fits
  FROM ({% include 'judged.sql' %})
)
WHERE fits
