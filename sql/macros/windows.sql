{# Windows of programmes' metrics: where few are counted in one, a longer one may be asked instead. Of rows of
   seller_counts in the programme's regions, summed up by seller. #}

{# The metric that a row is of whose `metric` is the key of an entry of its programme. #}
{% macro room_of_row(prefix='') -%}
{% if keyed_entries.length %}
CASE
            {% for m in keyed_entries %}
            WHEN {{ prefix }}programme = {{ quoted(m.programme) }}
                AND {{ prefix }}metric = {{ quoted(m.metric) }}
                THEN {{ quoted(room_of(m)) }}
            {% endfor %}
            ELSE {{ prefix }}metric
        END
{%- else -%}
{{ prefix }}metric
{%- endif %}
{%- endmacro %}

{# How many are counted in a window. #}
{% macro counted_in(m, window_days) -%}
CAST(sum({{ denominator('c.' ~ counted_as(m) ~ '_' ~ window_days ~ '_') }}) AS BIGINT)
{%- endmacro %}

{# Whether so few are counted in the usual window that a longer one is asked. #}
{% macro has_few(m) -%}
{{ counted_in(m, m.window_days) }} < {{ longer_window(m).fewer_than }}
{%- endmacro %}

{# Of a programme's metric how many of one kind are counted in the window that applies: the usual or the
   longest. Of one between them, where a window stretches, see `stretched`. #}
{% macro sum_in_window(m, name) -%}
{% if has_longer_window(m) %}
CASE
            WHEN {{ has_few(m) }}
                THEN CAST(sum(c.{{ counted_as(m) }}_{{ longer_window(m).window_days }}_{{ name }}) AS BIGINT)
            ELSE CAST(sum(c.{{ counted_as(m) }}_{{ m.window_days }}_{{ name }}) AS BIGINT)
        END
{%- else -%}
CAST(sum(c.{{ counted_as(m) }}_{{ m.window_days }}_{{ name }}) AS BIGINT)
{%- endif %}
{%- endmacro %}
