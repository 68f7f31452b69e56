-- One row per region (and ALL) and trailing window of 7, 28 or 90 days, with the same a period earlier.
-- Beside each change stands how far chance goes, where each seller is one draw: the squares of what sellers
-- brought more or less. Of value they are summed up in whole units of 1E-8 of all value, so that the order of
-- adding cannot matter. Of fewer sellers than ten no spread is known.
{% set told = [['orders', 'orders'], ['gmv', 'gmv_minor'], ['active_sellers', 'active_sellers']] %}
WITH places AS (
    {{ regions_and_all() }}
),
windows AS (
    SELECT * FROM (
        VALUES
        {% for w in periods %}
        {{ ',' if not loop.first }} ({{ w }}, {{ day(-w) }}, {{ day(-2 * w) }}, {{ day(1 - 2 * w) }})
        {% endfor %}
    ) AS t (window_days, opens_after, previous_opens_after, previous_first_day)
),
-- A seller is assessed when at least one programme gives it a tier.
assessed AS (
    SELECT seller_id,
        max(CASE WHEN tier IN ('not_assessable', 'not_measured') THEN 0 ELSE 1 END) AS assessable
    FROM {{ ref('scorecards') }} AS s
    GROUP BY seller_id
),
sellers AS (
    SELECT
        seller_id, region
        {% for w in periods %}
        {% for name in ['current', 'previous'] %}
        , orders_{{ name }}_{{ w }}d, gmv_{{ name }}_{{ w }}d
        {% endfor %}
        , foreign_current_{{ w }}d
        , {{ headline ~ '_current_' ~ w ~ 'd_fault' if headline else '0' }} AS faults_{{ w }}d
        {% endfor %}
    FROM {{ ref('seller_periods') }} AS s
    UNION ALL
    SELECT
        seller_id, 'ALL'
        {% for w in periods %}
        {% for name in ['current', 'previous'] %}
        , CAST(sum(orders_{{ name }}_{{ w }}d) AS BIGINT), CAST(sum(gmv_{{ name }}_{{ w }}d) AS BIGINT)
        {% endfor %}
        , CAST(sum(foreign_current_{{ w }}d) AS BIGINT)
        , {{ 'CAST(sum(' ~ headline ~ '_current_' ~ w ~ 'd_fault) AS BIGINT)' if headline else '0' }}
        {% endfor %}
    FROM {{ ref('seller_periods') }} AS s
    GROUP BY seller_id
),
-- Of one region its own; of all of them one only where all that sold anything share it.
paid_in AS (
    SELECT region, max(currency) AS currency
    FROM {{ ref('seller_periods') }} AS s
    GROUP BY region
    UNION ALL
    SELECT 'ALL', CASE WHEN min(currency) = max(currency) THEN max(currency) END
    FROM {{ ref('seller_periods') }} AS s
),
ranked AS (
    SELECT
        s.*, coalesce(a.assessable, 0) AS assessable
        {% for w in periods %}
        , row_number() OVER (PARTITION BY region ORDER BY faults_{{ w }}d DESC, s.seller_id) AS nth_{{ w }}d
        , count(CASE WHEN orders_current_{{ w }}d > 0 THEN 1 END) OVER (PARTITION BY region)
            AS active_{{ w }}d
        , CAST(sum(gmv_current_{{ w }}d + gmv_previous_{{ w }}d) OVER (PARTITION BY region) AS DOUBLE)
            AS all_gmv_{{ w }}d
        {% endfor %}
    FROM sellers AS s
    LEFT JOIN assessed AS a ON a.seller_id = s.seller_id
),
weighed AS (
    SELECT
        r.*
        {% for w in periods %}
        , orders_current_{{ w }}d - orders_previous_{{ w }}d AS more_orders_{{ w }}d
        , CAST(round(
            1E8 * CAST(gmv_current_{{ w }}d - gmv_previous_{{ w }}d AS DOUBLE)
            / CAST(nullif(all_gmv_{{ w }}d, 0E0) AS DOUBLE)
        ) AS BIGINT) AS more_gmv_{{ w }}d
        {% endfor %}
    FROM ranked AS r
),
traded AS (
    {% for w in periods %}
    SELECT
        region, {{ w }} AS window_days,
        CAST(sum(orders_current_{{ w }}d) AS BIGINT) AS orders,
            CAST(sum(gmv_current_{{ w }}d) AS BIGINT) AS gmv_minor,
            CAST(sum(foreign_current_{{ w }}d) AS BIGINT) AS orders_in_other_currencies,
        count(*) FILTER (WHERE orders_current_{{ w }}d > 0) AS active_sellers,
        count(*) FILTER (WHERE orders_current_{{ w }}d > 0 AND assessable = 0) AS not_assessable,
        CAST(sum(orders_previous_{{ w }}d) AS BIGINT) AS previous_orders,
            CAST(sum(gmv_previous_{{ w }}d) AS BIGINT) AS previous_gmv_minor,
        count(*) FILTER (WHERE orders_previous_{{ w }}d > 0) AS previous_active_sellers,
        CAST(sum(faults_{{ w }}d) AS BIGINT) AS faults,
        -- The 1 % with most faults, at least one seller.
        CAST(sum(CASE
            WHEN nth_{{ w }}d <= greatest(1, CAST(floor(CAST(active_{{ w }}d AS DOUBLE) / 1E2) AS BIGINT))
                THEN faults_{{ w }}d
            ELSE 0
        END) AS BIGINT) AS top_faults,
        CAST(sum(more_orders_{{ w }}d * more_orders_{{ w }}d) AS DOUBLE) AS orders_squares,
        CAST(sum(more_gmv_{{ w }}d * more_gmv_{{ w }}d) AS DOUBLE)
            * max(all_gmv_{{ w }}d) * max(all_gmv_{{ w }}d) * 1E-16 AS gmv_squares,
        CAST(count(*) FILTER (
            WHERE (orders_current_{{ w }}d > 0) <> (orders_previous_{{ w }}d > 0)
        ) AS DOUBLE) AS active_sellers_squares,
        count(*) FILTER (WHERE orders_current_{{ w }}d + orders_previous_{{ w }}d > 0) AS draws,
        {{ noise_width[w] }} AS width
    FROM weighed
    GROUP BY region
    {% if not loop.last %}UNION ALL{% endif %}

    {% endfor %}
),
joined AS (
    SELECT
        p.region, w.window_days,
        count(*) FILTER (WHERE s.joined_on > w.opens_after AND s.joined_on <= {{ run_date }}) AS new_sellers,
        count(*) FILTER (WHERE s.joined_on > w.previous_opens_after AND s.joined_on <= w.opens_after)
            AS previous_new_sellers
    FROM places AS p
    CROSS JOIN windows AS w
    JOIN {{ ref('sellers') }} AS s ON p.region = 'ALL' OR s.home_region = p.region
    GROUP BY p.region, w.window_days
),
left_out AS (
    SELECT region, window_days, CAST(sum(excluded) AS BIGINT) AS excluded,
        CAST(sum(met + fault + forgiven + excluded) AS BIGINT) AS decided
    FROM {{ ref('region_metrics') }} AS m
    WHERE metric IN {{ in_list(order_metric_names) }}
    GROUP BY region, window_days
)
SELECT
    p.region, w.window_days,
    coalesce(t.orders, 0) AS orders,
    CASE WHEN c.currency IS NOT NULL THEN t.gmv_minor END AS gmv_minor,
    c.currency,
    coalesce(t.orders_in_other_currencies, 0) AS orders_in_other_currencies,
    coalesce(t.active_sellers, 0) AS active_sellers,
    coalesce(j.new_sellers, 0) AS new_sellers,
    CAST(t.not_assessable AS DOUBLE) / CAST(nullif(t.active_sellers, 0) AS DOUBLE) AS not_assessable_share,
    CAST(l.excluded AS DOUBLE) / CAST(nullif(l.decided, 0) AS DOUBLE) AS excluded_share,
    CAST(t.top_faults AS DOUBLE) / CAST(nullif(t.faults, 0) AS DOUBLE) AS fault_share_top_1pct,
    coalesce(t.previous_orders, 0) AS previous_orders,
    CASE WHEN c.currency IS NOT NULL THEN t.previous_gmv_minor END AS previous_gmv_minor,
    coalesce(t.previous_active_sellers, 0) AS previous_active_sellers,
    coalesce(j.previous_new_sellers, 0) AS previous_new_sellers,
    coalesce(f.first_day <= w.previous_first_day, 1 = 0) AS previous_whole
    {% for one in told %}
    , CASE WHEN f.first_day <= w.previous_first_day AND t.draws >= 10
        {{ 'AND c.currency IS NOT NULL' if one[0] == 'gmv' }} THEN t.width * sqrt(t.{{ one[0] }}_squares)
            / CAST(nullif(t.previous_{{ one[1] }}, 0) AS DOUBLE) END AS {{ one[0] }}_noise
    {% endfor %}
FROM places AS p
CROSS JOIN windows AS w
LEFT JOIN traded AS t ON t.region = p.region AND t.window_days = w.window_days
LEFT JOIN paid_in AS c ON c.region = p.region
LEFT JOIN joined AS j ON j.region = p.region AND j.window_days = w.window_days
LEFT JOIN left_out AS l ON l.region = p.region AND l.window_days = w.window_days
LEFT JOIN {{ ref('region_first_days') }} AS f ON f.region = p.region
ORDER BY p.region, w.window_days
