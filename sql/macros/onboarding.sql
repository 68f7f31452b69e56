{# Onboarding: applications by region and channel, each with ALL; one that names no region is in ALL alone. #}

{# Each application up to four times. `a` is applicants. #}
{% macro by_region_and_channel() -%}
SELECT
        CASE WHEN w.every_region = 1 THEN 'ALL' ELSE a.region END AS of_region,
        CASE WHEN w.every_channel = 1 THEN 'ALL' ELSE a.channel END AS of_channel, a.*
    FROM {{ ref('applicants') }} AS a
    CROSS JOIN (VALUES (0, 0), (0, 1), (1, 0), (1, 1)) AS w (every_region, every_channel)
    WHERE w.every_region = 1 OR a.region IS NOT NULL
{%- endmacro %}

{# Which steps somebody notes: of the others nothing is measured. #}
{% macro steps_noted() -%}
{% set checked = landed('verifications') and onboarding.verified_by.length %}
SELECT
        CAST(1 AS BIGINT) AS applied, count(completed_on) AS completed,
        CAST({{ 1 if checked else 0 }} AS BIGINT) AS verified,
        CAST(1 AS BIGINT) AS approved, count(listed_on) AS listed, count(seller_id) AS sold
    FROM {{ ref('applicants') }} AS every_application
{%- endmacro %}

{# The day so many days after one. #}
{% macro days_after(day, days) -%}
CAST({{ day }} + INTERVAL '{{ days }}' DAY AS DATE)
{%- endmacro %}

{# Whether an application has taken a step. #}
{% macro has_taken(step) -%}
{{ "status = 'approved'" if step == 'approved' else step ~ '_on IS NOT NULL' }}
{%- endmacro %}
