-- One row per order that something became of: a review, a return, a case, a question. A column that no rule
-- looks at is empty. The review is the first of the order (by created_at, then review_id), each as first
-- landed; later edits do not count. Returns, cases and conversations are their newest versions. With a base
-- run only orders to judge are gathered.
{# Events of which an order has one at most; of the others the first counts. #}
{% set of_one_record = ['reviewed_at', 'rating', 'about', 'refunded_at'] %}
{# One kind of event: the named columns filled, the others empty. #}
{% macro event(filled) %}
SELECT
        seller_id, order_id
        {% for e in event_columns %}
        , {{ filled[e.name] if filled[e.name] else 'CAST(NULL AS ' ~ e.sql ~ ')' }} AS {{ e.name }}
        {% endfor %}
{% endmacro %}
WITH
{% for s in event_sources %}
{{ s.name }}_landed AS (
    SELECT landed.*
    FROM {{ accepted(s.name) }} AS landed
    {% if not s.used %}
    WHERE 1 = 0
    {% elif has_base %}
    WHERE landed.{{ s.key }} IN (
        SELECT o.{{ s.key }}
        FROM {{ accepted(s.name) }} AS o
        JOIN {{ ref('orders_to_judge') }} AS n ON n.seller_id = o.seller_id AND n.order_id = o.order_id
    )
    {% endif %}
),
{% endfor %}
first_reviews AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY review_id ORDER BY dt, updated_at, {{ knowledge_first('reviews') }}, row_hash DESC
        ) AS version_rank
    FROM reviews_landed
),
reviews AS (
    SELECT *, row_number() OVER (PARTITION BY seller_id, order_id ORDER BY created_at, review_id) AS nth
    FROM first_reviews
    WHERE version_rank = 1
),
return_versions AS (
    SELECT *, {{ version_rank('returns', 'return_id') }}
    FROM returns_landed
),
returns AS (
    SELECT *, row_number() OVER (PARTITION BY seller_id, order_id ORDER BY requested_at, return_id) AS nth
    FROM return_versions
    WHERE version_rank = 1
),
case_versions AS (
    SELECT *, {{ version_rank('cases', 'case_id') }}
    FROM cases_landed
),
conversation_versions AS (
    SELECT *, {{ version_rank('conversations', 'conversation_id') }}
    FROM conversations_landed
),
events AS (
    {{ event({reviewed_at: 'created_at', rating: 'rating', about: 'about'}) }}
    FROM reviews
    WHERE nth = 1
    UNION ALL
    {{ event({
        returned_at: "CASE WHEN responsible = 'seller' THEN requested_at END",
        return_requested_at: 'CASE WHEN nth = 1 THEN requested_at END',
        refunded_at: 'CASE WHEN nth = 1 THEN refunded_at END'
    }) }}
    FROM returns
    UNION ALL
    {# closed: found against the seller and resolved by the platform; lost: whoever resolved it. #}
    {{ event({
        case_closed_at: "CASE WHEN outcome = 'seller_fault' AND resolved_by = 'platform'
            THEN coalesce(closed_at, opened_at) END",
        case_lost_at: "CASE WHEN outcome = 'seller_fault' THEN coalesce(closed_at, opened_at) END",
        case_opened_at: 'opened_at',
        case_unsolved_at: "CASE WHEN resolved_by IS NULL OR resolved_by <> 'seller' THEN opened_at END",
        not_received_at: "CASE WHEN kind = 'not_received' THEN opened_at END",
        not_as_described_at: "CASE WHEN kind = 'not_as_described' THEN opened_at END"
    }) }}
    FROM case_versions
    WHERE version_rank = 1
    UNION ALL
    {{ event({contacted_at: 'opened_at'}) }}
    FROM conversation_versions
    WHERE version_rank = 1 AND opened_by = 'buyer' AND kind = 'human' AND order_id IS NOT NULL
)
SELECT
    seller_id, order_id
    {% for e in event_columns %}
    , {{ 'max' if e.name in of_one_record else 'min' }}({{ e.name }}) AS {{ e.name }}
    {% endfor %}
FROM events
{% if has_base %}
WHERE EXISTS (
    SELECT 1 FROM {{ ref('orders_to_judge') }} AS n
    WHERE n.seller_id = events.seller_id AND n.order_id = events.order_id
)
{% endif %}
GROUP BY seller_id, order_id
