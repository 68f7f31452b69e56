-- One row per region (and ALL), number and each of its 13 newest whole weeks, Monday to Sunday: orders, their
-- value and the sellers who had one, by the day an order was placed; and each measured metric, by cohort day,
-- in weeks that are final for it.
{% set placed_weeks = whole_weeks(0) %}
WITH places AS (
    {{ regions_and_all() }}
),
weeks AS (
    SELECT * FROM (
        VALUES
        {% for number in ['orders', 'gmv', 'active_sellers'] %}{% for w in placed_weeks %}
        {{ ',' if not (loop.first and number == 'orders') }}
            ('kpi', '{{ number }}', {{ w.nth }}, {{ w.first }}, {{ w.last }})
        {% endfor %}{% endfor %}
        {% for m in measured_metrics %}{% for w in whole_weeks(m.maturation_days) %}
        , ('rate', {{ quoted(m.metric) }}, {{ w.nth }}, {{ w.first }}, {{ w.last }})
        {% endfor %}{% endfor %}
    ) AS t (kind, number, nth, first_day, last_day)
),
-- Each seller's weeks; the numbers of all regions are of sellers, and not of regions added up.
by_seller AS (
    SELECT region, seller_id, nth, CAST(sum(weight) AS BIGINT) AS orders,
        CAST(sum(gmv_minor) AS BIGINT) AS gmv
    FROM (
        SELECT
            region, seller_id, weight,
            CASE WHEN {{ in_currency_of_region() }} THEN weight * gmv_minor ELSE 0 END AS gmv_minor,
            CASE
                {% for w in placed_weeks %}
                WHEN placed_day BETWEEN {{ w.first }} AND {{ w.last }} THEN {{ w.nth }}
                {% endfor %}
            END AS nth
        FROM {{ ledger('order_outcomes') }} AS o
        WHERE final_day > {{ day(-2 * (periods | max)) }}
    ) AS placed
    WHERE nth IS NOT NULL
    GROUP BY region, seller_id, nth
),
sold AS (
    SELECT region, nth, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(gmv) AS BIGINT) AS gmv,
        count(*) FILTER (WHERE orders > 0) AS active_sellers
    FROM by_seller
    GROUP BY region, nth
    UNION ALL
    SELECT 'ALL', nth, CAST(sum(orders) AS BIGINT), CAST(sum(gmv) AS BIGINT),
        count(*) FILTER (WHERE orders > 0)
    FROM (
        SELECT seller_id, nth, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(gmv) AS BIGINT) AS gmv
        FROM by_seller
        GROUP BY seller_id, nth
    ) AS seller_weeks
    GROUP BY nth
),
rated AS (
    SELECT d.region, w.number, w.nth, CAST(sum({{ denominator('d.') }}) AS BIGINT) AS counted,
        CAST(sum(d.fault) AS BIGINT) AS fault
    FROM {{ ref('region_daily') }} AS d
    JOIN weeks AS w ON w.kind = 'rate' AND w.number = d.metric AND d.day BETWEEN w.first_day AND w.last_day
    GROUP BY d.region, w.number, w.nth
),
placed AS (
    SELECT
        p.region, w.kind, w.number, w.first_day, w.last_day,
        CASE
            WHEN w.kind = 'rate' THEN coalesce(r.counted, 0)
            WHEN f.first_day IS NULL OR f.first_day > w.first_day THEN NULL
            WHEN w.number = 'orders' THEN coalesce(s.orders, 0)
            WHEN w.number = 'active_sellers' THEN coalesce(s.active_sellers, 0)
            WHEN k.currency IS NOT NULL THEN coalesce(s.gmv, 0)
        END AS amount,
        CASE WHEN w.number = 'gmv' AND w.kind = 'kpi' THEN k.currency END AS currency,
        CASE WHEN w.kind = 'rate' THEN coalesce(r.fault, 0) END AS fault
    FROM places AS p
    CROSS JOIN weeks AS w
    LEFT JOIN sold AS s ON w.kind = 'kpi' AND s.region = p.region AND s.nth = w.nth
    LEFT JOIN rated AS r ON w.kind = 'rate' AND r.region = p.region AND r.number = w.number AND r.nth = w.nth
    LEFT JOIN {{ ref('region_first_days') }} AS f ON f.region = p.region
    LEFT JOIN {{ ref('region_kpis') }} AS k ON k.region = p.region AND k.window_days = {{ periods | max }}
)
SELECT
    region, kind, number, first_day, last_day, amount, currency, fault,
    {{ ratio('fault', 'amount') }} AS rate
FROM placed
ORDER BY region, kind, number, first_day
