{#- One row per landed row: its file (from 0), its line (from 1), its physical fault if any, its cells as they were given. -#}
{%- from 'macros.sql' import unless_none -%}
{%- if batch.format == 'parquet' -%}
SELECT
  CAST(file_index AS BIGINT) AS file_index,
  file_row_number + 1 AS line,
  CASE
  {%- for c in columns %}{% if c.no_value %}
    WHEN {{ c.no_value }} THEN {{ ('row: ' + c.name + ' holds a value that is on no calendar; leave it empty where there is none') | text }}
  {%- endif %}{% endfor %}
    WHEN false THEN ''
  END AS fault,
  coalesce(
    TRY(CAST(to_json(struct_pack({% for name in batch.header %}{{ name | name }} := {{ name | name }}{{ ', ' if not loop.last }}{% endfor %})) AS VARCHAR)),
    CAST(to_json(struct_pack({% for name in batch.header %}{{ name | name }} := TRY(CAST({{ name | name }} AS VARCHAR)){{ ', ' if not loop.last }}{% endfor %})) AS VARCHAR)
  ) AS raw,
  CAST(NULL AS VARCHAR) AS data
{%- for c in columns %}
  {%- if c.arrives == 'absent' %}
  , CAST(NULL AS VARCHAR) AS given_{{ c.name }}
  {%- elif c.arrives == 'fitting' %}
  , {% if c.no_value %}CASE WHEN NOT ({{ c.no_value }}) THEN {% endif %}{% if c.physical == 'TIMESTAMP WITH TIME ZONE' %}CASE WHEN isfinite({{ c.name | name }}) THEN make_timestamp(epoch_us({{ c.name | name }})) ELSE TIMESTAMP 'infinity' END{% elif c.kind == 'day' %}CAST({{ c.name | name }} AS DATE){% elif c.sql == 'TIMESTAMP' %}CAST({{ c.name | name }} AS TIMESTAMP){% else %}{{ c.name | name }}{% endif %}{{ ' END' if c.no_value }} AS given_{{ c.name }}
  {%- elif c.arrives == 'day' %}
  , CASE WHEN NOT ({{ c.no_value }}) THEN {{ c.name | name }} END AS given_{{ c.name }}
  {%- elif c.physical == 'VARCHAR' %}
  , {{ unless_none('"' + c.name + '"', c) }} AS given_{{ c.name }}
  {%- else %}
  , {{ unless_none(('TRY(' if c.no_value else '') + 'CAST("' + c.name + '" AS VARCHAR)' + (')' if c.no_value else ''), c) }} AS given_{{ c.name }}
  {%- endif %}
{%- endfor %}
FROM read_parquet([{{ batch.paths | texts }}], file_row_number = true, binary_as_string = true, hive_partitioning = false)
{%- else -%}
SELECT
  file_index, line, fault, raw, data, cells
{%- for c in columns %}
  , {% if c.cell %}{{ unless_none('cells[' + c.cell + ']', c) }}{% else %}CAST(NULL AS VARCHAR){% endif %} AS given_{{ c.name }}
{%- endfor %}
FROM (
  SELECT
    file_index, line, fault, raw, data,
    {% if batch.format == 'jsonl' -%}
    TRY(json_extract_string(data, [{% for c in columns %}{{ ('$.' + c.name) | text }}{{ ', ' if not loop.last }}{% endfor %}])) AS cells
    {%- else -%}
    CASE WHEN raw IS NULL THEN string_split(data, ',') ELSE from_json(data, '["VARCHAR"]') END AS cells
    {%- endif %}
  FROM {% include 'rows.sql' %}
  {%- if batch.among.length %}
  WHERE file_index IN ({{ batch.among | join(', ') }})
  {%- endif %}
)
{%- endif %}
