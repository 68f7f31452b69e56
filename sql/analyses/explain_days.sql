-- One row per seller asked for, programme, metric and matured cohort day that a window or an evaluation may
-- look at: how many are counted, and how many of those are at fault. Without a metric: orders by the day on
-- which they were placed, of the days that decide whether the seller is judged at all.
{% set kind = {
    name: 'counted', codes: [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met]
} %}
WITH every_day AS (
    {% for p in programmes %}
    SELECT
        seller_id, {{ quoted(p.programme) }} AS programme, CAST(NULL AS VARCHAR) AS metric, placed_day AS day,
        CAST(sum(weight) AS BIGINT) AS counted, CAST(0 AS BIGINT) AS fault
    FROM {{ ledger('order_outcomes') }} AS o
    WHERE seller_id IN {{ in_list(sellers) }} AND region IN {{ in_list(p.regions) }}
        AND placed_day > {{ day(-p.assessable.window_days) }} AND placed_day <= {{ run_date }}
    GROUP BY seller_id, placed_day
    UNION ALL
    {% for m in p.metrics %}{% if measured(room_of(m)) %}
    {% set room = room_of(m) %}
    {% set judged = metric_of(room) %}
    {% set landed = judged.subject == 'landed' %}
    {% set stands = '1' if landed else 'weight' %}
    {% set weight = 'units * weight' if judged.count == 'items' else stands %}
    {% set at_fault = 'outcome' if landed else room %}
    {% set longer = longer_window(m).window_days if has_longer_window(m) else 0 %}
    {% set fresh = p.evaluation.effect.fresh_days if p.evaluation else 0 %}
    {% set reach = [m.window_days, longer, fresh] | max %}
    SELECT
        seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric,
        {{ 'cohort_day' if landed else room ~ '_day' }} AS day,
        CAST(sum({{ weight }}) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ at_fault }} = {{ outcome_codes.fault }} THEN {{ weight }} ELSE 0 END) AS BIGINT)
            AS fault
    FROM {{ ledger('order_outcomes') if judged.subject == 'order'
        else ref('landed_outcomes_judged' if landed else 'conversation_outcomes') }} AS o
    {% if crosses(m.where) %}
    {{ with_home() }}
    {% endif %}
    WHERE seller_id IN {{ in_list(sellers) }} AND region IN {{ in_list(p.regions) }}
        {% if m.where %}
        AND {{ counts_in_segment(m.where) }}
        {% endif %}
        {% if landed %}
        AND metric = {{ quoted(room) }} AND outcome IN ({{ kind.codes | join(', ') }})
        AND {{ in_window('cohort_day', judged.maturation_days, reach, 'counted') }}
        {% else %}
        AND {{ is_counted(judged, kind, reach) }}
        {% endif %}
        {% if judged.subject == 'order' %}
        AND placed_day <= {{ run_date }}
        {% endif %}
    GROUP BY seller_id, {{ 'cohort_day' if landed else room ~ '_day' }}
    UNION ALL
    {% endif %}{% endfor %}
    {% endfor %}
    SELECT
        CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS DATE),
        CAST(NULL AS BIGINT), CAST(NULL AS BIGINT)
    WHERE 1 = 0
)
SELECT
    d.seller_id, d.programme, d.metric, CAST(d.day AS VARCHAR) AS day, d.counted,
    d.fault{{ eased('fault') if relieving.length }} AS fault
FROM every_day AS d
{% if relieving.length %}
{{ join_reliefs_by_day('d', 'd.metric', 'd.day') }}
{% endif %}
WHERE d.counted > 0
ORDER BY d.seller_id, d.programme, d.metric, day
