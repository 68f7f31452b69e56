-- One row per seller, programme, metric and subject (order, conversation) that is counted as a fault,
-- forgiven or excluded, with the moments that prove it: exactly those behind seller_metrics. What is excluded
-- for what it is (platform-fulfilled) is counted there and not listed here. `leaves_window_on` is the first
-- run date that no longer counts it. An entry that counts the orders of a segment lists those alone.
{# What one of its macros says of whichever metric the row is about. #}
{% macro of_metric(subject, said, type) -%}
CASE a.metric
            WHEN '?' THEN CAST(NULL AS {{ type }})
            {% for m in composed_measured(subject) %}
            WHEN '{{ m.metric }}' THEN {{ said(m, 'o.') }}
            {% endfor %}
        END
{%- endmacro %}
{% macro day_of_metric(m, prefix) %}{{ prefix }}{{ m.metric }}_day{% endmacro %}
{% macro exemption_now(m, prefix) %}{{ reason_now(m, prefix, '_exemption') }}{% endmacro %}
{# Whether a metric of the row is anything but met and pending tonight, and to be listed. #}
{% macro is_listed(m) -%}
{{ may_be_listed(m) }} AND ({{ m.metric }} = {{ outcome_codes.excluded }} OR NOT {{ still_open(m) }})
{%- endmacro %}
{% set ledgers = [
    {subject: 'order', id: 'order_id', rows: 'standing'},
    {subject: 'conversation', id: 'conversation_id', rows: ref('conversation_outcomes')}
] %}
{% set in_reach %}
l.placed_day <= {{ run_date }} AND l.final_day > {{ day(-longest_window) }} AND (
        1 = 0
        {% for m in composed_measured('order') %}
        OR {{ is_listed(m) }}
        {% endfor %}
    )
{%- endset %}
WITH windows AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', '?', DATE '2000-01-01', DATE '2000-01-01', 0, 0, '?')
        {% for p in programmes %}{% for m in p.metrics %}{% if measured(room_of(m)) %}
        {% set mature = maturation[room_of(m)] %}
        {% for w in windows_by_volume(m) %}{% for region in p.regions %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ quoted(room_of(m)) }}, {{ quoted(region) }},
            {{ day(-mature - w.days) }}, {{ day(-mature) }}, {{ mature }}, {{ w.days }}, '{{ w.volume }}')
        {% endfor %}{% endfor %}
        {% endif %}{% endfor %}{% endfor %}
    ) AS t (programme, entry, room, region, opens_after, closes_on, maturation_days, window_days, volume)
),
{% if with_longer_window.length > 1 %}
-- Sellers whose longer window applies.
low AS (
    {% for p in programmes %}{% for m in p.metrics %}{% if has_longer_window(m) %}
    SELECT seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric
    FROM {{ ref('seller_counts') }} AS c
    WHERE region IN {{ in_list(p.regions) }}
    GROUP BY seller_id
    HAVING {{ has_few(m) }}
    UNION ALL
    {% endif %}{% endfor %}{% endfor %}
    SELECT '?', '?', '?'
),
{% endif %}
standing AS (
    {{ standing(ledger('listed_outcomes'), in_reach) }}
),
{% for l in ledgers %}
-- One pass over the ledger: a subject with anything but met and pending comes once per metric.
from_{{ l.subject }}s AS (
    SELECT
        o.seller_id, o.{{ l.id }} AS subject_id, o.order_id, o.region, a.metric,
        {{ of_metric(l.subject, day_of_metric, 'DATE') }} AS cohort_day,
        {{ of_metric(l.subject, outcome_now, 'INTEGER') }} AS outcome,
        {{ of_metric(l.subject, reason_now, 'VARCHAR') }} AS reason,
        {{ of_metric(l.subject, exemption_now, 'VARCHAR') }} AS exemption_id,
        CAST(NULL AS VARCHAR) AS evidence,
        {% if segment_entries.length %}
        {{ 'o.fulfilment' if l.subject == 'order' else 'CAST(NULL AS VARCHAR) AS fulfilment' }},
        {% endif %}
        {{ proof_of(l.subject, 'o.') }}
    FROM {{ l.rows }} AS o
    CROSS JOIN (
        VALUES ('?')
        {% for m in composed_measured(l.subject) %}
        , ('{{ m.metric }}')
        {% endfor %}
    ) AS a (metric)
    WHERE 1 = 0
        {% for m in composed_measured(l.subject) %}
        OR (a.metric = '{{ m.metric }}' AND {{ is_listed(m) }})
        {% endfor %}
),
{% endfor %}
decided AS (
    SELECT * FROM from_orders
    UNION ALL
    SELECT * FROM from_conversations
    UNION ALL
    SELECT seller_id, subject_id, CAST(NULL AS VARCHAR), region, metric, cohort_day, outcome, reason,
        exemption_id, evidence, {{ 'NULL, ' if segment_entries.length }}{{ proof_of('landed', '') }}
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE outcome IN ({{ listed_codes() }})
),
in_windows AS (
    {% set stretched = with_stretch.length > 1 %}
    {% set window_days = 'coalesce(s.window_days, w.window_days)' if stretched else 'w.window_days' %}
    SELECT
        d.*, w.programme, w.entry,
        CAST(d.cohort_day + INTERVAL '1' DAY * (w.maturation_days + {{ window_days }}) AS DATE)
            AS leaves_window_on
    FROM decided AS d
    {% if asks_for_home %}
    {{ with_home('d') }}
    {% endif %}
    JOIN windows AS w ON w.room = d.metric AND w.region = d.region
        AND d.cohort_day > w.opens_after AND d.cohort_day <= w.closes_on
        {% if segment_entries.length %}
        AND {{ entry_counts("w.programme || ' ' || w.entry", 'd.') }}
        {% endif %}
    {% if with_longer_window.length > 1 %}
    LEFT JOIN low AS v ON v.seller_id = d.seller_id AND v.programme = w.programme AND v.metric = w.entry
    {% if stretched %}
    LEFT JOIN {{ ref('stretched') }} AS s
        ON s.seller_id = d.seller_id AND s.programme = w.programme AND s.metric = w.entry
    {% endif %}
    WHERE (w.volume = 'all' OR w.volume = CASE WHEN v.seller_id IS NULL THEN 'enough' ELSE 'low' END)
        {% if stretched %}
        AND date_diff('day', d.cohort_day, w.closes_on) < {{ window_days }}
        {% endif %}
    {% endif %}
)
SELECT
    d.seller_id, d.programme, d.entry AS metric, d.subject_id, d.order_id, d.region, d.cohort_day,
    {% if relieving.length %}
    {% set relief = "WHEN r.order_id IS NOT NULL THEN " %}
    {% endif %}
    CASE
        {{ relief ~ "'forgiven'" if relief }}
        WHEN d.outcome = {{ outcome_codes.fault }} THEN 'fault'
        WHEN d.outcome = {{ outcome_codes.excluded }} THEN 'excluded'
        ELSE 'forgiven'
    END AS outcome,
    {{ 'coalesce(r.relief, d.reason) AS reason' if relief else 'd.reason' }},
    CASE
        {{ relief ~ '1 = 1' if relief }}
        WHEN d.outcome IN ({{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }})
            THEN d.outcome = {{ outcome_codes.forgiven_as_met }}
    END AS counts_as_met,
    d.exemption_id, d.evidence, d.leaves_window_on,
    {{ proof_columns('d.') }},
    {{ 'r.folded_into' if relief else 'CAST(NULL AS VARCHAR) AS folded_into' }},
    {{ 'r.peak' if relief else 'CAST(NULL AS VARCHAR) AS peak' }}
FROM in_windows AS d
{% if relief %}
LEFT JOIN {{ ref('reliefs') }} AS r
    ON r.seller_id = d.seller_id AND r.programme = d.programme AND r.metric = d.entry
    AND r.order_id = d.subject_id
{% endif %}
ORDER BY d.seller_id, d.programme, d.entry, d.subject_id
