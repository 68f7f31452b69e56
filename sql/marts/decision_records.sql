-- One row per change of tier that an evaluation made or proposed, tonight or before: what, why, who decided,
-- how to contest it and what came of it. Kept for 366 days after it could be contested; what waits for a
-- person, as long as it waits.
WITH tiers AS (
    {{ tiers_of(evaluated) }}
),
contests AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR))
        {% for p in evaluated %}{% if p.contest %}
        , ({{ quoted(p.programme) }}, {{ p.contest.within_days }},
            {{ quoted(p.contest.address) if p.contest.address else 'NULL' }},
            {{ quoted(p.contest.url) if p.contest.url else 'NULL' }})
        {% endif %}{% endfor %}
    ) AS t (programme, contest_days, contest_address, contest_url)
),
effects AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?')
        {% for p in evaluated %}{% for tier in p.tiers %}{% if tier.effect %}
        , ({{ quoted(p.programme) }}, {{ quoted(tier.key) }}, {{ quoted(tier.effect.in_words) }})
        {% endif %}{% endfor %}{% endfor %}
    ) AS t (programme, tier, effect)
),
-- Where everybody stands tonight, and what tonight's evaluation says.
tonight AS (
    SELECT
        s.seller_id, s.programme, s.policy_version, s.evaluated_on, s.due_on, s.official_tier,
        s.projected_tier, s.projected_because, h.official_tier AS held_tier, h.since,
        b.tier_rank AS held_rank, a.tier_rank AS says_rank
    FROM {{ ref('standings') }} AS s
    JOIN {{ ref('held_tiers') }} AS h ON h.seller_id = s.seller_id AND h.programme = s.programme
    LEFT JOIN tiers AS b ON b.programme = h.programme AND b.tier = h.official_tier
    LEFT JOIN tiers AS a ON a.programme = s.programme AND a.tier = s.projected_tier
),
-- An approval that came after the tier held had become another approves nothing. A proposal waits while an
-- evaluation says nothing else; one of a rise only while it says the same.
carried AS (
    SELECT
        d.decision_id, d.seller_id, d.programme, d.policy_version, d.evaluated_on, d.due_on, d.tier_before,
        d.since_before, d.tier_after, d.direction, d.because, d.because_metric, d.notice_on, d.at_most,
        d.counted, d.fault, d.fresh_counted, d.fresh_fault, d.fresh_left, d.gate, d.gate_value,
        d.gate_needed, d.effect, d.needs_approval,
        CASE
            WHEN d.status = 'in_effect' AND d.status_before <> 'in_effect'
                AND n.held_tier <> d.tier_after THEN 'withdrawn'
            WHEN d.status = 'proposed' AND n.held_tier <> d.tier_before THEN 'withdrawn'
            WHEN d.status = 'proposed' AND n.evaluated_on = {{ run_date }}
                AND n.projected_tier <> d.tier_after
                AND (d.direction = 'up' OR n.projected_tier <> d.tier_before)
                THEN 'withdrawn'
            ELSE d.status
        END AS status,
        d.status_before, d.decided_by, d.decided_at, d.reason, d.effective_on, d.given_back_on,
        d.contest_days, d.contest_address, d.contest_url, d.appeal_id, d.appealed_at, d.appeal_outcome,
        d.appeal_decided_by, d.appeal_decided_at, d.appeal_reason
    FROM {{ ref('decided_records') }} AS d
    LEFT JOIN tonight AS n ON n.seller_id = d.seller_id AND n.programme = d.programme
),
-- What waits already is not proposed again.
made AS (
    SELECT
        n.programme || ':' || CAST(n.evaluated_on AS VARCHAR) || ':' || n.seller_id AS decision_id,
        n.seller_id, n.programme, n.policy_version, n.evaluated_on, n.due_on, n.held_tier AS tier_before,
        n.since AS since_before, n.projected_tier AS tier_after,
        CASE WHEN n.says_rank > n.held_rank THEN 'down' ELSE 'up' END AS direction,
        n.projected_because AS because, n.official_tier <> n.projected_tier AS needs_approval
    FROM tonight AS n
    LEFT JOIN carried AS c ON c.seller_id = n.seller_id AND c.programme = n.programme
        AND c.status = 'proposed'
    WHERE n.evaluated_on = {{ run_date }} AND n.says_rank <> n.held_rank AND c.decision_id IS NULL
),
confirmed AS (
    SELECT seller_id, programme, min(metric) AS metric
    FROM {{ ref('metric_standings') }} AS m
    WHERE verdict = 'confirmed'
    GROUP BY seller_id, programme
),
-- Of several that the tier before asks for and the seller does not have, the first.
missed_gates AS (
    SELECT
        seller_id, programme, tier, gate, value, needed,
        row_number() OVER (PARTITION BY seller_id, programme, tier ORDER BY gate) AS nth
    FROM {{ ref('tier_gates') if gates.length else none_of('tier_gates') }} AS t
    WHERE NOT met
),
together AS (
    SELECT
        decision_id, seller_id, programme, policy_version, evaluated_on, due_on, tier_before, since_before,
        tier_after, direction, because, because_metric, notice_on, at_most, counted, fault, fresh_counted,
        fresh_fault, fresh_left, gate, gate_value, gate_needed, effect, needs_approval, status, decided_by,
        decided_at, reason,
        CASE
            WHEN status = 'in_effect' AND status_before <> 'in_effect' THEN {{ run_date }}
            ELSE effective_on
        END AS effective_on,
        CASE
            WHEN status NOT IN ('departed', 'overturned') THEN CAST(NULL AS DATE)
            WHEN status_before = 'in_effect' THEN {{ run_date }}
            ELSE given_back_on
        END AS given_back_on,
        contest_days, contest_address, contest_url, appeal_id, appealed_at, appeal_outcome,
        appeal_decided_by, appeal_decided_at, appeal_reason
    FROM carried
    UNION ALL
    SELECT
        n.decision_id, n.seller_id, n.programme, n.policy_version, n.evaluated_on, n.due_on, n.tier_before,
        n.since_before, n.tier_after, n.direction, n.because, m.metric, l.notice_on, l.notice_at_most,
        m.counted, m.fault, m.fresh_counted, m.fresh_fault, m.fresh_left, g.gate, g.value, g.needed, e.effect,
        n.needs_approval,
        CASE WHEN n.needs_approval THEN 'proposed' ELSE 'in_effect' END, CAST(NULL AS VARCHAR),
        CAST(NULL AS TIMESTAMP), CAST(NULL AS VARCHAR),
        CASE WHEN NOT n.needs_approval THEN n.evaluated_on END, CAST(NULL AS DATE), o.contest_days,
        o.contest_address, o.contest_url, CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP),
        CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP),
        CAST(NULL AS VARCHAR)
    FROM made AS n
    LEFT JOIN confirmed AS c ON c.seller_id = n.seller_id AND c.programme = n.programme
        AND n.because = 'confirmed'
    LEFT JOIN {{ ref('metric_standings') }} AS m ON m.seller_id = c.seller_id AND m.programme = c.programme
        AND m.metric = c.metric
    LEFT JOIN {{ last_published('metric_standings') }} AS l ON l.seller_id = m.seller_id
        AND l.programme = m.programme AND l.metric = m.metric
    LEFT JOIN missed_gates AS g ON g.seller_id = n.seller_id AND g.programme = n.programme
        AND g.tier = n.tier_before AND g.nth = 1 AND n.because = 'gate'
    LEFT JOIN effects AS e ON e.programme = n.programme AND e.tier = n.tier_after
    LEFT JOIN contests AS o ON o.programme = n.programme
),
dated AS (
    SELECT *, CAST(effective_on + INTERVAL '1' DAY * contest_days AS DATE) AS contest_until
    FROM together
)
SELECT
    decision_id, seller_id, programme, policy_version, evaluated_on, due_on, tier_before, since_before,
    tier_after, direction, because, because_metric, notice_on, at_most, counted, fault, fresh_counted,
    fresh_fault, fresh_left, gate, gate_value, gate_needed, effect, needs_approval, status,
    CASE
        WHEN decided_by IS NOT NULL THEN 'by_a_person'
        WHEN needs_approval THEN 'not_yet'
        ELSE 'automatically'
    END AS decided,
    decided_by, decided_at, reason, effective_on, given_back_on, contest_days, contest_until, contest_address,
    contest_url, appeal_id, appealed_at, appeal_outcome, appeal_decided_by, appeal_decided_at, appeal_reason
FROM dated
WHERE status = 'proposed' OR coalesce(contest_until, evaluated_on) >= {{ day(-366) }}
-- By status: what waits stands together, which the overview reads alone; then a seller's lie side by side.
ORDER BY status, seller_id, decision_id
