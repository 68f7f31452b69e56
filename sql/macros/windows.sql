{# Windows of programmes' metrics: where few are counted in one, a longer one may be asked instead. #}

{# Whether that is so for a seller, of rows of seller_counts in the programme's regions, summed up. #}
{% macro is_low_volume(m) -%}
CAST(sum({{ denominator(m.metric ~ '_' ~ m.window_days ~ '_') }}) AS BIGINT) < {{ m.low_volume.fewer_than }}
{%- endmacro %}

{# Of a programme's metric how many of one kind are counted in the window that applies. #}
{% macro sum_in_window(m, name) -%}
{% if has_low_volume(m) %}
CASE
            WHEN {{ is_low_volume(m) }}
                THEN CAST(sum({{ m.metric }}_{{ m.low_volume.window_days }}_{{ name }}) AS BIGINT)
            ELSE CAST(sum({{ m.metric }}_{{ m.window_days }}_{{ name }}) AS BIGINT)
        END
{%- else -%}
CAST(sum({{ m.metric }}_{{ m.window_days }}_{{ name }}) AS BIGINT)
{%- endif %}
{%- endmacro %}
