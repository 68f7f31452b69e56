-- One row per seller, programme, tier and gate: what the tier asks for beside its bounds, and what the seller
-- has of it. Orders are those placed in the window in the regions of the programme, without cancelled ones;
-- sales are their value in the gate's currency, in minor units. Days of selling are counted from the day the
-- seller joined, or from its first order where nobody has described it. Of whoever is judged, and of whoever
-- holds a tier. Without gates there are no rows.
{% if not gates.length %}
SELECT * FROM {{ none_of('tier_gates') }} AS none
{% else %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% for g in gates %}
        {{ ',' if not loop.first }} ({{ quoted(g.programme) }}, {{ quoted(g.tier) }}, {{ quoted(g.gate) }},
            CAST({{ g.needed }} AS BIGINT), CAST({{ g.window_days or 'NULL' }} AS INTEGER),
            {{ g.opens_after }},
            CAST({{ quoted(g.currency) if g.currency else 'NULL' }} AS VARCHAR))
        {% endfor %}
    ) AS t (programme, tier, gate, needed, window_days, opens_after, currency)
),
everyone AS (
    SELECT seller_id, programme FROM {{ ref('seller_metrics') }} AS m
    UNION
    SELECT seller_id, programme FROM {{ ref('held_tiers') }} AS h
),
{% if longest_gate_window %}
regions AS (
    {{ regions_of(programmes_with_gates) }}
),
{% set in_reach %}
l.placed_day > {{ day(-longest_gate_window) }} AND l.placed_day <= {{ run_date }}
        AND coalesce(l.cancelled_day > {{ run_date }}, 1 = 1)
{%- endset %}
placed AS (
    SELECT seller_id, region, placed_day, gmv_minor, currency
    FROM (
    {{ standing(ledger('order_outcomes'), in_reach) }}
    ) AS o
),
summed AS (
    SELECT
        p.seller_id, a.programme, a.tier, a.gate, count(*) AS orders,
        CAST(coalesce(sum(CASE WHEN p.currency = a.currency THEN p.gmv_minor END), 0) AS BIGINT) AS sales,
        count(CASE WHEN p.currency <> a.currency THEN 1 END) AS others
    FROM placed AS p
    JOIN regions AS r ON r.region = p.region
    JOIN asked AS a ON a.programme = r.programme AND p.placed_day > a.opens_after
    GROUP BY p.seller_id, a.programme, a.tier, a.gate
),
{% else %}
summed AS (
    SELECT CAST(NULL AS VARCHAR) AS seller_id, '?' AS programme, '?' AS tier, '?' AS gate,
        CAST(0 AS BIGINT) AS orders, CAST(0 AS BIGINT) AS sales, CAST(0 AS BIGINT) AS others
),
{% endif %}
{% if gates_ask_for_days %}
-- Of sellers that nobody has described. Days with an order that stands, as parts take rows back.
order_days AS (
    SELECT o.seller_id, o.placed_day
    FROM {{ ledger('order_outcomes') }} AS o
    LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = o.seller_id
    WHERE s.seller_id IS NULL AND o.placed_day <= {{ run_date }}
    GROUP BY o.seller_id, o.placed_day
    HAVING sum(o.weight) > 0
),
since AS (
    SELECT seller_id, min(placed_day) AS since
    FROM order_days
    GROUP BY seller_id
    UNION ALL
    SELECT seller_id, joined_on AS since FROM {{ ref('sellers') }} AS s
),
{% else %}
since AS (
    SELECT CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS DATE) AS since
),
{% endif %}
has AS (
    SELECT
        e.seller_id, a.programme, a.tier, a.gate, a.needed, a.window_days, a.currency,
        CASE a.gate
            WHEN 'orders' THEN coalesce(s.orders, 0)
            WHEN 'sales' THEN coalesce(s.sales, 0)
            ELSE greatest(coalesce(date_diff('day', f.since, {{ run_date }}), 0), 0)
        END AS value,
        CASE WHEN a.gate = 'sales' THEN coalesce(s.others, 0) END AS orders_in_other_currencies,
        CASE WHEN a.gate = 'days_selling' THEN f.since END AS selling_since
    FROM everyone AS e
    JOIN asked AS a ON a.programme = e.programme
    LEFT JOIN summed AS s ON s.seller_id = e.seller_id AND s.programme = a.programme AND s.tier = a.tier
        AND s.gate = a.gate
    LEFT JOIN since AS f ON f.seller_id = e.seller_id
)
SELECT
    seller_id, programme, tier, gate, value, needed, greatest(needed - value, 0) AS missing,
    value >= needed AS met, window_days, currency, orders_in_other_currencies, selling_since
FROM has
ORDER BY seller_id, programme, tier, gate
{% endif %}
