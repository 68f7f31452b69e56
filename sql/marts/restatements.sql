-- One row per order (or conversation) and metric whose final outcome differs from what the run published
-- before this run date said: from, to, and the dataset whose record changed it. Empty when there is no such
-- run.
{% set ledgers = [
    {subject: 'order', dataset: 'order_outcomes', id: 'order_id'},
    {subject: 'conversation', dataset: 'conversation_outcomes', id: 'conversation_id'}
] %}
{% macro outcome_word(code) -%}
CASE {{ code }}
            WHEN {{ outcome_codes.met }} THEN 'met'
            WHEN {{ outcome_codes.fault }} THEN 'fault'
            WHEN {{ outcome_codes.excluded }} THEN 'excluded'
            WHEN {{ outcome_codes.pending }} THEN 'pending'
            WHEN {{ outcome_codes.forgiven }} THEN 'forgiven'
            WHEN {{ outcome_codes.forgiven_as_met }} THEN 'forgiven'
        END
{%- endmacro %}
{% if not previous_metrics.length %}
SELECT
    CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS metric, CAST(NULL AS VARCHAR) AS subject_id,
    CAST(NULL AS VARCHAR) AS region, CAST(NULL AS VARCHAR) AS previous_run_id,
        CAST(NULL AS DATE) AS previous_cohort_day,
    CAST(NULL AS VARCHAR) AS previous_outcome, CAST(NULL AS VARCHAR) AS previous_reason,
        CAST(NULL AS DATE) AS cohort_day,
    CAST(NULL AS VARCHAR) AS outcome, CAST(NULL AS VARCHAR) AS reason, CAST(NULL AS VARCHAR) AS changed_by
WHERE 1 = 0
{% else %}
WITH
{% for ledger in ledgers %}
{% for m in composed_measured(ledger.subject) %}{% if m.metric in previous_metrics %}
{{ m.metric }}_changes AS (
    SELECT
        was.seller_id, '{{ ledger.subject }}' AS subject, '{{ m.metric }}' AS metric,
            was.{{ ledger.id }} AS subject_id, was.region,
        was.{{ m.metric }}_day AS previous_cohort_day,
            {{ outcome_word('was.' ~ m.metric) }} AS previous_outcome,
        was.{{ m.metric }}_reason AS previous_reason, now.{{ m.metric }}_day AS cohort_day,
        {{ outcome_word('now.' ~ m.metric) }} AS outcome, now.{{ m.metric }}_reason AS reason,
        coalesce(was.{{ m.metric }}_exemption, '') <> coalesce(now.{{ m.metric }}_exemption, '')
            AS by_exemption
    FROM {{ previous(ledger.dataset) }} AS was
    {% if ledger.subject == 'order' and has_base %}
    JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = was.seller_id AND j.order_id = was.order_id
    {% endif %}
    LEFT JOIN {{ ref(ledger.dataset) }} AS now
        ON now.seller_id = was.seller_id AND now.{{ ledger.id }} = was.{{ ledger.id }}
    -- Final then: not pending, and as many days past as the metric takes to mature.
    WHERE was.{{ m.metric }} <> {{ outcome_codes.pending }}
        AND was.{{ m.metric }}_day <= {{ previous_day(-m.maturation_days) }}
        AND (
            was.{{ m.metric }} IS DISTINCT FROM now.{{ m.metric }}
            OR was.{{ m.metric }}_day IS DISTINCT FROM now.{{ m.metric }}_day
            OR was.{{ m.metric }}_reason IS DISTINCT FROM now.{{ m.metric }}_reason
        )
),
{% endif %}{% endfor %}
{% endfor %}
changes AS (
    {% for ledger in ledgers %}
    {% for m in composed_measured(ledger.subject) %}{% if m.metric in previous_metrics %}
    SELECT * FROM {{ m.metric }}_changes
    UNION ALL
    {% endif %}{% endfor %}
    {% endfor %}
    SELECT
        CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS subject, CAST(NULL AS VARCHAR) AS metric,
        CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS region,
            CAST(NULL AS DATE) AS previous_cohort_day,
        CAST(NULL AS VARCHAR) AS previous_outcome, CAST(NULL AS VARCHAR) AS previous_reason,
            CAST(NULL AS DATE) AS cohort_day,
        CAST(NULL AS VARCHAR) AS outcome, CAST(NULL AS VARCHAR) AS reason,
            CAST(NULL AS BOOLEAN) AS by_exemption
    WHERE 1 = 0
)
SELECT
    c.seller_id, c.metric, c.subject_id, c.region, {{ quoted(previous_run_id) }} AS previous_run_id,
        c.previous_cohort_day,
    c.previous_outcome, c.previous_reason, c.cohort_day, c.outcome, c.reason,
    CASE
        WHEN c.by_exemption THEN 'exemptions'
        WHEN c.subject = 'conversation' THEN 'conversations'
        WHEN o.row_hash IS DISTINCT FROM po.row_hash THEN 'orders'
        WHEN e.reviewed_at IS DISTINCT FROM pe.reviewed_at OR e.rating IS DISTINCT FROM pe.rating
            OR e.about IS DISTINCT FROM pe.about THEN 'reviews'
        WHEN e.returned_at IS DISTINCT FROM pe.returned_at OR e.refunded_at IS DISTINCT FROM pe.refunded_at
            OR e.return_requested_at IS DISTINCT FROM pe.return_requested_at THEN 'returns'
        WHEN e.case_opened_at IS DISTINCT FROM pe.case_opened_at
            OR e.case_lost_at IS DISTINCT FROM pe.case_lost_at
            OR e.case_closed_at IS DISTINCT FROM pe.case_closed_at
            OR e.case_unsolved_at IS DISTINCT FROM pe.case_unsolved_at THEN 'cases'
        WHEN e.contacted_at IS DISTINCT FROM pe.contacted_at THEN 'conversations'
        ELSE 'policy'
    END AS changed_by
FROM changes AS c
LEFT JOIN {{ ref('orders') }} AS o ON o.seller_id = c.seller_id AND o.order_id = c.subject_id
LEFT JOIN {{ previous('orders') }} AS po ON po.seller_id = c.seller_id AND po.order_id = c.subject_id
LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = c.seller_id AND e.order_id = c.subject_id
LEFT JOIN {{ previous('order_events') }} AS pe ON pe.seller_id = c.seller_id AND pe.order_id = c.subject_id
ORDER BY c.seller_id, c.metric, c.subject_id
{% endif %}
