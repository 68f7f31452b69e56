-- One row per programme and rule, and per programme and reviewer, over the decision records kept: what was
-- decided of changes of tier, how soon, and how often appeals were right.
WITH limits AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(0 AS BIGINT), 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ ppm(p.evaluation.overturned.share) }},
            {{ p.evaluation.overturned.appeals }})
        {% endfor %}
    ) AS t (programme, share_ppm, appeals)
),
named AS (
    SELECT
        k.*, 'rule' AS kind, coalesce(k.because_metric, k.because) AS name
    FROM {{ ref('decision_records') }} AS k
    UNION ALL
    SELECT k.*, 'reviewer' AS kind, k.decided_by AS name
    FROM {{ ref('decision_records') }} AS k
    WHERE k.decided_by IS NOT NULL
),
-- A decision on the run date itself took no time.
timed AS (
    SELECT
        *,
        CASE WHEN decided_at IS NOT NULL THEN
            greatest(0, date_diff('hour', CAST(evaluated_on + INTERVAL '1' DAY AS TIMESTAMP), decided_at))
        END AS hours
    FROM named
),
placed AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY programme, kind, name ORDER BY hours NULLS LAST, decision_id) AS nth,
        count(hours) OVER (PARTITION BY programme, kind, name) AS of_them
    FROM timed
),
added AS (
    SELECT
        programme, kind, name, count(*) AS changes,
        count(CASE WHEN status = 'proposed' THEN 1 END) AS waiting,
        count(CASE WHEN decided_by IS NOT NULL AND status <> 'departed' THEN 1 END) AS approved,
        count(CASE WHEN status = 'departed' THEN 1 END) AS departed,
        count(appeal_id) AS appeals,
        count(CASE WHEN appeal_outcome IN ('granted', 'refused') THEN 1 END) AS appeals_decided,
        count(CASE WHEN appeal_outcome = 'granted' THEN 1 END) AS overturned,
        max(CASE WHEN nth * 2 = of_them OR nth * 2 = of_them + 1 THEN hours END) AS hours_to_decide
    FROM placed
    GROUP BY programme, kind, name
)
SELECT
    a.programme, a.kind, a.name, a.changes, a.waiting, a.approved, a.departed, a.appeals, a.appeals_decided,
    a.overturned,
    CASE WHEN a.appeals_decided > 0
        THEN CAST(a.overturned AS DOUBLE) / CAST(a.appeals_decided AS DOUBLE)
    END AS overturned_share,
    CAST(a.hours_to_decide AS DOUBLE) AS hours_to_decide,
    coalesce(
        a.kind = 'rule' AND a.appeals_decided >= l.appeals
            AND a.overturned * 1000000 > l.share_ppm * a.appeals_decided,
        1 = 0
    ) AS propose_pause
FROM added AS a
LEFT JOIN limits AS l ON l.programme = a.programme
ORDER BY a.programme, a.kind, a.name
