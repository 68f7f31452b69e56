-- One row per seller, metric and subject of the metrics that land as outcomes: cohort day, outcome (codes of
-- sql/outcome-codes.ts) and reason. What landed as a fault is pending until its metric has matured, then a
-- fault or forgiven.
WITH matured AS (
    SELECT
        o.seller_id, o.subject_id, o.region, o.metric, o.cohort_day, o.outcome, o.reason, o.evidence,
        p.exemption_id, p.reason AS exemption_reason,
        CASE o.metric
            WHEN '?' THEN 0
            {% for m in landed_metrics %}
            WHEN {{ quoted(m.metric) }} THEN {{ m.maturation_days }}
            {% endfor %}
        END AS maturation_days
    FROM {{ ref('landed_outcomes') }} AS o
    LEFT JOIN {{ ref('exemption_candidates') }} AS p
        ON p.subject = 'landed' AND p.metric = o.metric AND p.seller_id = o.seller_id
            AND p.subject_id = o.subject_id
),
decided AS (
    SELECT
        *,
        CASE
            WHEN outcome = 'excluded' THEN {{ outcome_codes.excluded }}
            WHEN date_diff('day', cohort_day, {{ run_date }}) < maturation_days
                THEN {{ outcome_codes.pending }}
            WHEN outcome = 'met' THEN {{ outcome_codes.met }}
            WHEN exemption_id IS NULL THEN {{ outcome_codes.fault }}
            {% for m in landed_metrics %}{% if m.counts_as_met.length %}
            WHEN metric = {{ quoted(m.metric) }} AND exemption_reason IN {{ in_list(m.counts_as_met) }}
                THEN {{ outcome_codes.forgiven_as_met }}
            {% endif %}{% endfor %}
            ELSE {{ outcome_codes.forgiven }}
        END AS decided
    FROM matured
)
SELECT
    seller_id, subject_id, region, metric, cohort_day, CAST(decided AS INTEGER) AS outcome,
    CASE
        WHEN decided IN ({{ outcome_codes.met }}, {{ outcome_codes.pending }}) THEN CAST(NULL AS VARCHAR)
        WHEN decided IN ({{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }})
            THEN exemption_reason
        ELSE coalesce(reason, outcome)
    END AS reason,
    CASE
        WHEN decided IN ({{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }}) THEN exemption_id
    END AS exemption_id,
    evidence
FROM decided
