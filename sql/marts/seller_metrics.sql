-- One row per seller, programme and metric, over all regions of the programme. Sellers without orders in any window are
-- absent, not zero. Rates are computed once, here, from whole numbers.
{% macro ratio(part, whole) -%}
CAST({{ part }} AS DOUBLE) / CAST(nullif({{ whole }}, 0) AS DOUBLE)
{%- endmacro %}
WITH
{% for p in programmes %}
{% set outer = loop %}
sellers_{{ outer.index }} AS (
    SELECT
        seller_id, CAST(sum(placed_{{ p.assessable.window_days }}) AS BIGINT) AS orders
        {% for m in p.metrics %}{% for o in outcomes %}
        , CAST(sum({{ m.metric }}_{{ m.window_days }}_{{ o.name }}) AS BIGINT) AS {{ m.metric }}_{{ o.name }}
        {% endfor %}{% endfor %}
    FROM {{ ref('seller_counts') }} AS c
    WHERE region IN {{ in_list(p.regions) }}
    GROUP BY seller_id
),
present_{{ outer.index }} AS (
    SELECT * FROM sellers_{{ outer.index }}
    WHERE orders{% for m in p.metrics %}{% for o in outcomes %} + {{ m.metric }}_{{ o.name }}{% endfor %}{% endfor %} > 0
),
{% endfor %}
counted AS (
    {% for p in programmes %}
    {% set outer = loop %}
    {% for m in p.metrics %}
    SELECT
        seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric,
        {{ m.window_days }} AS window_days,
        {% if measured(m.metric) %}
        {% for o in outcomes %}{{ m.metric }}_{{ o.name }} AS {{ o.name }}, {% endfor %}
        {% else %}
        {% for o in outcomes %}CAST(NULL AS BIGINT) AS {{ o.name }}, {% endfor %}
        {% endif %}
        orders, {{ p.assessable.orders }} AS orders_needed, {{ p.assessable.window_days }} AS orders_window,
        {% for tier in p.tiers %}{% if not loop.last %}{% if tier.key == p.standard %}{{ ppm(m.tiers[tier.key].at_most) }} AS standard_ppm,{% endif %}{% endif %}{% endfor %}

        CASE
            {% if measured(m.metric) %}
            WHEN orders < {{ p.assessable.orders }} OR {{ m.metric }}_met + {{ m.metric }}_fault = 0 THEN CAST(NULL AS VARCHAR)
            {% for tier in p.tiers %}
            {% if loop.last %}
            ELSE {{ quoted(tier.key) }}
            {% else %}
            WHEN {{ m.metric }}_fault * 1000000 <= {{ ppm(m.tiers[tier.key].at_most) }} * ({{ m.metric }}_met + {{ m.metric }}_fault) THEN {{ quoted(tier.key) }}
            {% endif %}
            {% endfor %}
            {% else %}
            WHEN 1 = 1 THEN CAST(NULL AS VARCHAR)
            {% endif %}
        END AS tier
    FROM present_{{ outer.index }}
    {% if not (loop.last and outer.last) %}UNION ALL{% endif %}

    {% endfor %}
    {% endfor %}
),
rated AS (
    SELECT
        *,
        {{ ratio('fault', 'met + fault') }} AS accountable_rate,
        {{ ratio('fault + forgiven', 'met + fault + forgiven') }} AS raw_rate,
        CAST(floor(CAST(standard_ppm * (met + fault) AS DOUBLE) / 1E6) AS BIGINT) AS allowed,
        CASE
            WHEN met IS NULL THEN 'not_measured'
            WHEN orders < orders_needed OR met + fault = 0 THEN 'not_assessable'
            WHEN fault * 1000000 <= standard_ppm * (met + fault) THEN 'met'
            ELSE 'missed'
        END AS verdict
    FROM counted
)
SELECT
    seller_id, programme, metric, window_days, met, fault, forgiven, excluded, pending,
    accountable_rate, raw_rate, verdict, tier,
    CAST(standard_ppm AS DOUBLE) / 1E6 AS at_most,
    allowed,
    CASE
        WHEN verdict = 'not_measured' THEN 'no source has landed for it'
        WHEN orders < orders_needed
            THEN CAST(orders AS VARCHAR) || ' orders in ' || CAST(orders_window AS VARCHAR) || ' days, policy asks for ' || CAST(orders_needed AS VARCHAR)
        WHEN verdict = 'not_assessable' THEN 'nothing has become final in ' || CAST(window_days AS VARCHAR) || ' days'
        ELSE CAST(fault AS VARCHAR) || ' of ' || CAST(met + fault AS VARCHAR) || ' at fault, ' || CAST(allowed AS VARCHAR) || ' allowed'
    END AS because
FROM rated
ORDER BY seller_id, programme, metric
