{#- One row per landed row: what it means, what is wrong with the row as a whole, and what is wrong with each column. -#}
{%- from 'macros.sql' import wrong -%}
{%- set keys = 'json_keys(data)' -%}
{%- set has_twice = 'len(list_distinct(' + keys + ')) < len(' + keys + ')' -%}
SELECT *,
  {% if not with_reasons -%}
  {%- if batch.format == 'jsonl' -%}
  CASE WHEN fault IS NOT NULL OR cells IS NULL OR (NOT starts_with(data, '{') AND json_type(data) <> 'OBJECT'){% if batch.twice %} OR {{ has_twice }}{% endif %} THEN true END
  {%- elif batch.format == 'csv' -%}
  CASE WHEN fault IS NOT NULL OR len(cells) <> {{ batch.header.length }} THEN true END
  {%- else -%}
  CASE WHEN fault IS NOT NULL THEN true END
  {%- endif -%}
  {%- elif batch.refused -%}
  {{ batch.refused | text }}
  {%- elif batch.format == 'jsonl' -%}
  CASE
    WHEN fault IS NOT NULL THEN fault
    WHEN cells IS NULL THEN 'row: is not JSON; write one JSON object per line'
    WHEN NOT starts_with(data, '{') AND json_type(data) <> 'OBJECT' THEN 'row: is JSON but not an object; write one JSON object per line'
    {%- if batch.twice %}
    WHEN {{ has_twice }} THEN 'row: has ' || chr(30) || array_to_string(list_distinct(list_filter({{ keys }}, lambda one: len(list_filter({{ keys }}, lambda other: other = one)) > 1)), ', ') || ' ' || chr(30) || 'twice; write each key once'
    {%- endif %}
  END
  {%- elif batch.format == 'csv' -%}
  CASE
    WHEN fault IS NOT NULL THEN fault
    WHEN len(cells) <> {{ batch.header.length }} THEN 'row: ' || chr(30) || len(cells) || ' ' || chr(30) || 'fields where the header has {{ batch.header.length }}; quote fields that hold commas'
  END
  {%- else -%}
  fault
  {%- endif %} AS wrong_row
{%- for c in arriving %}
  , {{ wrong(c, batch, with_reasons) }} AS wrong_{{ c.name }}
{%- endfor %}
FROM ({% include 'typed.sql' %})
