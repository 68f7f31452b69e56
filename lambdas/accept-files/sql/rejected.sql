{#- One row per rejected row: file, line, the row as it landed, its region where that is known, and every reason. -#}
{%- from 'macros.sql' import of_file -%}
SELECT
  {{ of_file(batch, 'file_id') }} AS file_id,
  CAST({{ of_file(batch, 'dt') }} AS DATE) AS dt,
  {{ of_file(batch, 'key') }} AS file,
  line,
  coalesce({% if batch.format == 'parquet' %}raw{% else %}json_extract_string(raw, '$'), data{% endif %}) AS raw,
  {% if batch.region -%}
  CASE
    WHEN {{ 'fault IS NOT NULL' if batch.refused else 'wrong_row IS NOT NULL' }} THEN '?'
    {% if batch.region_optional %}WHEN given_{{ batch.region }} IS NULL THEN 'ALL'{% endif %}
    WHEN {% if batch.codes.length %}list_contains([{{ batch.codes | texts }}], given_{{ batch.region }}){% else %}false{% endif %} THEN given_{{ batch.region }}
    ELSE '?'
  END
  {%- else -%} 'ALL' {%- endif %} AS region,
  reasons
FROM (
  SELECT *,
    CASE
      WHEN wrong_row IS NOT NULL THEN [wrong_row]
      ELSE list_filter([{% for c in arriving %}wrong_{{ c.name }}{{ ', ' if not loop.last }}{% endfor %}], lambda reason: reason IS NOT NULL)
    END AS reasons,
    random() >= 0 AS here
  FROM ({% include 'judged.sql' %})
)
WHERE here AND len(reasons) > 0
