{#- One row per rejected row: line, the row as it landed, its region where that is known, and every reason. -#}
SELECT
  line,
  coalesce({% if file.format == 'parquet' %}raw{% else %}json_extract_string(raw, '$'), data{% endif %}) AS raw,
  {% if file.region -%}
  CASE
    WHEN {{ 'fault IS NOT NULL' if file.refused else 'wrong_row IS NOT NULL' }} THEN '?'
    {% if file.region_optional %}WHEN given_{{ file.region }} IS NULL THEN 'ALL'{% endif %}
    WHEN {% if file.codes.length %}list_contains([{{ file.codes | texts }}], given_{{ file.region }}){% else %}false{% endif %} THEN given_{{ file.region }}
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
