-- One row per region (and ALL), metric and trailing window of 7, 28 or 90 days, with the same a period earlier.
-- Order-weighted rates count every order alike; the seller-weighted rate is the mean of the sellers' own rates.
{% macro ratio(part, whole) -%}
CAST({{ part }} AS DOUBLE) / CAST(nullif({{ whole }}, 0) AS DOUBLE)
{%- endmacro %}
WITH places AS (
    SELECT * FROM (
        VALUES
        ('ALL'){% for r in regions %}, ({{ quoted(r.code) }}){% endfor %}

    ) AS t (region)
),
metric_windows AS (
    SELECT * FROM (
        VALUES
        {% for m in metrics %}{% set outer = loop %}{% for w in periods %}
        ('{{ m.key }}', {{ w }}, {{ 'TRUE' if measured(m) else 'FALSE' }}){% if not (outer.last and loop.last) %},{% endif %}

        {% endfor %}{% endfor %}
    ) AS t (metric, window_days, measured)
),
spans AS (
    {% for w in periods %}
    SELECT
        region, metric, {{ w }} AS window_days
        {% for o in outcomes %}
        , CAST(sum(CASE WHEN day > {{ day(-w) }} THEN {{ o.name }} ELSE 0 END) AS BIGINT) AS {{ o.name }}
        , CAST(sum(CASE WHEN day <= {{ day(-w) }} THEN {{ o.name }} ELSE 0 END) AS BIGINT) AS previous_{{ o.name }}
        {% endfor %}
    FROM {{ ref('region_daily') }} AS d
    WHERE day > {{ day(-2 * w) }}
    GROUP BY region, metric
    {% if not loop.last %}UNION ALL{% endif %}

    {% endfor %}
),
sellers AS (
    -- A seller's own rate in ALL is over all regions together.
    SELECT seller_id, region{% for w in periods %}{% for name in ['current', 'previous'] %}{% for m in measured_metrics %}, {{ m.key }}_{{ name }}_{{ w }}d_met, {{ m.key }}_{{ name }}_{{ w }}d_fault{% endfor %}{% endfor %}{% endfor %}

    FROM {{ ref('seller_periods') }} AS s
    UNION ALL
    SELECT seller_id, 'ALL'{% for w in periods %}{% for name in ['current', 'previous'] %}{% for m in measured_metrics %}, CAST(sum({{ m.key }}_{{ name }}_{{ w }}d_met) AS BIGINT), CAST(sum({{ m.key }}_{{ name }}_{{ w }}d_fault) AS BIGINT){% endfor %}{% endfor %}{% endfor %}

    FROM {{ ref('seller_periods') }} AS s
    GROUP BY seller_id
),
-- Means over sellers are sums of each seller's rate in whole units of 1e-12, so that the order of adding cannot matter.
weighted AS (
    {% for m in measured_metrics %}{% for w in periods %}
    SELECT
        region, '{{ m.key }}' AS metric, {{ w }} AS window_days
        {% for name in ['current', 'previous'] %}
        , count(*) FILTER (WHERE {{ m.key }}_{{ name }}_{{ w }}d_met + {{ m.key }}_{{ name }}_{{ w }}d_fault > 0) AS sellers_{{ name }}
        , CAST(sum(CAST(round(1E12 * {{ ratio(m.key ~ '_' ~ name ~ '_' ~ w ~ 'd_fault', m.key ~ '_' ~ name ~ '_' ~ w ~ 'd_met + ' ~ m.key ~ '_' ~ name ~ '_' ~ w ~ 'd_fault') }}) AS BIGINT)) AS BIGINT) AS rates_{{ name }}
        {% endfor %}
    FROM sellers
    GROUP BY region
    UNION ALL
    {% endfor %}{% endfor %}
    -- No row; gives the columns their names and types on a night that measures nothing.
    SELECT
        CAST(NULL AS VARCHAR) AS region, CAST(NULL AS VARCHAR) AS metric, CAST(NULL AS INTEGER) AS window_days
        {% for name in ['current', 'previous'] %}, CAST(NULL AS BIGINT) AS sellers_{{ name }}, CAST(NULL AS BIGINT) AS rates_{{ name }}{% endfor %}

    WHERE 1 = 0
),
counted AS (
    SELECT
        p.region, q.metric, q.window_days
        {% for o in outcomes %}
        , CASE WHEN q.measured THEN coalesce(s.{{ o.name }}, 0) END AS {{ o.name }}
        , CASE WHEN q.measured THEN coalesce(s.previous_{{ o.name }}, 0) END AS previous_{{ o.name }}
        {% endfor %}
        , CASE WHEN q.measured THEN coalesce(w.sellers_current, 0) END AS sellers
        , CAST(w.rates_current AS DOUBLE) / CAST(nullif(w.sellers_current, 0) AS DOUBLE) / 1E12 AS seller_weighted_rate
        , CAST(w.rates_previous AS DOUBLE) / CAST(nullif(w.sellers_previous, 0) AS DOUBLE) / 1E12 AS previous_seller_weighted_rate
    FROM places AS p
    CROSS JOIN metric_windows AS q
    LEFT JOIN spans AS s ON s.region = p.region AND s.metric = q.metric AND s.window_days = q.window_days
    LEFT JOIN weighted AS w ON w.region = p.region AND w.metric = q.metric AND w.window_days = q.window_days
)
SELECT
    region, metric, window_days, met, fault, forgiven, excluded, pending,
    {{ ratio('fault', 'met + fault') }} AS accountable_rate,
    {{ ratio('fault + forgiven', 'met + fault + forgiven') }} AS raw_rate,
    seller_weighted_rate, sellers,
    previous_met, previous_fault, previous_forgiven, previous_excluded, previous_pending,
    {{ ratio('previous_fault', 'previous_met + previous_fault') }} AS previous_accountable_rate,
    {{ ratio('previous_fault + previous_forgiven', 'previous_met + previous_fault + previous_forgiven') }} AS previous_raw_rate,
    previous_seller_weighted_rate
FROM counted
ORDER BY region, metric, window_days
