-- One row per landed dataset and what its rows have to fit (an order, a seller, a carrier): how many of
-- tonight's news fit none that landed, three of them, and the likeliest cause.
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
),
judged AS (
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
),
-- Enough to tell a pattern; of each the causes are looked for.
sampled AS (
    SELECT *
    FROM (
        SELECT dataset, fits, seller_id, value,
            row_number() OVER (PARTITION BY dataset, fits ORDER BY value, seller_id) AS nth
        FROM judged
        WHERE NOT fitting
    ) AS numbered
    WHERE nth <= 100
),
-- An order of the same seller whose id is written otherwise, or the same order under another seller.
close_orders AS (
    SELECT s.dataset, s.fits, s.nth, {{ id_difference('s.value', 'l.order_id') }} AS cause,
        l.order_id AS nearest
    FROM sampled AS s
    JOIN {{ ledger('order_outcomes') }} AS l ON l.seller_id = s.seller_id
    WHERE s.fits = 'order' AND {{ id_core('l.order_id') }} = {{ id_core('s.value') }}
    UNION
    SELECT s.dataset, s.fits, s.nth,
        CASE
            WHEN {{ id_core('o.seller_id') }} = {{ id_core('s.seller_id') }}
                THEN 'seller_id: ' || {{ id_difference('s.seller_id', 'o.seller_id') }}
            ELSE 'seller_id: the order is of another seller'
        END,
        o.order_id || ' of ' || o.seller_id
    FROM sampled AS s
    JOIN orders_found AS o ON o.order_id = s.value
    WHERE s.fits = 'order'
    UNION
    SELECT s.dataset, s.fits, s.nth, {{ id_difference('s.value', 'c.carrier') }}, c.carrier
    FROM sampled AS s
    JOIN carriers AS c ON lower(trim(c.carrier)) = lower(trim(s.value))
    WHERE s.fits = 'carrier'
    UNION
    SELECT s.dataset, s.fits, s.nth, {{ id_difference('s.value', 'k.seller_id') }}, k.seller_id
    FROM sampled AS s
    JOIN {{ ref('sellers') }} AS k ON {{ id_core('k.seller_id') }} = {{ id_core('s.value') }}
    WHERE s.fits = 'seller'
),
nearest AS (
    SELECT dataset, fits, nth, min(cause) AS cause, min(nearest) AS nearest
    FROM close_orders
    GROUP BY dataset, fits, nth
),
causes AS (
    SELECT dataset, fits, cause,
        row_number() OVER (PARTITION BY dataset, fits ORDER BY count(*) DESC, cause) AS place
    FROM nearest
    GROUP BY dataset, fits, cause
),
counted AS (
    SELECT
        dataset, fits, count(*) AS judged, count(*) FILTER (WHERE NOT fitting) AS unmatched,
        count(*) FILTER (WHERE settled) AS settled,
        count(*) FILTER (WHERE settled AND NOT fitting) AS settled_unmatched
    FROM judged
    GROUP BY dataset, fits
),
examples AS (
    SELECT
        s.dataset, s.fits, count(*) AS sampled, count(n.nth) AS explained,
        {% for nth in [1, 2, 3] %}
        max(CASE
            WHEN s.nth = {{ nth }}
                THEN {{ "', ' || " if nth > 1 }}s.value || coalesce(' (' || n.nearest || ' landed)', '')
        END) AS example_{{ nth }}{{ ',' if not loop.last }}
        {% endfor %}
    FROM sampled AS s
    LEFT JOIN nearest AS n ON n.dataset = s.dataset AND n.fits = s.fits AND n.nth = s.nth
    GROUP BY s.dataset, s.fits
)
SELECT
    c.dataset, c.fits, c.judged, c.unmatched, c.settled, c.settled_unmatched,
    coalesce(e.sampled, 0) AS sampled, coalesce(e.explained, 0) AS explained, k.cause,
    coalesce(e.example_1 || coalesce(e.example_2, '') || coalesce(e.example_3, ''), '') AS examples
FROM counted AS c
LEFT JOIN examples AS e ON e.dataset = c.dataset AND e.fits = c.fits
LEFT JOIN causes AS k ON k.dataset = c.dataset AND k.fits = c.fits AND k.place = 1
ORDER BY c.dataset, c.fits
