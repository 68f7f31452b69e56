-- One row per seller asked for, programme whose tiers or probation ask for orders, day of placing and
-- currency: the orders placed in its regions, those of them that are not cancelled, and what these are worth.
-- As long ago as any tier looks, and since the first day on which a probation began. Without a programme that
-- asks there are no rows.
{% if not gates.length and not with_probation.length %}
SELECT
    CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS programme, CAST(NULL AS VARCHAR) AS day,
    CAST(NULL AS VARCHAR) AS currency, CAST(NULL AS BIGINT) AS orders, CAST(NULL AS BIGINT) AS kept,
    CAST(NULL AS BIGINT) AS worth
WHERE 1 = 0
{% else %}
WITH placed AS (
    SELECT
        seller_id, region, placed_day, currency, gmv_minor,
        coalesce(cancelled_day <= {{ run_date }}, 1 = 0) AS cancelled
    FROM (
    {{ standing(
        ledger('order_outcomes'),
        'l.seller_id IN ' ~ in_list(sellers) ~ ' AND l.placed_day <= ' ~ run_date
    ) }}
    ) AS o
    WHERE placed_day > {{ day(-longest_gate_window) }}
        {{- ' OR placed_day >= ' ~ first_probation if with_probation.length }}
),
regions AS (
    {{ regions_of(programmes_with_gates.concat(with_probation)) }}
)
SELECT
    p.seller_id, r.programme, CAST(p.placed_day AS VARCHAR) AS day, p.currency, count(*) AS orders,
    count(CASE WHEN NOT p.cancelled THEN 1 END) AS kept,
    CAST(coalesce(sum(CASE WHEN NOT p.cancelled THEN p.gmv_minor END), 0) AS BIGINT) AS worth
FROM placed AS p
JOIN (SELECT DISTINCT region, programme FROM regions) AS r ON r.region = p.region
GROUP BY p.seller_id, r.programme, p.placed_day, p.currency
ORDER BY p.seller_id, r.programme, p.placed_day, p.currency
{% endif %}
