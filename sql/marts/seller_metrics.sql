-- One row per seller, programme and metric, over all regions of the programme. Sellers without orders in any
-- window are absent, not zero. Rates are computed once, here, from whole numbers. `because` is a code; its
-- words are in wording/.
WITH
{% for p in programmes %}
sellers_{{ loop.index }} AS (
    SELECT
        seller_id, CAST(sum(placed_{{ p.assessable.window_days }}) AS BIGINT) AS orders
        {% for m in p.metrics %}{% for c in counted %}
        , CAST(sum({{ m.metric }}_{{ m.window_days }}_{{ c.name }}) AS BIGINT) AS {{ m.metric }}_{{ c.name }}
        {% endfor %}{% endfor %}
    FROM {{ ref('seller_counts') }} AS c
    WHERE region IN {{ in_list(p.regions) }}
    GROUP BY seller_id
),
present_{{ loop.index }} AS (
    SELECT * FROM sellers_{{ loop.index }}
    WHERE orders
        {% for m in p.metrics %}{% for c in counted %}
        + {{ m.metric }}_{{ c.name }}
        {% endfor %}{% endfor %}
        > 0
),
{% endfor %}
counted AS (
    {% for p in programmes %}
    {% set outer = loop %}
    {% for m in p.metrics %}
    SELECT
        seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric,
        {{ quoted(unit_of(m.metric)) }} AS unit,
        {{ m.window_days }} AS window_days,
        {% for c in counted %}
        {{ m.metric ~ '_' ~ c.name if measured(m.metric) else 'CAST(NULL AS BIGINT)' }} AS {{ c.name }},
        {% endfor %}
        orders, CAST({{ p.assessable.orders }} AS BIGINT) AS orders_needed,
            {{ p.assessable.window_days }} AS orders_window_days,
        CAST({{ m.at_least.counted }} AS BIGINT) AS counted_needed,
            CAST({{ m.at_least.faults }} AS BIGINT) AS faults_from,
        {% for tier in p.tiers %}{% if tier.key == p.standard %}
        CAST({{ ppm(m.tiers[tier.key].at_most) }} AS BIGINT) AS standard_ppm
        {% endif %}{% endfor %}
    FROM present_{{ outer.index }}
    {% if not (loop.last and outer.last) %}
    UNION ALL
    {% endif %}
    {% endfor %}
    {% endfor %}
),
rated AS (
    SELECT
        *,
        {{ denominator() }} AS counted,
        {{ ratio('fault', denominator()) }} AS accountable_rate,
        {{ ratio('fault + forgiven', 'met + fault + forgiven') }} AS raw_rate,
        CAST(floor(CAST(standard_ppm * ({{ denominator() }}) AS DOUBLE) / 1E6) AS BIGINT) AS allowed_by_rate
    FROM counted
),
judged AS (
    SELECT
        *,
        -- Fewer faults than the floor meet every bound, so that at least so many are always allowed.
        -- DuckDB's greatest passes over a null, Trino's does not: what is not measured allows nothing.
        CASE WHEN met IS NOT NULL THEN greatest(allowed_by_rate, faults_from - 1) END AS allowed,
        CASE
            WHEN met IS NULL THEN 'no_source'
            WHEN orders < orders_needed THEN 'few_orders'
            WHEN counted = 0 THEN 'nothing_final'
            WHEN counted < counted_needed THEN 'few_counted'
            WHEN fault < faults_from OR fault * 1000000 <= standard_ppm * counted THEN 'within'
            ELSE 'above'
        END AS because
    FROM rated
)
SELECT
    seller_id, programme, metric, unit, window_days, met, fault, forgiven, excluded, pending, counted,
    accountable_rate, raw_rate,
    CASE because
        WHEN 'no_source' THEN 'not_measured'
        WHEN 'within' THEN 'met'
        WHEN 'above' THEN 'missed'
        ELSE 'not_assessable'
    END AS verdict,
    CASE
        WHEN because NOT IN ('within', 'above') THEN CAST(NULL AS VARCHAR)
        {% for p in programmes %}{% for m in p.metrics %}{% for tier in p.tiers %}
        {% if not loop.last %}
        WHEN programme = {{ quoted(p.programme) }} AND metric = {{ quoted(m.metric) }}
            AND (fault < faults_from OR fault * 1000000 <= {{ ppm(m.tiers[tier.key].at_most) }} * counted)
            THEN {{ quoted(tier.key) }}
        {% endif %}
        {% endfor %}{% endfor %}{% endfor %}
        {% for p in programmes %}
        WHEN programme = {{ quoted(p.programme) }} THEN {{ quoted((p.tiers | last).key) }}
        {% endfor %}
    END AS tier,
    CAST(standard_ppm AS DOUBLE) / 1E6 AS at_most,
    allowed, because, orders, orders_needed, CAST(orders_window_days AS INTEGER) AS orders_window_days,
        counted_needed, faults_from
FROM judged
ORDER BY seller_id, programme, metric
