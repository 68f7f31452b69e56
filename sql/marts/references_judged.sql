-- One row per landed dataset, what its rows have to fit (an order, a seller, a carrier), and value among
-- tonight's news: whether such a one has landed.
-- Rows about an order from before the first landed one are left out: theirs may be older. `settled` are those
-- from thirty days after it, when hardly anything is about an older order.
{% set moments = {
    reviews: 'created_at', returns: 'requested_at', cases: 'opened_at', conversations: 'opened_at'
} %}
WITH history AS (
    SELECT min(placed_at) AS begins_at FROM {{ ledger('order_outcomes') }} AS l
),
news AS (
    {% for s in event_sources %}
    SELECT '{{ s.name }}' AS dataset, 'order' AS fits, seller_id, order_id AS value,
        {{ moments[s.name] }} AS happened_at
    FROM {{ accepted_news(s.name) }} AS {{ s.name }}
    WHERE order_id IS NOT NULL
    UNION
    {% endfor %}
    SELECT 'exemptions', 'order', seller_id, order_id, decided_at
    FROM {{ accepted_news('exemptions') }} AS of_orders
    WHERE order_id IS NOT NULL
    UNION
    SELECT 'exemptions', 'seller', CAST(NULL AS VARCHAR), seller_id, decided_at
    FROM {{ accepted_news('exemptions') }} AS of_sellers
    WHERE seller_id IS NOT NULL AND order_id IS NULL
    UNION
    SELECT 'exemptions', 'carrier', CAST(NULL AS VARCHAR), carrier, decided_at
    FROM {{ accepted_news('exemptions') }} AS of_carriers
    WHERE carrier IS NOT NULL
    UNION
    SELECT 'outcomes', 'seller', CAST(NULL AS VARCHAR), seller_id, CAST(cohort_day AS TIMESTAMP)
    FROM {{ accepted_news('outcomes') }} AS o
    UNION
    SELECT 'violations', 'seller', CAST(NULL AS VARCHAR), seller_id, issued_at
    FROM {{ accepted_news('violations') }} AS v
),
asked AS (
    SELECT dataset, fits, seller_id, value, min(happened_at) AS happened_at
    FROM news
    GROUP BY dataset, fits, seller_id, value
),
-- Joined from the few that are asked for, so that no engine keeps all keys of the history.
orders_found AS (
    SELECT DISTINCT l.order_id, l.seller_id
    FROM (SELECT DISTINCT value FROM asked WHERE fits = 'order') AS a
    JOIN {{ ledger('order_outcomes') }} AS l ON l.order_id = a.value
),
order_ids_found AS (
    SELECT DISTINCT order_id FROM orders_found
),
sellers_found AS (
    SELECT DISTINCT l.seller_id
    FROM (SELECT DISTINCT value FROM asked WHERE fits = 'seller') AS a
    JOIN {{ ledger('order_outcomes') }} AS l ON l.seller_id = a.value
    UNION
    SELECT seller_id FROM {{ ref('sellers') }} AS s
),
carriers AS (
    SELECT DISTINCT carrier FROM {{ ledger('order_outcomes') }} AS l WHERE carrier IS NOT NULL
)
SELECT
    a.dataset, a.fits, a.seller_id, a.value,
    a.happened_at >= h.begins_at + INTERVAL '30' DAY AS settled,
    CASE a.fits
        WHEN 'order' THEN o.order_id IS NOT NULL OR (a.seller_id IS NULL AND i.order_id IS NOT NULL)
        WHEN 'seller' THEN s.seller_id IS NOT NULL
        ELSE c.carrier IS NOT NULL
    END AS fitting
FROM asked AS a
JOIN history AS h ON a.fits <> 'order' OR a.happened_at >= h.begins_at
LEFT JOIN orders_found AS o ON o.order_id = a.value AND o.seller_id = a.seller_id
LEFT JOIN order_ids_found AS i ON i.order_id = a.value
LEFT JOIN sellers_found AS s ON s.seller_id = a.value
LEFT JOIN carriers AS c ON c.carrier = a.value
