{# What is left of an id when what systems add or lose is taken away: spaces, letter case, a prefix or suffix
   without digits, zeros in front, `.0` behind. Of an id without digits only spaces and case. Patterns are
   anchored: DuckDB replaces the first match, Trino each. #}
{% macro id_core(id) -%}
coalesce(
    nullif(regexp_replace(regexp_replace(regexp_replace(
        {{ id }}, '[.]0+ *$', ''), '^[^0-9]*0*', ''), '[^0-9]+$', ''), ''),
    lower(trim({{ id }}))
)
{%- endmacro %}

{# In which way two ids with the same core are written differently. #}
{% macro id_difference(id, other) -%}
CASE
    WHEN trim({{ id }}) = trim({{ other }}) THEN 'spaces before or after the id'
    WHEN lower(trim({{ id }})) = lower(trim({{ other }})) THEN 'letter case'
    WHEN regexp_replace({{ id }}, '[.]0+$', '') = regexp_replace({{ other }}, '[.]0+$', '')
        THEN 'a number written with .0'
    WHEN regexp_replace({{ id }}, '^0+', '') = regexp_replace({{ other }}, '^0+', '') THEN 'leading zeros'
    ELSE 'a prefix or suffix'
END
{%- endmacro %}
