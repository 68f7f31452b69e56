{# What programmes forgive by themselves, taken out of what is at fault; both stay counted. #}

{# Joins them by day, as `e`, to whoever counts by day: to which rows, and what their metric and day are. #}
{% macro join_reliefs_by_day(rows, metric, day) -%}
LEFT JOIN (
        SELECT seller_id, programme, metric, cohort_day, count(*) AS faults
        FROM {{ ref('reliefs') }} AS r
        GROUP BY seller_id, programme, metric, cohort_day
    ) AS e ON e.seller_id = {{ rows }}.seller_id AND e.programme = {{ rows }}.programme
        AND e.metric = {{ metric }} AND e.cohort_day = {{ day }}
{%- endmacro %}

{# What a count of one kind gains or loses by them, where `e` has them. #}
{% macro eased(name) -%}
{{ {fault: ' - ', forgiven: ' + ', forgiven_as_met: ' + '}[name] ~ 'coalesce(e.faults, 0)'
    if name in ['fault', 'forgiven', 'forgiven_as_met'] }}
{%- endmacro %}
