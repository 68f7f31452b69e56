-- One row per order (or conversation) and metric whose final outcome differs from what the run published
-- before this run date said: from, to, and the dataset whose record changed it. Empty when there is no such
-- run.
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
{# A pair of rows of which one was final then and is not as it was; rows are named was and now. #}
{% macro is_restated(m) -%}
({{ was_final(m) }} AND (
            was.{{ m.metric }} IS DISTINCT FROM {{ outcome_now(m, 'now.') }}
            OR was.{{ m.metric }}_day IS DISTINCT FROM now.{{ m.metric }}_day
            OR was.{{ m.metric }}_reason IS DISTINCT FROM {{ reason_now(m, 'now.') }}
        ))
{%- endmacro %}
{# Final then: as many days past as the metric takes, or excluded already. #}
{% macro was_final(m) -%}
was.{{ m.metric }}_day <= {{ previous_day(-m.maturation_days) }}
            {% if has_own_final(m.metric) %}
            AND (was.{{ m.metric }}_final <= {{ previous_day(0) }}
                OR was.{{ m.metric }} = {{ outcome_codes.excluded }})
            {% endif %}
{%- endmacro %}
{% macro of_pair(subject, said, type) -%}
CASE a.metric
            WHEN '?' THEN CAST(NULL AS {{ type }})
            {% for m in composed_measured(subject) %}{% if m.metric in previous_metrics %}
            WHEN '{{ m.metric }}' THEN {{ said(m) }}
            {% endif %}{% endfor %}
        END
{%- endmacro %}
{% macro day_was(m) %}was.{{ m.metric }}_day{% endmacro %}
{% macro outcome_was(m) %}{{ outcome_word('was.' ~ m.metric) }}{% endmacro %}
{% macro reason_was(m) %}was.{{ m.metric }}_reason{% endmacro %}
{% macro day_is(m) %}now.{{ m.metric }}_day{% endmacro %}
{% macro outcome_is(m) %}{{ outcome_word(outcome_now(m, 'now.')) }}{% endmacro %}
{% macro reason_is(m) %}{{ reason_now(m, 'now.') }}{% endmacro %}
{% macro by_exemption(m) -%}
coalesce(was.{{ m.metric }}_exemption, '') <> coalesce({{ reason_now(m, 'now.', '_exemption') }}, '')
{%- endmacro %}
{# One row per pair and metric that is restated. #}
{% macro restated(subject, id, changed_by) %}
SELECT
        was.seller_id, a.metric, was.{{ id }} AS subject_id, was.region,
        {{ of_pair(subject, day_was, 'DATE') }} AS previous_cohort_day,
        {{ of_pair(subject, outcome_was, 'VARCHAR') }} AS previous_outcome,
        {{ of_pair(subject, reason_was, 'VARCHAR') }} AS previous_reason,
        {{ of_pair(subject, day_is, 'DATE') }} AS cohort_day,
        {{ of_pair(subject, outcome_is, 'VARCHAR') }} AS outcome,
        {{ of_pair(subject, reason_is, 'VARCHAR') }} AS reason,
        CASE
            WHEN {{ of_pair(subject, by_exemption, 'BOOLEAN') }} THEN 'exemptions'
            {{ changed_by }}
        END AS changed_by
    FROM {{ subject }}s_then AS was
    LEFT JOIN {{ subject }}s_now AS now ON now.seller_id = was.seller_id AND now.{{ id }} = was.{{ id }}
    CROSS JOIN (
        VALUES ('?')
        {% for m in composed_measured(subject) %}{% if m.metric in previous_metrics %}
        , ('{{ m.metric }}')
        {% endif %}{% endfor %}
    ) AS a (metric)
    -- Pairs first, then their metrics: few pairs have any.
    WHERE (
        1 = 0
        {% for m in composed_measured(subject) %}{% if m.metric in previous_metrics %}
        OR {{ is_restated(m) }}
        {% endif %}{% endfor %}
    ) AND (
        1 = 0
        {% for m in composed_measured(subject) %}{% if m.metric in previous_metrics %}
        OR (a.metric = '{{ m.metric }}' AND {{ is_restated(m) }})
        {% endif %}{% endfor %}
    )
{% endmacro %}
{% set by_source = [
    {dataset: 'reviews', columns: ['reviewed_at', 'rating', 'about']},
    {dataset: 'returns', columns: ['returned_at', 'refunded_at', 'return_requested_at']},
    {dataset: 'cases', columns: ['case_opened_at', 'case_lost_at', 'case_closed_at', 'case_unsolved_at',
        'not_received_at', 'not_as_described_at']},
    {dataset: 'conversations', columns: ['contacted_at']}
] %}
{% set what_changed %}
WHEN was.row_hash IS DISTINCT FROM now.row_hash THEN 'orders'
            {% for s in by_source %}
            WHEN 1 = 0
                {% for column in s.columns %}
                OR was.{{ column }} IS DISTINCT FROM now.{{ column }}
                {% endfor %}
                THEN '{{ s.dataset }}'
            {% endfor %}
            ELSE 'policy'
{% endset %}
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
{% if has_base %}
orders_then AS (
    SELECT * FROM {{ ref('judged_before') }} AS b
),
{% else %}
orders_then AS (
    {{ standing(previous_ledger('order_outcomes')) }}
),
{% endif %}
orders_now AS (
    SELECT * FROM {{ ref('order_outcomes') }} AS o WHERE judged_in = {{ quoted(run_id) }}
        AND weight = 1
),
conversations_then AS (
    SELECT * FROM {{ previous('conversation_outcomes') }} AS p
),
conversations_now AS (
    SELECT * FROM {{ ref('conversation_outcomes') }} AS c
),
changes AS (
    {{ restated('order', 'order_id', what_changed) }}
    UNION ALL
    {{ restated('conversation', 'conversation_id', "ELSE 'conversations'") }}
)
SELECT
    seller_id, metric, subject_id, region, {{ quoted(previous_run_id) }} AS previous_run_id,
        previous_cohort_day,
    previous_outcome, previous_reason, cohort_day, outcome, reason, changed_by
FROM changes
ORDER BY seller_id, metric, subject_id
{% endif %}
