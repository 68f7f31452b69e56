-- One row per order whose outcomes must be judged again although they were final on the base run: something landed for it
-- since. Orders that were not final are judged anyway and need not be named here. Empty without a base run.
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
SELECT e.seller_id, e.order_id
FROM {{ ref('order_events') }} AS e
LEFT JOIN {{ base('order_events') }} AS b ON b.seller_id = e.seller_id AND b.order_id = e.order_id
WHERE b.order_id IS NULL
    OR e.reviewed_at IS DISTINCT FROM b.reviewed_at OR e.rating IS DISTINCT FROM b.rating OR e.about IS DISTINCT FROM b.about
    OR e.returned_at IS DISTINCT FROM b.returned_at OR e.case_closed_at IS DISTINCT FROM b.case_closed_at
UNION
SELECT b.seller_id, b.order_id
FROM {{ base('order_events') }} AS b
LEFT JOIN {{ ref('order_events') }} AS e ON b.seller_id = e.seller_id AND b.order_id = e.order_id
WHERE e.order_id IS NULL
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
JOIN {{ ref('orders') }} AS o ON o.order_id = d.order_id
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
CROSS JOIN {{ ref('orders') }} AS o
WHERE d.order_id IS NULL
    AND (d.seller_id IS NULL OR d.seller_id = o.seller_id)
    AND (d.region IS NULL OR d.region = o.region)
    AND (d.carrier IS NULL OR d.carrier = o.carrier)
    AND (d.valid_from IS NULL OR d.valid_from <= o.final_day)
    AND (d.valid_to IS NULL OR d.valid_to >= o.first_day)
{% endif %}
