-- One row per order that is judged tonight although the base run knows all that landed before: something
-- landed for it, an exemption that may cover it was decided, or a moment that lay ahead has come. Empty
-- without a base run, when every order is judged.
{% if not has_base %}
SELECT CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS order_id WHERE 1 = 0
{% else %}
WITH decided AS (
    -- Every version of an exemption that has news: the old scope is judged again as well as the new one.
    SELECT e.seller_id, e.order_id, e.region, e.carrier, e.valid_from, e.valid_to
    FROM {{ accepted('exemptions') }} AS e
    WHERE e.exemption_id IN (SELECT exemption_id FROM {{ accepted_news('exemptions') }} AS n)
)
SELECT seller_id, order_id FROM {{ accepted_news('orders') }} AS o
UNION
SELECT seller_id, order_id FROM {{ ref('event_news') }} AS e
UNION
SELECT o.seller_id, o.order_id
FROM {{ base_ledger('order_outcomes') }} AS o
WHERE o.recheck_on <= {{ run_date }}
{% if orders_by_home %}
-- A seller who moved has another calendar.
UNION
SELECT o.seller_id, o.order_id
FROM {{ base_ledger('order_outcomes') }} AS o
WHERE o.return_requested_at IS NOT NULL
    AND o.seller_id IN (SELECT seller_id FROM {{ accepted_news('sellers') }} AS n)
{% endif %}
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
JOIN {{ base_ledger('order_outcomes') }} AS o ON o.order_id = d.order_id
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
CROSS JOIN {{ base_ledger('order_outcomes') }} AS o
WHERE d.order_id IS NULL
    AND (d.seller_id IS NULL OR d.seller_id = o.seller_id)
    AND (d.region IS NULL OR d.region = o.region)
    AND (d.carrier IS NULL OR d.carrier = o.carrier)
    AND (d.valid_from IS NULL OR d.valid_from <= o.final_day)
    AND (d.valid_to IS NULL OR d.valid_to >= o.first_day)
{% endif %}
