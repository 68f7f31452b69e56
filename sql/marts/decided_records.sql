-- One row per decision record of the run before, with what persons have decided of it since, and what it was
-- before tonight. Of several appeals against one a granted one counts, else the latest.
WITH appealed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY decision_id
            ORDER BY CASE WHEN outcome = 'granted' THEN 0 ELSE 1 END, submitted_at DESC, appeal_id DESC
        ) AS nth
    FROM {{ ref('appeals') }} AS landed
)
SELECT
    r.decision_id, r.seller_id, r.programme, r.policy_version, r.evaluated_on, r.due_on, r.tier_before,
    r.since_before, r.tier_after, r.direction, r.because, r.because_metric, r.notice_on, r.at_most, r.counted,
    r.fault, r.fresh_counted, r.fresh_fault, r.fresh_left, r.gate, r.gate_value,
    r.gate_needed, r.effect, r.needs_approval,
    r.status AS status_before,
    CASE
        WHEN r.status = 'withdrawn' THEN 'withdrawn'
        WHEN a.outcome = 'granted' THEN 'overturned'
        WHEN d.outcome = 'departed' THEN 'departed'
        WHEN d.outcome = 'approved' OR NOT r.needs_approval THEN 'in_effect'
        ELSE 'proposed'
    END AS status,
    d.decided_by, d.decided_at, d.reason, r.effective_on, r.given_back_on, r.contest_days, r.contest_address,
    r.contest_url, a.appeal_id, a.submitted_at AS appealed_at, a.outcome AS appeal_outcome,
    a.decided_by AS appeal_decided_by, a.decided_at AS appeal_decided_at, a.reason AS appeal_reason
FROM {{ last_published('decision_records') }} AS r
LEFT JOIN {{ ref('decisions') }} AS d ON d.decision_id = r.decision_id
LEFT JOIN appealed AS a ON a.decision_id = r.decision_id AND a.nth = 1
ORDER BY r.decision_id
