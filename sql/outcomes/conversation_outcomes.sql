-- One row per buyer-opened human conversation: for each conversation metric its cohort day, outcome on the
-- run date (codes of sql/outcome-codes.ts) and reason. The rules are those of metrics/<metric>/rule.sql.
WITH facts AS (
    SELECT
        c.*
        {% for m in composed('conversation') %}
        , {{ m.metric }}_exempt.exemption_id AS {{ m.metric }}_exemption
        , {{ m.metric }}_exempt.reason AS {{ m.metric }}_exemption_reason
        {% endfor %}
        {{ due_of('conversation', 'reply') }}
    FROM {{ ref('conversations') }} AS c
    {{ join_due('conversation', 'c') }}
    {% for m in composed('conversation') %}
    LEFT JOIN {{ ref('exemption_candidates') }} AS {{ m.metric }}_exempt
        ON {{ m.metric }}_exempt.subject = 'conversation' AND {{ m.metric }}_exempt.metric = '{{ m.metric }}'
        AND {{ m.metric }}_exempt.seller_id = c.seller_id
            AND {{ m.metric }}_exempt.subject_id = c.conversation_id
    {% endfor %}
    {% if not composed_measured('conversation').length %}
    WHERE 1 = 0
    {% endif %}
),
{{ decide_rules('conversation') }},
exempted AS (
    SELECT
        *
        {% for m in composed_measured('conversation') %}
        , {{ after_exemption(m.metric ~ '_rule', m.metric ~ '_exemption') }} AS {{ m.metric }}_decided
        {% endfor %}
    FROM ruled
),
reasoned AS (
    SELECT
        *
        {% for m in composed_measured('conversation') %}
        , {{ reason_of(m, m.metric ~ '_decided', m.metric ~ '_exemption_reason', 'NULL') }}
            AS {{ m.metric }}_reason
        {% endfor %}
    FROM exempted
),
as_if_final AS (
    SELECT
        conversation_id, seller_id, order_id, region, opened_at, reply_due_at, reply_calendar,
            first_reply_at, satisfaction
        {{ outcome_columns('conversation') }}
    FROM reasoned
)
SELECT
    conversation_id, seller_id, order_id, region, opened_at, reply_due_at, reply_calendar, first_reply_at,
        satisfaction, CAST(1 AS BIGINT) AS units, 1 AS weight
    {% for m in composed('conversation') %}
    , {{ m.metric }}_day
    , CAST({{ outcome_now(m) }} AS INTEGER) AS {{ m.metric }}
    , {{ reason_now(m) }} AS {{ m.metric }}_reason
    , {{ reason_now(m, '', '_exemption') }} AS {{ m.metric }}_exemption
    {% if m.own_final %}
    , {{ m.metric }}_final
    {% endif %}
    {% endfor %}
FROM as_if_final
