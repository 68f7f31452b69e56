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
        ('?', 0, 0, 0)
        {% for p in metric_periods %}
        , ({{ quoted(p.metric) }}, {{ p.maturation_days }}, {{ p.window_days }}, {{ p.nth }})
        {% endfor %}
    ) AS t (metric, maturation_days, window_days, nth)
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
    {% for place in ['region', "'ALL'"] %}
    SELECT
        seller_id, {{ place }} AS region
        {% for w in periods %}{% for span in spans %}{% for m in measured_metrics %}
        {% set stem = m.metric ~ '_' ~ span.name ~ '_' ~ w ~ 'd_' %}
        , CAST(sum({{ stem }}fault) AS BIGINT) AS {{ stem }}fault
        , CAST(sum({{ stem }}counted) AS BIGINT) AS {{ stem }}counted
        {% endfor %}{% endfor %}{% endfor %}
    FROM {{ ref('seller_periods') }} AS s
    GROUP BY seller_id{{ ', region' if place == 'region' else '' }}
    {% if not loop.last %}
    UNION ALL
    {% endif %}
    {% endfor %}
),
-- Each metric and period is told apart by its number, so that sellers are read once: a branch each would be
-- more stages than Athena plans.
seller_rates AS (
    SELECT
        s.region, q.metric, q.window_days
        {% for span in spans %}
        {% for count in ['fault', 'counted'] %}
        , CASE q.nth
            WHEN 0 THEN CAST(NULL AS BIGINT)
            {% for p in metric_periods %}{% if p.nth %}
            WHEN {{ p.nth }} THEN {{ p.metric }}_{{ span.name }}_{{ p.window_days }}d_{{ count }}
            {% endif %}{% endfor %}
        END AS {{ span.name }}_{{ count }}
        {% endfor %}
        {% endfor %}
    FROM sellers AS s
    CROSS JOIN metric_windows AS q
    WHERE q.nth > 0
),
-- Means over sellers sum up each rate in whole units of 1e-12, so that the order of adding cannot
-- matter.
weighted AS (
    SELECT
        region, metric, window_days
        {% for span in spans %}
        , count(*) FILTER (WHERE {{ span.name }}_counted > 0) AS sellers_{{ span.name }}
        , CAST(sum(CAST(
            round(1E12 * {{ ratio(span.name ~ '_fault', span.name ~ '_counted') }})
        AS BIGINT)) AS BIGINT) AS rates_{{ span.name }}
        {% endfor %}
    FROM seller_rates
    GROUP BY region, metric, window_days
),
counted AS (
    SELECT
        p.region, q.metric, q.window_days
        {% for c in counted %}{% for span in spans %}
        , CASE WHEN q.nth > 0 THEN coalesce(s.{{ span.prefix }}{{ c.name }}, 0) END
            AS {{ span.prefix }}{{ c.name }}
        {% endfor %}{% endfor %}
        , CASE WHEN q.nth > 0 THEN coalesce(w.sellers_current, 0) END AS sellers
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
