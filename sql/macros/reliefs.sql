{# What programmes forgive by themselves, taken out of what is at fault; both stay counted. #}

{# By day, for whoever counts by day. #}
{% macro reliefs_by_day() -%}
SELECT seller_id, programme, metric, cohort_day, count(*) AS faults
    FROM {{ ref('reliefs') }} AS r
    GROUP BY seller_id, programme, metric, cohort_day
{%- endmacro %}

{# What a count of one kind gains or loses by them, where `e` has them. #}
{% macro eased(name) -%}
{{ {fault: ' - ', forgiven: ' + ', forgiven_as_met: ' + '}[name] ~ 'coalesce(e.faults, 0)'
    if name in ['fault', 'forgiven', 'forgiven_as_met'] }}
{%- endmacro %}
