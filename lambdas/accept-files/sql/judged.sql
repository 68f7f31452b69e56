{#- One row per landed row: what it means, what is wrong with the row as a whole, and what is wrong with each column. -#}
{%- from 'macros.sql' import wrong -%}
SELECT *,
  {% if not with_reasons -%}
  {%- if file.format == 'jsonl' -%}
  CASE WHEN fault IS NOT NULL OR cells IS NULL OR (NOT starts_with(data, '{') AND json_type(data) <> 'OBJECT') THEN true END
  {%- elif file.format == 'csv' -%}
  CASE WHEN fault IS NOT NULL OR len(cells) <> {{ file.header.length }} THEN true END
  {%- else -%}
  CAST(NULL AS BOOLEAN)
  {%- endif -%}
  {%- elif file.refused -%}
  {{ file.refused | text }}
  {%- elif file.format == 'jsonl' -%}
  CASE
    WHEN fault IS NOT NULL THEN fault
    WHEN cells IS NULL THEN 'row: is not JSON; write one JSON object per line'
    WHEN NOT starts_with(data, '{') AND json_type(data) <> 'OBJECT' THEN 'row: is JSON but not an object; write one JSON object per line'
  END
  {%- elif file.format == 'csv' -%}
  CASE
    WHEN fault IS NOT NULL THEN fault
    WHEN len(cells) <> {{ file.header.length }} THEN 'row: ' || chr(30) || len(cells) || chr(30) || ' fields where the header has {{ file.header.length }}; quote fields that hold commas'
  END
  {%- else -%}
  fault
  {%- endif %} AS wrong_row
{%- for c in arriving %}
  , {{ wrong(c, file, with_reasons) }} AS wrong_{{ c.name }}
{%- endfor %}
FROM ({% include 'typed.sql' %})
