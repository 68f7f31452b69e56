-- One row per seller, region, metric (or segment of one) and matured cohort day that an evaluation may look
-- at: how many were counted, and how many of those are at fault. Segments are counted beside their metric.
{% macro if_across(s, column) -%}
{% if crosses(s.where) -%}
CASE WHEN {{ across_border(s.where) }} THEN {{ column }} ELSE 0 END
{%- else -%}
{{ column }}
{%- endif %}
{%- endmacro %}
WITH every_day AS (
    {% set kind = {
        name: 'counted', codes: [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met]
    } %}
    {% for m in evaluated_metrics %}{% if m.subject != 'landed' %}
    {% set weight = 'units * weight' if m.count == 'items' else 'weight' %}
    {% if segments_of(m.metric).length %}
    SELECT
        seller_id, region, a.metric, cohort_day,
        CASE a.metric
            WHEN '{{ m.metric }}' THEN counted
            {% for s in segments_of(m.metric) %}
            WHEN {{ quoted(s.name) }} THEN {{ if_across(s, s.name ~ '_counted') }}
            {% endfor %}
        END AS counted,
        CASE a.metric
            WHEN '{{ m.metric }}' THEN fault
            {% for s in segments_of(m.metric) %}
            WHEN {{ quoted(s.name) }} THEN {{ if_across(s, s.name ~ '_fault') }}
            {% endfor %}
        END AS fault
    FROM (
    SELECT
        seller_id, region, {{ m.metric }}_day AS cohort_day,
        CAST(sum({{ weight }}) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ m.metric }} = {{ outcome_codes.fault }} THEN {{ weight }} ELSE 0 END) AS BIGINT)
            AS fault
        {% for s in segments_of(m.metric) %}
        , CAST(sum(CASE WHEN {{ in_segment(s.where) }} THEN {{ weight }} ELSE 0 END) AS BIGINT)
            AS {{ s.name }}_counted,
        CAST(sum(CASE
            WHEN {{ m.metric }} = {{ outcome_codes.fault }} AND {{ in_segment(s.where) }} THEN {{ weight }}
            ELSE 0
        END) AS BIGINT) AS {{ s.name }}_fault
        {% endfor %}
    FROM {{ ledger('order_outcomes') }} AS o
    WHERE {{ is_counted(m, kind, evaluated_days) }} AND placed_day <= {{ run_date }}
    GROUP BY seller_id, region, {{ m.metric }}_day
    ) AS o
    CROSS JOIN (
        VALUES ('{{ m.metric }}')
        {% for s in segments_of(m.metric) %}
        , ({{ quoted(s.name) }})
        {% endfor %}
    ) AS a (metric)
    {% if asks_for_home %}
    {{ with_home() }}
    {% endif %}
    UNION ALL
    {% else %}
    SELECT
        seller_id, region, '{{ m.metric }}' AS metric, {{ m.metric }}_day AS cohort_day,
        CAST(sum({{ weight }}) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ m.metric }} = {{ outcome_codes.fault }} THEN {{ weight }} ELSE 0 END) AS BIGINT)
            AS fault
    FROM {{ ledger('order_outcomes') if m.subject == 'order' else ref('conversation_outcomes') }} AS o
    WHERE {{ is_counted(m, kind, evaluated_days) }}
        {% if m.subject == 'order' %}
        AND placed_day <= {{ run_date }}
        {% endif %}
    GROUP BY seller_id, region, {{ m.metric }}_day
    UNION ALL
    {% endif %}
    {% endif %}{% endfor %}
    SELECT
        seller_id, region, metric, cohort_day, count(*) AS counted,
        count(CASE WHEN outcome = {{ outcome_codes.fault }} THEN 1 END) AS fault
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE outcome IN ({{ kind.codes | join(', ') }}) AND (
            1 = 0
            {% for m in evaluated_metrics %}{% if m.subject == 'landed' %}
            OR (metric = {{ quoted(m.metric) }}
                AND {{ in_window('cohort_day', m.maturation_days, evaluated_days, 'counted') }})
            {% endif %}{% endfor %}
        )
    GROUP BY seller_id, region, metric, cohort_day
)
SELECT seller_id, region, metric, cohort_day, counted, fault
FROM every_day
WHERE counted > 0
