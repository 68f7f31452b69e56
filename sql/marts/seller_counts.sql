-- One row per seller and region with anything that counts in a programme's windows: per metric, window and outcome how many.
-- One pass over the ledger. Columns are named metric_window_outcome.
{# opening: the first day of a window that ends on the run date #}
WITH from_orders AS (
    SELECT
        seller_id, region
        {% for w in assessable_windows %}
        , count(CASE WHEN placed_day > {{ day(-w) }} THEN 1 END) AS placed_{{ w }}
        {% endfor %}
        {% for m in order_metrics %}{% for w in windows_of(m.key) %}{% for o in outcomes %}
        , count(CASE WHEN {{ m.key }} = {{ o.code }} AND {{ m.key }}_day > {{ day(-w) }} AND {{ m.key }}_day <= {{ run_date }} THEN 1 END) AS {{ m.key }}_{{ w }}_{{ o.name }}
        {% endfor %}{% endfor %}{% endfor %}
    FROM {{ ref('order_outcomes') }} AS o
    WHERE final_day > {{ day(-longest_window) }}
    GROUP BY seller_id, region
),
from_conversations AS (
    SELECT
        seller_id, region
        {% for w in windows_of('slow_response') %}{% for o in outcomes %}
        , count(CASE WHEN slow_response = {{ o.code }} AND slow_response_day > {{ day(-w) }} AND slow_response_day <= {{ run_date }} THEN 1 END) AS slow_response_{{ w }}_{{ o.name }}
        {% endfor %}{% endfor %}
    FROM {{ ref('conversation_outcomes') }} AS c
    GROUP BY seller_id, region
),
together AS (
    SELECT
        coalesce(o.seller_id, c.seller_id) AS seller_id, coalesce(o.region, c.region) AS region
        {% for w in assessable_windows %}
        , CAST(coalesce(placed_{{ w }}, 0) AS BIGINT) AS placed_{{ w }}
        {% endfor %}
        {% for m in metrics %}{% for w in windows_of(m.key) %}{% for o in outcomes %}
        , CAST(coalesce({{ m.key }}_{{ w }}_{{ o.name }}, 0) AS BIGINT) AS {{ m.key }}_{{ w }}_{{ o.name }}
        {% endfor %}{% endfor %}{% endfor %}
    FROM from_orders AS o
    FULL OUTER JOIN from_conversations AS c ON c.seller_id = o.seller_id AND c.region = o.region
)
SELECT *
FROM together
WHERE 0 {% for w in assessable_windows %} + placed_{{ w }}{% endfor %}{% for m in metrics %}{% for w in windows_of(m.key) %}{% for o in outcomes %} + {{ m.key }}_{{ w }}_{{ o.name }}{% endfor %}{% endfor %}{% endfor %} > 0
