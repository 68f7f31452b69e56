{# Proving: what stands beside an outcome so that a reader can judge it again. #}

{# The order, its events and the conversation behind rows named d (seller_id, subject, subject_id). #}
{% macro proof_joins() %}
-- why CASE: a condition on one side alone beside the keys makes DuckDB compare all with all.
LEFT JOIN {{ ref('orders') }} AS o
    ON o.seller_id = d.seller_id AND o.order_id = CASE WHEN d.subject = 'order' THEN d.subject_id END
LEFT JOIN {{ ref('order_events') }} AS e
    ON e.seller_id = d.seller_id AND e.order_id = CASE WHEN d.subject = 'order' THEN d.subject_id END
LEFT JOIN {{ ref('conversation_outcomes') }} AS c
    ON c.seller_id = d.seller_id
    AND c.conversation_id = CASE WHEN d.subject = 'conversation' THEN d.subject_id END
{% endmacro %}

{# Their moments and facts, in the order of an order's life. #}
{% macro proof_columns() -%}
o.items, o.placed_at, o.ship_by, o.confirmed_at, o.first_scan_at, o.deliver_by, o.delivered_at,
    o.cancelled_at, o.cancelled_by, o.carrier, o.has_tracking
    {% for e in event_columns %}
    , e.{{ e.name }}
    {% endfor %}
    , c.opened_at, c.first_reply_at, c.satisfaction
{%- endmacro %}
