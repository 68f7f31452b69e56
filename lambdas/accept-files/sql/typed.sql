{#- One row per landed row: what was given, and what it means. -#}
{%- from 'macros.sql' import typed, day_given, day_of_text -%}
SELECT *
{%- for c in columns %}
  , {{ typed(c, batch.clock) }} AS {{ c.name }}
{%- endfor %}
FROM (
  SELECT *
  {%- for c in columns %}
    {%- if c.kind == 'moment_or_day' %}
    , {% if c.arrives == 'day' %}given_{{ c.name }}{% elif c.arrives == 'text' %}{{ day_of_text('given_' + c.name) }}{% else %}CAST(NULL AS DATE){% endif %} AS given_{{ c.name }}_as_day
    {%- elif c.kind == 'day' %}
    , {{ day_given(c) }} AS given_{{ c.name }}_as_day
    {%- elif c.kind == 'metrics' %}
    , list_filter(string_split_regex(regexp_replace(given_{{ c.name }}, '[\[\]"'']', ' ', 'g'), '[,;| ]+'), lambda name: name <> '') AS given_{{ c.name }}_names
    {%- endif %}
  {%- endfor %}
  FROM ({% include 'source.sql' %})
)
