{# Scores: whole hundredths of a point, rounded in one way. #}

{# A quotient of whole numbers as a whole number, half up. Exact: what is left over is taken off before the
   division, and a whole quotient that small is the same as a DOUBLE. #}
{% macro rounded(part, whole) -%}
CAST(round(
            CAST(2 * ({{ part }}) + ({{ whole }})
                - (2 * ({{ part }}) + ({{ whole }})) % nullif(2 * ({{ whole }}), 0) AS DOUBLE)
            / CAST(nullif(2 * ({{ whole }}), 0) AS DOUBLE)
        ) AS BIGINT)
{%- endmacro %}

{# What a part adds to a sum that is rounded: the sum with it less the sum before it, each rounded, so that
   the parts add up to the rounded sum. `upto` is the sum of this part and those before it. #}
{% macro rounded_share(upto, part, whole) -%}
{{ rounded(upto, whole) }}
        - {{ rounded(upto ~ ' - ' ~ part, whole) }}
{%- endmacro %}
