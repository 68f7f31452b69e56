-- One row per seller and programme with benchmarks in its score: the category that the seller is compared in,
-- for the quarter of the run date. It is that of most of the seller's orders in the programme's assessable
-- window on the first night of the quarter that finds one, of equally many the first by name, and stays so:
-- later nights take it from the last published run. Orders whose category is not known say nothing.
{% if not with_categories.length %}
SELECT * FROM {{ none_of('seller_categories') }} AS none
{% else %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% for p in with_categories %}
        {{ ',' if not loop.first }} ({{ quoted(p.programme) }}, {{ day(-p.assessable.window_days) }})
        {% endfor %}
    ) AS t (programme, opens_after)
),
regions AS (
    {{ regions_of(with_categories) }}
),
kept AS (
    SELECT b.seller_id, b.programme, b.quarter, b.category, b.orders, b.of_orders, b.frozen_on
    FROM {{ last_published('seller_categories') }} AS b
    JOIN asked AS a ON a.programme = b.programme
    WHERE b.quarter = {{ quoted(quarter) }}
),
sold AS (
    SELECT o.seller_id, a.programme, lower(o.category) AS category, CAST(sum(o.weight) AS BIGINT) AS orders
    FROM {{ ledger('order_outcomes') }} AS o
    JOIN regions AS r ON r.region = o.region
    JOIN asked AS a ON a.programme = r.programme AND o.placed_day > a.opens_after
    LEFT JOIN kept AS k ON k.seller_id = o.seller_id AND k.programme = a.programme
    WHERE o.placed_day <= {{ run_date }} AND o.category IS NOT NULL AND k.seller_id IS NULL
    GROUP BY o.seller_id, a.programme, lower(o.category)
    HAVING sum(o.weight) > 0
),
ranked AS (
    SELECT
        *, row_number() OVER (PARTITION BY seller_id, programme ORDER BY orders DESC, category) AS nth,
        CAST(sum(orders) OVER (PARTITION BY seller_id, programme) AS BIGINT) AS of_orders
    FROM sold
)
SELECT seller_id, programme, quarter, category, orders, of_orders, frozen_on
FROM kept
UNION ALL
SELECT
    seller_id, programme, {{ quoted(quarter) }} AS quarter, category, orders, of_orders,
    {{ run_date }} AS frozen_on
FROM ranked
WHERE nth = 1
ORDER BY seller_id, programme
{% endif %}
