-- One row per buyer-opened human conversation: its cohort day, outcome (1 met, 2 fault, 3 forgiven, 5 pending) and reason.
-- Empty when slow_response is not measured.
{% macro reply_seen() -%}
(c.first_reply_day <= CAST(c.opened_day + INTERVAL '{{ maturation.slow_response }}' DAY AS DATE) AND c.first_reply_day <= {{ run_date }})
{%- endmacro %}
WITH ruled AS (
    SELECT
        c.conversation_id, c.seller_id, c.order_id, c.region, c.opened_day, c.opened_at, c.first_reply_at,
        p.exemption_id, p.reason AS exemption_reason,
        CASE
            WHEN c.opened_day > {{ day(-maturation.slow_response) }} THEN 500
            WHEN c.first_reply_at IS NULL OR NOT {{ reply_seen() }} THEN 201
            WHEN c.first_reply_at > c.opened_at + INTERVAL '24' HOUR THEN 202
            ELSE 100
        END AS rule
    FROM {{ ref('conversations') }} AS c
    LEFT JOIN {{ ref('exemption_candidates') }} AS p
        ON p.seller_id = c.seller_id AND p.subject_id = c.conversation_id AND p.metric = 'slow_response'
    {% if not measured('slow_response') %}
    WHERE 1 = 0
    {% endif %}
)
SELECT
    conversation_id, seller_id, order_id, region, opened_at, first_reply_at,
    opened_day AS slow_response_day,
    CAST(CASE
        WHEN rule = 100 THEN 1
        WHEN rule = 500 THEN 5
        WHEN exemption_id IS NOT NULL THEN 3
        ELSE 2
    END AS INTEGER) AS slow_response,
    CASE
        WHEN rule IN (100, 500) THEN CAST(NULL AS VARCHAR)
        WHEN exemption_id IS NOT NULL THEN exemption_reason
        WHEN rule = 201 THEN 'missing'
        ELSE 'late'
    END AS slow_response_reason,
    CASE WHEN rule IN (201, 202) THEN exemption_id END AS slow_response_exemption
FROM ruled
