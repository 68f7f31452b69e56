-- One row per region (and ALL), metric and trailing window of 7, 28 or 90 matured days, with the same a
-- period earlier. Order-weighted rates count every order alike; the seller-weighted rate is the mean of the
-- sellers' own rates.
{% set spans = [{name: 'current', prefix: '', times: 0}, {name: 'previous', prefix: 'previous_', times: 1}] %}
WITH places AS (
    {{ regions_and_all() }}
),
metric_windows AS (
    SELECT * FROM (
        VALUES
        ('?', 0, 0, FALSE)
        {% for m in metrics %}{% for w in periods %}
        , ({{ quoted(m.metric) }}, {{ m.maturation_days }}, {{ w }}, {{ 'TRUE' if measured(m) else 'FALSE' }})
        {% endfor %}{% endfor %}
    ) AS t (metric, maturation_days, window_days, measured)
    WHERE metric <> '?'
),
-- How many days ago the cohort day was when the metric's newest matured day was today: 0 is that day,
-- negative is not matured.
aged AS (
    SELECT
        d.*, q.window_days,
        date_diff('day', d.day, {{ run_date }}) - q.maturation_days AS age
    FROM {{ ref('region_daily') }} AS d
    JOIN metric_windows AS q ON q.metric = d.metric
),
spans AS (
    SELECT
        region, metric, window_days
        {% for c in counted %}{% for span in spans %}
        {% set pending_now = c.name == 'pending' and span.times == 0 %}
        , CAST(sum(CASE
            WHEN age < {{ span.times + 1 }} * window_days
                {% if not pending_now %}
                AND age >= {{ span.times }} * window_days
                {% endif %}
                THEN {{ c.name }}
            ELSE 0
        END) AS BIGINT) AS {{ span.prefix }}{{ c.name }}
        {% endfor %}{% endfor %}
    FROM aged
    GROUP BY region, metric, window_days
),
sellers AS (
    -- A seller's own rate in ALL is over all regions together.
    {% for place in ['region', "'ALL'"] %}
    SELECT
        seller_id, {{ place }} AS region
        {% for w in periods %}{% for span in spans %}{% for m in measured_metrics %}
        {% set stem = m.metric ~ '_' ~ span.name ~ '_' ~ w ~ 'd_' %}
        , CAST(sum({{ stem }}fault) AS BIGINT) AS {{ stem }}fault
        , CAST(sum({{ denominator(stem) }}) AS BIGINT) AS {{ stem }}counted
        {% endfor %}{% endfor %}{% endfor %}
    FROM {{ ref('seller_periods') }} AS s
    GROUP BY seller_id{{ ', region' if place == 'region' else '' }}
    {% if not loop.last %}
    UNION ALL
    {% endif %}
    {% endfor %}
),
-- Means over sellers are sums of each seller's rate in whole units of 1e-12, so that the order of adding
-- cannot matter.
weighted AS (
    {% for m in measured_metrics %}{% for w in periods %}
    SELECT
        region, {{ quoted(m.metric) }} AS metric, {{ w }} AS window_days
        {% for span in spans %}
        {% set stem = m.metric ~ '_' ~ span.name ~ '_' ~ w ~ 'd_' %}
        , count(*) FILTER (WHERE {{ stem }}counted > 0) AS sellers_{{ span.name }}
        , CAST(sum(CAST(round(1E12 * {{ ratio(stem ~ 'fault', stem ~ 'counted') }}) AS BIGINT)) AS BIGINT)
            AS rates_{{ span.name }}
        {% endfor %}
    FROM sellers
    GROUP BY region
    UNION ALL
    {% endfor %}{% endfor %}
    -- No row; gives the columns their names and types on a night that measures nothing.
    SELECT
        CAST(NULL AS VARCHAR) AS region, CAST(NULL AS VARCHAR) AS metric, CAST(NULL AS INTEGER) AS window_days
        {% for span in spans %}
        , CAST(NULL AS BIGINT) AS sellers_{{ span.name }}, CAST(NULL AS BIGINT) AS rates_{{ span.name }}
        {% endfor %}
    WHERE 1 = 0
),
counted AS (
    SELECT
        p.region, q.metric, q.window_days
        {% for c in counted %}{% for span in spans %}
        , CASE WHEN q.measured THEN coalesce(s.{{ span.prefix }}{{ c.name }}, 0) END
            AS {{ span.prefix }}{{ c.name }}
        {% endfor %}{% endfor %}
        , CASE WHEN q.measured THEN coalesce(w.sellers_current, 0) END AS sellers
        , CAST(w.rates_current AS DOUBLE) / CAST(nullif(w.sellers_current, 0) AS DOUBLE) / 1E12
            AS seller_weighted_rate
        , CAST(w.rates_previous AS DOUBLE) / CAST(nullif(w.sellers_previous, 0) AS DOUBLE) / 1E12
            AS previous_seller_weighted_rate
    FROM places AS p
    CROSS JOIN metric_windows AS q
    LEFT JOIN spans AS s ON s.region = p.region AND s.metric = q.metric AND s.window_days = q.window_days
    LEFT JOIN weighted AS w ON w.region = p.region AND w.metric = q.metric AND w.window_days = q.window_days
)
SELECT
    region, metric, CAST(window_days AS INTEGER) AS window_days
    {% for span in spans %}
    {% for c in counted %}
    , {{ span.prefix }}{{ c.name }}
    {% endfor %}
    , {{ ratio(span.prefix ~ 'fault', denominator(span.prefix)) }} AS {{ span.prefix }}accountable_rate
    , {{ ratio(span.prefix ~ 'fault + ' ~ span.prefix ~ 'forgiven',
        span.prefix ~ 'met + ' ~ span.prefix ~ 'fault + ' ~ span.prefix ~ 'forgiven') }}
        AS {{ span.prefix }}raw_rate
    , {{ span.prefix }}seller_weighted_rate
    {% if span.times == 0 %}
    , sellers
    {% endif %}
    {% endfor %}
FROM counted
ORDER BY region, metric, window_days
