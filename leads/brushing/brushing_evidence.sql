-- One row per seller and order that lies in a window of policy's length, closed at both ends and starting
-- at any instant, in which there are at least so many orders for each buyer. An order whose buyer is not
-- known counts as a buyer of its own. `from_at`, `to_at`: first and last order of the window with the most
-- orders.
{% set window_ms = leads.brushing.window_seconds * 1000 %}
{% set least = leads.brushing.orders_per_buyer %}
WITH placed AS (
    SELECT
        seller_id, order_id, placed_at,
        date_diff('millisecond', TIMESTAMP '1970-01-01 00:00:00', placed_at) AS at_ms,
        coalesce('buyer ' || CAST(buyer AS VARCHAR), 'order ' || order_id) AS buyer
    FROM {{ ref('recent_orders') }} AS o
),
-- Whether the same buyer ordered shortly before. Of a window's orders those that are no buyer's first in it
-- are all among these, so that a window with few of them need not be counted.
repeats AS (
    SELECT
        *,
        CASE
            WHEN at_ms - lag(at_ms) OVER (PARTITION BY seller_id, buyer ORDER BY at_ms) <= {{ window_ms }}
                THEN order_id
        END AS again
    FROM placed
),
{% macro over(frame) -%}
OVER (PARTITION BY seller_id ORDER BY at_ms RANGE BETWEEN {{ frame }})
{%- endmacro %}
{# While a window slides, what it holds changes only where an order enters at its end, or has just left at its
   start: these two hold all that any holds. #}
{% set frames = [
    window_ms ~ ' PRECEDING AND CURRENT ROW', '1 FOLLOWING AND ' ~ window_ms ~ ' FOLLOWING'
] %}
framed AS (
    SELECT
        seller_id
        {% for frame in frames %}
        , min(at_ms) {{ over(frame) }} AS first_{{ loop.index }}
        , max(at_ms) {{ over(frame) }} AS last_{{ loop.index }}
        , count(*) {{ over(frame) }} AS orders_{{ loop.index }}
        , count(again) {{ over(frame) }} AS again_{{ loop.index }}
        {% endfor %}
    FROM repeats
),
{% macro of_frame(column) -%}
CASE f.nth
            {% for frame in frames %}
            WHEN {{ loop.index }} THEN {{ column }}_{{ loop.index }}
            {% endfor %}
        END
{%- endmacro %}
windows AS (
    SELECT DISTINCT seller_id, {{ of_frame('first') }} AS first_ms, {{ of_frame('last') }} AS last_ms
    FROM framed AS w
    CROSS JOIN (VALUES (1), (2)) AS f (nth)
    WHERE {{ of_frame('orders') }} >= {{ least }} * ({{ of_frame('orders') }} - {{ of_frame('again') }})
),
-- A window lies in at most two spans of its own length, counted from 1970: orders are found by them.
spans AS (
    SELECT w.*, first_ms - first_ms % {{ window_ms }} + n.nth * {{ window_ms }} AS span_ms
    FROM windows AS w
    CROSS JOIN (VALUES (0), (1)) AS n (nth)
),
held AS (
    SELECT s.seller_id, s.first_ms, s.last_ms, p.order_id, p.placed_at, p.buyer
    FROM spans AS s
    JOIN placed AS p
        ON p.seller_id = s.seller_id AND p.at_ms - p.at_ms % {{ window_ms }} = s.span_ms
        AND p.at_ms BETWEEN s.first_ms AND s.last_ms
),
counted AS (
    SELECT
        seller_id, first_ms, last_ms, min(placed_at) AS from_at, max(placed_at) AS to_at,
        count(*) AS orders, count(DISTINCT buyer) AS buyers
    FROM held
    GROUP BY seller_id, first_ms, last_ms
    HAVING count(*) >= {{ least }} * count(DISTINCT buyer)
),
strongest AS (
    SELECT
        c.*, h.order_id,
        row_number() OVER (
            PARTITION BY h.seller_id, h.order_id
            ORDER BY c.orders DESC, c.buyers, c.first_ms, c.last_ms
        ) AS nth
    FROM counted AS c
    JOIN held AS h ON h.seller_id = c.seller_id AND h.first_ms = c.first_ms AND h.last_ms = c.last_ms
),
found AS (
    SELECT s.seller_id, s.order_id, s.from_at, s.to_at, s.orders, s.buyers, o.buyer, o.destination_area
    FROM strongest AS s
    JOIN {{ ref('recent_orders') }} AS o ON o.seller_id = s.seller_id AND o.order_id = s.order_id
    WHERE s.nth = 1
),
-- Its innocent twin: presents, each to another place.
of_buyer AS (
    SELECT
        seller_id, buyer, count(*) AS orders, count(destination_area) AS known,
        count(DISTINCT destination_area) AS areas
    FROM found
    WHERE buyer IS NOT NULL
    GROUP BY seller_id, buyer
)
SELECT
    f.seller_id, f.order_id, f.from_at, f.to_at, f.orders AS amount, f.buyers AS among,
    CAST(NULL AS VARCHAR) AS other_order_id,
    CASE WHEN b.orders > 1 AND b.known = b.orders AND b.areas = b.orders THEN 'presents' END AS twin
FROM found AS f
LEFT JOIN of_buyer AS b ON b.seller_id = f.seller_id AND b.buyer = f.buyer
