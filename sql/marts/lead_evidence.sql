-- One row per lead, seller and order that is a sign of it, by leads/<lead>/<lead>_evidence.sql.
WITH signs AS (
    {% for l in lead_rooms %}
    {% if not loop.first %}UNION ALL{% endif %}

    SELECT '{{ l.lead }}' AS lead, e.*
    FROM {{ ref(l.lead ~ '_evidence') }} AS e
    WHERE {{ '1 = 1' if l.looked_for else '1 = 0' }}
    {% endfor %}
)
SELECT
    s.lead, s.seller_id, s.order_id, o.region, o.placed_at, o.placed_day, o.gmv_minor, o.currency, o.buyer,
    s.from_at, s.to_at, s.amount, s.among, s.other_order_id, s.twin
FROM signs AS s
JOIN {{ ref('recent_orders') }} AS o ON o.seller_id = s.seller_id AND o.order_id = s.order_id
ORDER BY s.lead, s.seller_id, s.order_id
