-- One row per seller and region: per trailing period (current_7d, current_28d, current_90d) and the same a period earlier
-- (previous_7d ...) the orders placed, their value, and per metric how many were met and how many at fault. One pass over the ledger.
WITH from_orders AS (
    -- Counts of CASE: a hundred of them cost DuckDB half of what a hundred FILTERs do. currencies: 2 stands for several.
    SELECT
        seller_id, region, max(currency) AS currency, CASE WHEN min(currency) = max(currency) THEN 1 ELSE 2 END AS currencies
        {% for w in periods %}{% for span in [{name: 'current', from: w, to: 0}, {name: 'previous', from: 2 * w, to: w}] %}
        , count(CASE WHEN placed_day > {{ day(-span.from) }} AND placed_day <= {{ day(-span.to) }} THEN 1 END) AS orders_{{ span.name }}_{{ w }}d
        , CAST(coalesce(sum(CASE WHEN placed_day > {{ day(-span.from) }} AND placed_day <= {{ day(-span.to) }} THEN gmv_minor END), 0) AS BIGINT) AS gmv_{{ span.name }}_{{ w }}d
        {% for m in measured_order_metrics %}
        , count(CASE WHEN {{ m.key }} = 1 AND {{ m.key }}_day > {{ day(-span.from) }} AND {{ m.key }}_day <= {{ day(-span.to) }} THEN 1 END) AS {{ m.key }}_{{ span.name }}_{{ w }}d_met
        , count(CASE WHEN {{ m.key }} = 2 AND {{ m.key }}_day > {{ day(-span.from) }} AND {{ m.key }}_day <= {{ day(-span.to) }} THEN 1 END) AS {{ m.key }}_{{ span.name }}_{{ w }}d_fault
        {% endfor %}
        {% endfor %}{% endfor %}
    FROM {{ ref('order_outcomes') }} AS o
    WHERE final_day > {{ day(-2 * (periods | max)) }}
    GROUP BY seller_id, region
),
from_conversations AS (
    SELECT
        seller_id, region
        {% for w in periods %}{% for span in [{name: 'current', from: w, to: 0}, {name: 'previous', from: 2 * w, to: w}] %}
        , count(CASE WHEN slow_response = 1 AND slow_response_day > {{ day(-span.from) }} AND slow_response_day <= {{ day(-span.to) }} THEN 1 END) AS slow_response_{{ span.name }}_{{ w }}d_met
        , count(CASE WHEN slow_response = 2 AND slow_response_day > {{ day(-span.from) }} AND slow_response_day <= {{ day(-span.to) }} THEN 1 END) AS slow_response_{{ span.name }}_{{ w }}d_fault
        {% endfor %}{% endfor %}
    FROM {{ ref('conversation_outcomes') }} AS c
    GROUP BY seller_id, region
)
SELECT
    coalesce(o.seller_id, c.seller_id) AS seller_id, coalesce(o.region, c.region) AS region, currency,
    CAST(coalesce(currencies, 0) AS BIGINT) AS currencies
    {% for w in periods %}{% for name in ['current', 'previous'] %}
    , CAST(coalesce(orders_{{ name }}_{{ w }}d, 0) AS BIGINT) AS orders_{{ name }}_{{ w }}d
    , CAST(coalesce(gmv_{{ name }}_{{ w }}d, 0) AS BIGINT) AS gmv_{{ name }}_{{ w }}d
    {% for m in measured_metrics %}
    , CAST(coalesce({{ m.key }}_{{ name }}_{{ w }}d_met, 0) AS BIGINT) AS {{ m.key }}_{{ name }}_{{ w }}d_met
    , CAST(coalesce({{ m.key }}_{{ name }}_{{ w }}d_fault, 0) AS BIGINT) AS {{ m.key }}_{{ name }}_{{ w }}d_fault
    {% endfor %}
    {% endfor %}{% endfor %}
FROM from_orders AS o
FULL OUTER JOIN from_conversations AS c ON c.seller_id = o.seller_id AND c.region = o.region
