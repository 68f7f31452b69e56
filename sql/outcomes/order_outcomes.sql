-- One row per order placed by the run date: for each order metric its cohort day, its outcome (codes of
-- sql/outcome-codes.ts; null: not in the population, or not measured) and the reason. The rules are those of
-- metrics/<metric>/rule.sql. With a base run, rows that were final then and have no news are taken as they
-- were; the others are judged anew. Judgement in order: excluded, pending, met or fault; a fault that an
-- exemption covers becomes forgiven.
WITH subjects AS (
    SELECT o.*
    FROM {{ ref('orders') }} AS o
    {% if has_base %}
    LEFT JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = o.seller_id AND j.order_id = o.order_id
    {% endif %}
    WHERE o.placed_day <= {{ run_date }}
    {% if has_base %}
        AND (o.final_day > {{ base_date }} OR j.order_id IS NOT NULL)
    {% endif %}
),
candidates AS (
    SELECT
        seller_id, subject_id
        {% for m in composed('order') %}
        , max(CASE WHEN metric = '{{ m.metric }}' THEN exemption_id END) AS {{ m.metric }}_exemption
        , max(CASE WHEN metric = '{{ m.metric }}' THEN reason END) AS {{ m.metric }}_exemption_reason
        {% endfor %}
    FROM {{ ref('exemption_candidates') }} AS p
    WHERE subject = 'order'
    GROUP BY seller_id, subject_id
),
facts AS (
    SELECT
        s.*
        {% for e in event_columns %}
        , e.{{ e.name }}
        {% endfor %}
        {% for m in composed('order') %}
        , p.{{ m.metric }}_exemption, p.{{ m.metric }}_exemption_reason
        {% endfor %}
    FROM subjects AS s
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = s.seller_id AND e.order_id = s.order_id
    LEFT JOIN candidates AS p ON p.seller_id = s.seller_id AND p.subject_id = s.order_id
),
{{ decide_rules('order') }},
exempted AS (
    SELECT
        *
        {% for m in composed_measured('order') %}{% if m.metric != 'order_defect' %}
        , {{ after_exemption(m.metric ~ '_rule', m.metric ~ '_exemption') }} AS {{ m.metric }}_decided
        {% endif %}{% endfor %}
        {% for m in defect_parts %}
        , {{ after_exemption('order_defect_' ~ m.metric ~ '_rule', m.metric ~ '_exemption') }}
            AS order_defect_{{ m.metric }}_decided
        {% endfor %}
    FROM ruled
),
defects AS (
    SELECT
        *
        {% for m in composed_measured('order') %}{% if m.metric == 'order_defect' %}
        , CASE
            WHEN order_defect_day IS NULL THEN NULL
            -- The defect's own exclusion stands before anything its parts say.
            {{ m.excluded_branches }}
            WHEN order_defect_final > {{ run_date }} THEN {{ rule_numbers.pending }}
            WHEN order_defect_exemption IS NOT NULL AND (
                1 = 0
                {% for part in defect_parts %}
                OR {{ is_fault('order_defect_' ~ part.metric ~ '_decided') }}
                {% endfor %}
            ) THEN {{ rule_numbers.exempted }}
            {% for key in m.parts %}
            WHEN {{ is_fault('order_defect_' ~ key ~ '_decided') }} THEN {{ rule_numbers.fault + loop.index }}
            {% endfor %}
            {% for key in m.parts %}
            WHEN {{ is_forgiven('order_defect_' ~ key ~ '_decided') }} THEN {{ rule_numbers.parts_forgiven }}
            {% endfor %}
            ELSE {{ rule_numbers.met }}
        END AS order_defect_decided
        -- What forgave the first part, for a defect whose parts are all forgiven.
        , CASE
            {% for part in defect_parts %}
            WHEN {{ is_forgiven('order_defect_' ~ part.metric ~ '_decided') }}
                THEN {{ reason_of(part, 'order_defect_' ~ part.metric ~ '_decided',
                    part.metric ~ '_exemption_reason', 'NULL') }}
            {% endfor %}
        END AS order_defect_parts_reason
        {% endif %}{% endfor %}
    FROM exempted
),
reasoned AS (
    SELECT
        *
        {% for m in composed_measured('order') %}
        , {{ reason_of(m, m.metric ~ '_decided', m.metric ~ '_exemption_reason',
            'order_defect_parts_reason') }}
            AS {{ m.metric }}_reason
        {% endfor %}
    FROM defects
)
SELECT
    seller_id, order_id, region, placed_day, gmv_minor, currency, greatest(coalesce(items, 1), 1) AS units,
        first_day,
    {# What is judged by a later event, such as a return, is final after that. #}
    greatest(
        final_day
        {% for m in composed('order') %}{% if m.cohort_of == 'event' %}
        , coalesce({{ m.metric }}_final, final_day)
        {% endif %}{% endfor %}
    ) AS final_day
    {{ outcome_columns('order') }}
FROM reasoned
{% if has_base %}
UNION ALL
SELECT
    b.seller_id, b.order_id, b.region, b.placed_day, b.gmv_minor, b.currency, b.units, b.first_day,
        b.final_day
    {% for m in composed('order') %}
    , b.{{ m.metric }}_day, b.{{ m.metric }}, b.{{ m.metric }}_reason, b.{{ m.metric }}_exemption
    {% endfor %}
FROM {{ base('order_outcomes') }} AS b
LEFT JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = b.seller_id AND j.order_id = b.order_id
WHERE b.final_day <= {{ base_date }} AND j.order_id IS NULL
{% endif %}
