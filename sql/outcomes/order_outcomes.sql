-- One row per order judged tonight, with weight 1, and one with weight -1 per row of the base run's ledger
-- that it replaces: this run's part of the order ledger. For each order metric its cohort day, its outcome as
-- if its final day had come (codes of sql/outcome-codes.ts; null: not in the population, or not measured) and
-- the reason, by the rules of metrics/<metric>/rule.sql. Nothing in a row changes with the run date;
-- `recheck_on` is the day on which a moment that lies ahead comes about, when the order is judged again.
-- Judgement in order: excluded, met or fault; a fault that an exemption covers becomes forgiven.
WITH candidates AS (
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
        o.*
        {% for e in event_columns %}
        , e.{{ e.name }}
        {% endfor %}
        {% for m in composed('order') %}
        , p.{{ m.metric }}_exemption, p.{{ m.metric }}_exemption_reason
        {% endfor %}
        {{ due_of('order', 'refund') }}
    FROM {{ ref('orders') }} AS o
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = o.seller_id AND e.order_id = o.order_id
    LEFT JOIN candidates AS p ON p.seller_id = o.seller_id AND p.subject_id = o.order_id
    {{ join_due('order', 'o') }}
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
),
tonight AS (
    SELECT
        {{ order_columns() }}, dt, row_hash
        {% for e in event_columns %}
        , {{ e.name }}
        {% endfor %}
        , refund_due_at, refund_calendar
        , {{ quoted(run_id) }} AS judged_in, 1 AS weight,
        CAST({{ units_of('items') }} AS BIGINT) AS units,
        least(
            placed_day
            {% for m in composed_measured('order') %}
            , coalesce({{ m.metric }}_day, placed_day)
            {% endfor %}
        ) AS first_day,
        greatest(
            placed_day
            {% for m in composed_measured('order') %}
            , coalesce({{ m.metric }}_final, placed_day)
            {% endfor %}
        ) AS final_day,
        -- why the far day: the smallest of days is null on one engine if any is, and not on the other. why
        -- twelve hours: no local day begins later than that before UTC's.
        nullif(least(
            DATE '9999-12-31'
            {% for d in moment_days %}
            , CASE WHEN {{ d }} > {{ run_date }} THEN {{ d }} ELSE DATE '9999-12-31' END
            {% endfor %}
            {% for e in event_moments %}{% if uses(e) %}
            , CASE
                WHEN {{ e }} >= {{ end_of_day('region', run_date) }}
                    THEN greatest({{ day(1) }}, CAST({{ e }} - INTERVAL '12' HOUR AS DATE))
                ELSE DATE '9999-12-31'
            END
            {% endif %}{% endfor %}
        ), DATE '9999-12-31') AS recheck_on
        {{ outcome_columns('order') }}
    FROM reasoned
)
{% if not has_base %}
SELECT
    {{ ledger_columns() }}
FROM tonight
{% else %},
written AS (
    SELECT
        {{ ledger_columns() }}
    FROM tonight
    UNION ALL
    SELECT
        {{ order_ledger.taken_back | join(', ') }}
    FROM {{ ref('judged_before') }} AS b
    {% if gathers %}
    UNION ALL
    SELECT
        {{ ledger_columns() }}
    FROM {{ gathered('order_outcomes') }} AS g
    {% endif %}
)
SELECT
    {{ ledger_columns('w.') }}
FROM written AS w
{% if gathers %}
-- What stood in a gathered part and is taken back in another, or tonight, is written no more.
WHERE NOT EXISTS (
    SELECT 1
    FROM written AS o
    WHERE o.order_id = w.order_id AND o.seller_id = w.seller_id AND o.judged_in = w.judged_in
        AND o.weight = -w.weight
)
{% endif %}
{% endif %}
