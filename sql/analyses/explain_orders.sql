-- One row per order (or conversation) and metric that the numbers of the sellers asked for count, within the
-- windows of their programmes, with the moments that prove the outcome.
{% set rows_of = {order: 'standing', conversation: ref('conversation_outcomes')} %}
WITH standing AS (
    {{ standing(
        ledger('order_outcomes'),
        'l.seller_id IN ' ~ in_list(sellers) ~ ' AND l.placed_day <= ' ~ run_date
    ) }}
),
decided AS (
    {% for p in programmes %}{% for m in p.metrics %}{% if measured(room_of(m)) %}
    {% set room = room_of(m) %}
    {% set subject = metric_of(room).subject %}
    {% set longest = longer_window(m).window_days if has_longer_window(m) else m.window_days %}
    {% set day_column = 'cohort_day' if subject == 'landed' else room ~ '_day' %}
    {% set outcome = 'outcome' if subject == 'landed' else outcome_now(metric_of(room)) %}
    SELECT
        {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric, '{{ subject }}' AS subject,
            seller_id, region, {{ 1 if metric_of(room).count == 'items' else 0 }} AS by_items,
        {% if subject == 'landed' %}
        subject_id, CAST(NULL AS VARCHAR) AS order_id, cohort_day, outcome, reason, exemption_id, evidence
        {% else %}
        {{ subject }}_id AS subject_id, order_id, {{ room }}_day AS cohort_day,
            {{ outcome }} AS outcome,
        {{ reason_now(metric_of(room)) }} AS reason,
        {{ reason_now(metric_of(room), '', '_exemption') }} AS exemption_id,
            CAST(NULL AS VARCHAR) AS evidence
        {% endif %}
    FROM {{ ref('landed_outcomes_judged') if subject == 'landed' else rows_of[subject] }} AS o
    {% if crosses(m.where) %}
    {{ with_home() }}
    {% endif %}
    WHERE seller_id IN {{ in_list(sellers) }} AND region IN {{ in_list(p.regions) }}
        {% if m.where %}
        AND {{ counts_in_segment(m.where) }}
        {% endif %}
        {% if subject == 'landed' %}
        AND metric = {{ quoted(room) }}
        {% endif %}
        AND (
            {{ in_window(day_column, maturation[room], longest, 'decided') }}
                AND {{ outcome }} <> {{ outcome_codes.pending }}
            OR {{ in_window(day_column, maturation[room], longest, 'pending') }}
                AND {{ outcome }} = {{ outcome_codes.pending }}
        )
        {% if has_longer_window(m) %}
        -- The card says which window applies.
        AND date_diff('day', {{ day_column }}, {{ run_date }}) < {{ maturation[room] }} + (
            SELECT max(window_days)
            FROM {{ ref('seller_metrics') }} AS s
            WHERE s.seller_id = o.seller_id AND s.programme = {{ quoted(p.programme) }}
                AND s.metric = {{ quoted(m.metric) }}
        )
        {% endif %}
    UNION ALL
    {% endif %}{% endfor %}{% endfor %}
    -- Alone where nothing is measured.
    SELECT
        CAST(NULL AS VARCHAR) AS programme, CAST(NULL AS VARCHAR) AS metric, CAST(NULL AS VARCHAR) AS subject,
        CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS region, 0 AS by_items,
        CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS order_id,
        CAST(NULL AS DATE) AS cohort_day, CAST(NULL AS INTEGER) AS outcome, CAST(NULL AS VARCHAR) AS reason,
        CAST(NULL AS VARCHAR) AS exemption_id, CAST(NULL AS VARCHAR) AS evidence
    WHERE 1 = 0
)
SELECT
    d.seller_id, d.programme, d.metric, d.subject_id, d.order_id, d.region,
        CAST(d.cohort_day AS VARCHAR) AS cohort_day,
    CASE d.outcome
        WHEN {{ outcome_codes.met }} THEN 'met'
        {% if relieving.length %}
        WHEN {{ outcome_codes.fault }} THEN CASE WHEN r.order_id IS NULL THEN 'fault' ELSE 'forgiven' END
        {% else %}
        WHEN {{ outcome_codes.fault }} THEN 'fault'
        {% endif %}
        WHEN {{ outcome_codes.excluded }} THEN 'excluded'
        WHEN {{ outcome_codes.pending }} THEN 'pending'
        ELSE 'forgiven'
    END AS outcome,
    {{ 'coalesce(r.relief, d.reason) AS reason' if relieving.length else 'd.reason' }}, d.exemption_id,
    d.outcome = {{ outcome_codes.forgiven_as_met }}{{ ' OR r.order_id IS NOT NULL' if relieving.length }}
        AS counts_as_met,
    {{ 'r.folded_into, r.peak' if relieving.length else 'NULL AS folded_into, NULL AS peak' }},
    {{ 'CASE WHEN r.relief IS NOT NULL THEN d.reason END' if relieving.length else 'NULL' }} AS fault_reason,
    CASE WHEN d.by_items = 1 THEN o.units ELSE 1 END AS counts_for,
    d.evidence, o.fulfilment
    {% for column in proof %}
    , {{ 'o' if column.subject == 'order' else 'c' }}.{{ column.name }}
    {% endfor %}
FROM decided AS d
-- why CASE: a condition on one side alone beside the keys makes DuckDB compare all with all.
LEFT JOIN standing AS o
    ON o.seller_id = d.seller_id AND o.order_id = CASE WHEN d.subject = 'order' THEN d.subject_id END
LEFT JOIN {{ ref('conversation_outcomes') }} AS c
    ON c.seller_id = d.seller_id
    AND c.conversation_id = CASE WHEN d.subject = 'conversation' THEN d.subject_id END
{% if relieving.length %}
LEFT JOIN {{ ref('reliefs') }} AS r
    ON r.seller_id = d.seller_id AND r.programme = d.programme AND r.metric = d.metric
    AND r.order_id = d.subject_id
{% endif %}
ORDER BY d.seller_id, d.programme, d.metric, outcome, cohort_day DESC, d.subject_id
