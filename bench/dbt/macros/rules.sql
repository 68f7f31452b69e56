{#- Whether a local day counts: not after the metric's final day, nor after the run date. -#}
{% macro seen(day, cohort, maturation) -%}
({{ day }} <= least({{ cohort }} + {{ maturation }}, {{ run_date() }}))
{%- endmacro %}

{% macro local_day(moment, region) -%}
CAST(timezone(CASE {{ region }} WHEN 'GB' THEN 'Europe/London' WHEN 'IE' THEN 'Europe/Dublin' WHEN 'DE' THEN 'Europe/Berlin'
    WHEN 'FR' THEN 'Europe/Paris' WHEN 'IT' THEN 'Europe/Rome' ELSE 'Europe/Madrid' END, timezone('UTC', {{ moment }})) AS DATE)
{%- endmacro %}

{#- Five counts of a window of so many matured cohort days; pending ones up to the run date. -#}
{% macro counted(outcome, day, days, maturation) -%}
{
    {%- for name in ['met', 'fault', 'forgiven', 'excluded', 'pending'] %}
    '{{ name }}': count(*) FILTER ({{ outcome }} = {{ loop.index }}
        AND {{ day }} > {{ run_date() }} - {{ maturation + days }}
        AND {{ day }} <= {{ run_date() }}{{ '' if name == 'pending' else ' - ' ~ maturation }}){{ '' if loop.last else ',' }}
    {%- endfor %}
}
{%- endmacro %}
