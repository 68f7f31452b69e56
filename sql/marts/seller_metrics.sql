-- One row per seller, programme and metric, over all regions of the programme. Sellers without orders in any
-- window are absent, not zero. Rates are computed once, here, from whole numbers. `because` is a code; its
-- words are in wording/. Buyers and days of faults are counted where policy has a floor of them: of an order
-- its newest version names the buyer; whatever has none that is known counts as of a buyer of its own.
WITH
{% for p in programmes %}
sellers_{{ loop.index }} AS (
    SELECT
        seller_id, CAST(sum(placed_{{ p.assessable.window_days }}) AS BIGINT) AS orders
        {% for m in p.metrics %}
        {% if has_longer_window(m) %}
        , CASE WHEN {{ has_few(m) }} THEN {{ longer_window(m).window_days }} ELSE {{ m.window_days }} END
            AS {{ m.metric }}_window
        {% endif %}
        {% for c in counted %}
        , {{ sum_in_window(m, c.name) }} AS {{ m.metric }}_{{ c.name }}
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
{% if keeping.length %}
holders AS (
    {{ holders() }}
),
{% endif %}
{% if relieving.length %}
-- Faults of the windows that apply which the programme itself forgives.
eased AS (
    SELECT d.seller_id, d.programme, d.metric, count(*) AS faults
    FROM {{ ref('outcome_details') }} AS d
    JOIN {{ ref('reliefs') }} AS r
        ON r.seller_id = d.seller_id AND r.programme = d.programme AND r.metric = d.metric
        AND r.order_id = d.subject_id
    GROUP BY d.seller_id, d.programme, d.metric
),
{% endif %}
counted AS (
    {% for p in programmes %}
    {% set outer = loop %}
    {% set held = held_or_standard('k.held_rank', quoted(p.programme)) %}
    {% for m in p.metrics %}
    SELECT
        p.seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric,
        {{ quoted(unit_of(room_of(m))) }} AS unit,
        {% if stretches(m) %}
        coalesce(w.window_days, {{ m.metric }}_window) AS window_days,
        {% for c in counted %}
        coalesce(w.{{ c.name }}, {{ m.metric }}_{{ c.name }})
            {{- eased(c.name) if relieves(m) }} AS {{ c.name }},
        {% endfor %}
        {% else %}
        {{ m.metric ~ '_window' if has_longer_window(m) else m.window_days }} AS window_days,
        {% for c in counted %}
        {{ m.metric ~ '_' ~ c.name if measured(room_of(m)) else 'CAST(NULL AS BIGINT)' }}
            {{- eased(c.name) if relieves(m) }} AS {{ c.name }},
        {% endfor %}
        {% endif %}
        orders, CAST({{ p.assessable.orders }} AS BIGINT) AS orders_needed,
            {{ p.assessable.window_days }} AS orders_window_days,
        CAST({{ m.at_least.counted }} AS BIGINT) AS counted_needed,
            CAST({{ m.at_least.faults }} AS BIGINT) AS faults_from,
            CAST({{ m.at_least.buyers or 0 }} AS BIGINT) AS buyers_from,
            CAST({{ m.at_least.days or 0 }} AS BIGINT) AS days_from,
        {% for tier in p.tiers %}{% if tier.key == p.standard %}
        CAST({{ bound_for(m.tiers[tier.key], loop.index, held) }} AS BIGINT) AS standard_ppm,
            {{ strict(m.tiers[tier.key]) }} AS standard_strict,
            '{{ m.tiers[tier.key].said or 'at_most' }}' AS bound_said,
        {% endif %}{% endfor %}
        {{ 'CAST(' ~ (ppm(m.alert.at_most) if m.alert else 'NULL') ~ ' AS BIGINT)' }} AS alert_ppm,
            {{ strict(m.alert) if m.alert else 0 }} AS alert_strict,
            {{ quoted(m.alert.said or 'at_most') if m.alert else 'CAST(NULL AS VARCHAR)' }} AS alert_said
        {% if keeping.length %}
        , {{ held }} AS held_rank
        {% endif %}
    FROM present_{{ outer.index }} AS p
    {% if keeping.length %}
    LEFT JOIN holders AS k ON k.seller_id = p.seller_id AND k.programme = {{ quoted(p.programme) }}
    {% endif %}
    {% if relieves(m) %}
    LEFT JOIN eased AS e ON e.seller_id = p.seller_id AND e.programme = {{ quoted(p.programme) }}
        AND e.metric = {{ quoted(m.metric) }}
    {% endif %}
    {% if stretches(m) %}
    LEFT JOIN {{ ref('stretched') }} AS w
        ON w.seller_id = p.seller_id AND w.programme = {{ quoted(p.programme) }}
        AND w.metric = {{ quoted(m.metric) }}
    {% endif %}
    {% if not (loop.last and outer.last) %}
    UNION ALL
    {% endif %}
    {% endfor %}
    {% endfor %}
),
{% if floored.length > 1 %}
faults AS (
    SELECT seller_id, programme, metric, cohort_day, order_id
    FROM {{ ref('outcome_details') }} AS d
    WHERE outcome = 'fault' AND programme || ' ' || metric IN {{ in_list(floored) }}
),
{% if asks_for_buyers %}
{{ buyers_of_faults() }}
{% endif %}
spread AS (
    SELECT
        f.seller_id, f.programme, f.metric, count(DISTINCT f.cohort_day) AS fault_days,
        {% if asks_for_buyers %}
        count(DISTINCT n.buyer_id) + count(CASE WHEN n.buyer_id IS NULL THEN 1 END) AS fault_buyers
        {% else %}
        CAST(0 AS BIGINT) AS fault_buyers
        {% endif %}
    FROM faults AS f
    {% if asks_for_buyers %}
    LEFT JOIN newest AS n
        ON n.order_id = f.order_id AND n.seller_id = f.seller_id AND n.version_rank = 1
    {% endif %}
    GROUP BY f.seller_id, f.programme, f.metric
),
{% endif %}
spreading AS (
    SELECT
        c.*,
        {% for what in ['buyers', 'days'] %}
        {% if floored.length > 1 %}
        CASE WHEN c.met IS NOT NULL AND c.{{ what }}_from > 0 THEN coalesce(s.fault_{{ what }}, 0) END
        {% else %}
        CAST(NULL AS BIGINT)
        {% endif %}
        AS fault_{{ what }}{{ ',' if not loop.last }}
        {% endfor %}
    FROM counted AS c
    {% if floored.length > 1 %}
    LEFT JOIN spread AS s ON s.seller_id = c.seller_id AND s.programme = c.programme AND s.metric = c.metric
    {% endif %}
),
rated AS (
    SELECT
        *,
        {{ denominator() }} AS counted,
        {{ ratio('fault', denominator()) }} AS accountable_rate,
        {{ ratio('fault + forgiven', 'met + fault + forgiven') }} AS raw_rate,
        {{ faults_allowed('standard_ppm', 'standard_strict', denominator()) }} AS allowed_by_rate,
        {{ faults_allowed('alert_ppm', 'alert_strict', denominator()) }} AS allowed_by_alert
    FROM spreading
),
judged AS (
    SELECT
        *,
        -- Fewer faults than the floor meet every bound, so that at least so many are always allowed. Where
        -- nothing is counted, a bound that leaves itself out would allow less than none.
        -- DuckDB's greatest passes over a null, Trino's does not: what is not measured allows nothing.
        CASE WHEN met IS NOT NULL THEN greatest(allowed_by_rate, faults_from - 1, 0) END AS allowed,
        CASE WHEN met IS NOT NULL AND alert_ppm IS NOT NULL
            THEN greatest(allowed_by_alert, faults_from - 1, 0)
        END AS alert_allowed,
        CASE
            WHEN met IS NULL THEN 'no_source'
            {% if resting.length %}
            WHEN programme || ' ' || metric IN {{ in_list(paused_entries) }} THEN 'paused'
            {% endif %}
            WHEN orders < orders_needed THEN 'few_orders'
            WHEN counted = 0 THEN 'nothing_final'
            WHEN counted < counted_needed THEN 'few_counted'
            WHEN fault < faults_from
                OR {{ within_bound('fault', 'standard_ppm', 'standard_strict', 'counted') }} THEN 'within'
            WHEN fault_buyers < buyers_from THEN 'few_buyers'
            WHEN fault_days < days_from THEN 'few_days'
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
        WHEN 'few_buyers' THEN 'met'
        WHEN 'few_days' THEN 'met'
        WHEN 'above' THEN 'missed'
        ELSE 'not_assessable'
    END AS verdict,
    CASE
        WHEN because NOT IN ('within', 'few_buyers', 'few_days', 'above') THEN CAST(NULL AS VARCHAR)
        {% for p in programmes %}
        WHEN programme = {{ quoted(p.programme) }} AND {{ too_few_faults() }}
            THEN {{ quoted(p.tiers[0].key) }}
        {% endfor %}
        {% for p in programmes %}{% for m in p.metrics %}{% for tier in p.tiers %}
        {% if not loop.last %}
        WHEN programme = {{ quoted(p.programme) }} AND metric = {{ quoted(m.metric) }}
            AND {{ within_bound(
                'fault', bound_for(m.tiers[tier.key], loop.index, 'held_rank'), strict(m.tiers[tier.key]),
                'counted') }}
            THEN {{ quoted(tier.key) }}
        {% endif %}
        {% endfor %}{% endfor %}{% endfor %}
        {% for p in programmes %}
        WHEN programme = {{ quoted(p.programme) }} THEN {{ quoted((p.tiers | last).key) }}
        {% endfor %}
    END AS tier,
    CAST(standard_ppm AS DOUBLE) / 1E6 AS at_most,
    allowed, because, orders, orders_needed, CAST(orders_window_days AS INTEGER) AS orders_window_days,
        counted_needed, faults_from, fault_buyers, buyers_from, fault_days, days_from, bound_said,
    CAST(alert_ppm AS DOUBLE) / 1E6 AS alert_at_most, alert_said, alert_allowed,
    -- Who is not assessed is not warned, and floors meet what is recommended too.
    CASE WHEN alert_ppm IS NOT NULL AND because IN ('within', 'few_buyers', 'few_days', 'above')
        THEN NOT {{ too_few_faults() }}
            AND NOT {{ within_bound('fault', 'alert_ppm', 'alert_strict', 'counted') }}
    END AS alert_exceeded
FROM judged
ORDER BY seller_id, programme, metric
