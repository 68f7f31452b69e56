-- One row per region (and ALL), metric and trailing window of 7, 28 or 90 matured days, with the same a
-- period earlier. Order-weighted rates count every order alike; the seller-weighted rate is the mean of the
-- sellers' own rates. A change is told with the interval that chance explains, where sellers and days are
-- what varies; without an earlier period that is whole there is none.
{% set spans = [{name: 'current', prefix: '', times: 0}, {name: 'previous', prefix: 'previous_', times: 1}] %}
WITH places AS (
    {{ regions_and_all() }}
),
metric_windows AS (
    SELECT * FROM (
        VALUES
        ('?', 0, 0, 0, 0, {{ run_date }}, {{ run_date }}, {{ run_date }}, 0E0)
        {% for p in metric_periods %}
        , ({{ quoted(p.metric) }}, {{ p.maturation_days }}, {{ p.window_days }}, {{ p.nth }},
            {{ 1 if p.metric in order_metric_names else 0 }},
            {{ day(1 - p.maturation_days - p.window_days) }}, {{ day(-p.maturation_days) }},
            {{ day(1 - p.maturation_days - 2 * p.window_days) }}, {{ noise_width[p.window_days] }})
        {% endfor %}
    ) AS t (
        metric, maturation_days, window_days, nth, of_orders, first_day, last_day, previous_first_day, width
    )
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
        , min(day) AS first_counted_day
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
        {% set f = span.name ~ '_fault' %}{% set n = span.name ~ '_counted' %}
        , CAST(sum({{ f }} * {{ f }}) AS DOUBLE) AS {{ span.name }}_ff
        , CAST(sum({{ f }} * {{ n }}) AS DOUBLE) AS {{ span.name }}_fn
        , CAST(sum({{ n }} * {{ n }}) AS DOUBLE) AS {{ span.name }}_nn
        {% endfor %}
        , count(*) FILTER (WHERE current_counted + previous_counted > 0) AS draws
        , CAST(sum(current_fault * previous_fault) AS DOUBLE) AS both_ff
        , CAST(sum(current_fault * previous_counted) AS DOUBLE) AS both_fn
        , CAST(sum(current_counted * previous_fault) AS DOUBLE) AS both_nf
        , CAST(sum(current_counted * previous_counted) AS DOUBLE) AS both_nn
    FROM seller_rates
    GROUP BY region, metric, window_days
),
day_draws AS (
    SELECT
        region, metric, window_days
        {% for span in spans %}
        {% set mine -%}
        age >= {{ span.times }} * window_days AND age < {{ span.times + 1 }} * window_days
        {%- endset %}
        {% set all = '(' ~ denominator() ~ ')' %}
        {% set products = [['ff', 'fault * fault'], ['fn', 'fault * ' ~ all], ['nn', all ~ ' * ' ~ all]] %}
        {% for product in products %}
        , CAST(sum(CASE WHEN {{ mine }} THEN {{ product[1] }} ELSE 0 END) AS DOUBLE)
            AS {{ span.name }}_{{ product[0] }}
        {% endfor %}{% endfor %}
    FROM aged
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
        , q.first_day, q.last_day, q.width, w.draws
        , coalesce(CASE WHEN q.of_orders = 1 THEN f.first_day ELSE s.first_counted_day END
            <= q.previous_first_day, 1 = 0) AS previous_whole
        {% for product in ['ff', 'fn', 'nn'] %}{% for span in spans %}
        , w.{{ span.name }}_{{ product }}
        , d.{{ span.name }}_{{ product }} AS day_{{ span.name }}_{{ product }}
        {% endfor %}{% endfor %}
        , w.both_ff, w.both_fn, w.both_nf, w.both_nn
    FROM places AS p
    CROSS JOIN metric_windows AS q
    LEFT JOIN spans AS s ON s.region = p.region AND s.metric = q.metric AND s.window_days = q.window_days
    LEFT JOIN weighted AS w ON w.region = p.region AND w.metric = q.metric AND w.window_days = q.window_days
    LEFT JOIN day_draws AS d ON d.region = p.region AND d.metric = q.metric AND d.window_days = q.window_days
    LEFT JOIN {{ ref('region_first_days') }} AS f ON f.region = p.region
),
rated AS (
    SELECT
        *,
        {{ denominator() }} AS n, {{ denominator('previous_') }} AS previous_n,
        {{ ratio('fault', denominator()) }} AS rate,
        {{ ratio('previous_fault', denominator('previous_')) }} AS previous_rate
    FROM counted
),
-- Of fewer sellers than ten no spread is known.
varied AS (
    SELECT
        *,
        CASE WHEN previous_whole THEN rate - previous_rate END AS change,
        rate * (1E0 - rate) / CAST(n AS DOUBLE)
            + previous_rate * (1E0 - previous_rate) / CAST(previous_n AS DOUBLE) AS by_orders,
        CASE WHEN draws >= 10 THEN {{ of_draws('draws') }} * (
            {{ spread_of('rate', 'current_ff', 'current_fn', 'current_nn', 'n') }}
            + {{ spread_of('previous_rate', 'previous_ff', 'previous_fn', 'previous_nn', 'previous_n') }}
            - 2E0 * (both_ff - previous_rate * both_fn - rate * both_nf + rate * previous_rate * both_nn)
                / CAST(n AS DOUBLE) / CAST(previous_n AS DOUBLE)
        ) END AS by_sellers,
        {{ of_draws('window_days') }} * (
            {{ spread_of('rate', 'day_current_ff', 'day_current_fn', 'day_current_nn', 'n') }}
            + {{ spread_of('previous_rate', 'day_previous_ff', 'day_previous_fn', 'day_previous_nn',
                'previous_n') }}
        ) AS by_days
    FROM rated
),
noise AS (
    SELECT
        *,
        -- What sellers and days share is in both: what single orders bring is taken once.
        CASE WHEN change IS NOT NULL AND by_sellers IS NOT NULL
            THEN width * sqrt(greatest(by_sellers + by_days - by_orders, by_sellers, by_days, by_orders))
        END AS noise
    FROM varied
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
    , first_day, last_day, previous_whole, change, change - noise AS change_low, change + noise AS change_high
    , coalesce(abs(change) > noise, 1 = 0) AS beyond_noise
FROM noise
ORDER BY region, metric, window_days
