-- One row per seller that applied and local day on which orders were placed with it, in any region.
{% if landed('applications') %}
WITH sold AS (
    SELECT DISTINCT seller_id
    FROM {{ ref('applications') }} AS a
    WHERE seller_id IS NOT NULL
)
SELECT o.seller_id, o.placed_day, CAST(sum(o.weight) AS BIGINT) AS orders
FROM {{ ledger('order_outcomes') }} AS o
JOIN sold AS s ON s.seller_id = o.seller_id
WHERE o.placed_day <= {{ run_date }}
GROUP BY o.seller_id, o.placed_day
HAVING sum(o.weight) > 0
{% else %}
SELECT seller_id, CAST(submitted_at AS DATE) AS placed_day, CAST(0 AS BIGINT) AS orders
FROM {{ ref('applications') }} AS a
WHERE 1 = 0
{% endif %}
