-- One row per seller, programme, metric and subject (order, conversation) that is counted as a fault,
-- forgiven or excluded, with the moments that prove it: exactly those behind seller_metrics. What is excluded
-- for what it is (platform-fulfilled) is counted there and not listed here. `leaves_window_on` is the first
-- run date that no longer counts it.
{% set ledgers = [
    {subject: 'order', dataset: 'order_outcomes', id: 'order_id', order_id: 'order_id'},
    {subject: 'conversation', dataset: 'conversation_outcomes', id: 'conversation_id', order_id: 'order_id'}
] %}
{# A column of whichever metric the row is about. #}
{% macro of_metric(subject, suffix, type) -%}
CASE a.metric
            WHEN '?' THEN CAST(NULL AS {{ type }})
            {% for m in composed_measured(subject) %}
            WHEN '{{ m.metric }}' THEN {{ m.metric }}{{ suffix }}
            {% endfor %}
        END
{%- endmacro %}
{% set codes = outcome_codes %}
{% set listed = [codes.fault, codes.forgiven, codes.forgiven_as_met, codes.excluded] | join(', ') %}
WITH windows AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', DATE '2000-01-01', DATE '2000-01-01', 0)
        {% for p in programmes %}{% for m in p.metrics %}{% if measured(m.metric) %}
        {% for region in p.regions %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ quoted(region) }},
            {{ day(-maturation[m.metric] - m.window_days) }}, {{ day(-maturation[m.metric]) }},
            {{ maturation[m.metric] + m.window_days }})
        {% endfor %}
        {% endif %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, region, opens_after, closes_on, reach)
),
{% for ledger in ledgers %}
-- One pass over the ledger: a subject with anything but met and pending comes once per metric.
from_{{ ledger.subject }}s AS (
    SELECT
        o.seller_id, o.{{ ledger.id }} AS subject_id, o.{{ ledger.order_id }} AS order_id, o.region, a.metric,
        {{ of_metric(ledger.subject, '_day', 'DATE') }} AS cohort_day,
        {{ of_metric(ledger.subject, '', 'INTEGER') }} AS outcome,
        {{ of_metric(ledger.subject, '_reason', 'VARCHAR') }} AS reason,
        {{ of_metric(ledger.subject, '_exemption', 'VARCHAR') }} AS exemption_id
    FROM {{ ref(ledger.dataset) }} AS o
    CROSS JOIN (
        VALUES ('?')
        {% for m in composed_measured(ledger.subject) %}
        , ('{{ m.metric }}')
        {% endfor %}
    ) AS a (metric)
    WHERE 1 = 0
        {% for m in composed_measured(ledger.subject) %}
        OR (a.metric = '{{ m.metric }}' AND {{ m.metric }} IN ({{ listed }})
            {% for reason in m.unlisted %}
            AND {{ m.metric }}_reason <> '{{ reason }}'
            {% endfor %}
        )
        {% endfor %}
),
{% endfor %}
decided AS (
    {% for ledger in ledgers %}
    SELECT seller_id, subject_id, order_id, region, metric, cohort_day, outcome, reason, exemption_id,
        CAST(NULL AS VARCHAR) AS evidence,
        '{{ ledger.subject }}' AS subject
    FROM from_{{ ledger.subject }}s
    UNION ALL
    {% endfor %}
    SELECT seller_id, subject_id, CAST(NULL AS VARCHAR), region, metric, cohort_day, outcome, reason,
        exemption_id, evidence, 'landed'
    FROM {{ ref('landed_outcomes_judged') }} AS l
    WHERE outcome IN ({{ listed }})
),
in_windows AS (
    SELECT d.*, w.programme, CAST(d.cohort_day + INTERVAL '1' DAY * w.reach AS DATE) AS leaves_window_on
    FROM decided AS d
    JOIN windows AS w ON w.metric = d.metric AND w.region = d.region
        AND d.cohort_day > w.opens_after AND d.cohort_day <= w.closes_on
)
SELECT
    d.seller_id, d.programme, d.metric, d.subject_id, d.order_id, d.region, d.cohort_day,
    CASE
        WHEN d.outcome = {{ outcome_codes.fault }} THEN 'fault'
        WHEN d.outcome = {{ outcome_codes.excluded }} THEN 'excluded'
        ELSE 'forgiven'
    END AS outcome,
    d.reason,
    CASE
        WHEN d.outcome IN ({{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }})
            THEN d.outcome = {{ outcome_codes.forgiven_as_met }}
    END AS counts_as_met,
    d.exemption_id, d.evidence, d.leaves_window_on,
    o.category, o.gmv_minor, o.currency, {{ proof_columns() }}
FROM in_windows AS d
{{ proof_joins() }}
ORDER BY d.seller_id, d.programme, d.metric, d.subject_id
