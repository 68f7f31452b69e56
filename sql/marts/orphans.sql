-- One row per landed dataset and what its rows have to fit (an order, a seller, a carrier): how many of
-- tonight's news fit none that landed, three of them, and the likeliest cause.
WITH carriers AS (
    SELECT DISTINCT carrier FROM {{ ledger('order_outcomes') }} AS l WHERE carrier IS NOT NULL
),
-- Enough to tell a pattern; of each the causes are looked for.
sampled AS (
    SELECT *
    FROM (
        SELECT dataset, fits, seller_id, value,
            row_number() OVER (PARTITION BY dataset, fits ORDER BY value, seller_id) AS nth
        FROM {{ ref('references_judged') }} AS j
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
    JOIN {{ ledger('order_outcomes') }} AS o ON o.order_id = s.value
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
    FROM {{ ref('references_judged') }} AS j
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
