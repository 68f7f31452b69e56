-- One row per programme with evaluations: the newest evaluation day, whether tonight decides it, and how
-- many sellers an evaluation tonight would move down. Where that are too many at once, or data are not
-- fresh, it is provisional: nobody is moved by it, and no notice begins or ends. So many falls wait for a
-- person; data that are fresh again need none.
WITH {{ tonight_says() }},
breakers AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(0 AS BIGINT), 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ ppm(p.evaluation.circuit_breaker.share) }},
            {{ p.evaluation.circuit_breaker.sellers }})
        {% endfor %}
    ) AS t (programme, share_ppm, sellers_needed)
),
-- What a programme is judged by, and where.
sources AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?')
        {% for s in evaluated_sources %}
        , ({{ quoted(s.programme) }}, {{ quoted(s.dataset) }}, {{ quoted(s.region) }})
        {% endfor %}
    ) AS t (programme, dataset, region)
),
-- Nothing landed, where less than something is more than chance.
silent AS (
    SELECT s.programme, s.dataset, s.region,
        row_number() OVER (PARTITION BY s.programme ORDER BY s.dataset, s.region) AS nth
    FROM sources AS s
    JOIN {{ ref('landing_drift') }} AS d ON d.dataset = s.dataset AND d.region = s.region
    WHERE d.measure = 'rows' AND d.n = 0 AND d.verdict = 'unusual' AND d.usual_from > 0E0
),
-- Of everybody who holds a tier or would. A fall that waits for a person already is no new one.
falls AS (
    SELECT
        d.programme, coalesce(d.confirmed_metric, d.because_tonight) AS by_what,
        coalesce(d.rank_tonight > d.held_rank, false) AND w.decision_id IS NULL AS falls
    FROM decided AS d
    JOIN tiers AS t ON t.programme = d.programme AND t.tier_rank = d.rank_tonight
    LEFT JOIN {{ ref('decided_records') }} AS w ON w.seller_id = d.seller_id
        AND w.programme = d.programme AND w.status = 'proposed' AND w.tier_before = d.held_tier
        AND w.tier_after = t.tier
),
counted AS (
    SELECT
        programme, count(CASE WHEN falls THEN 1 END) AS would_fall, count(*) AS of_sellers
    FROM falls
    GROUP BY programme
),
most AS (
    SELECT
        programme, by_what, count(*) AS sellers,
        row_number() OVER (PARTITION BY programme ORDER BY count(*) DESC, by_what) AS nth
    FROM falls
    WHERE falls
    GROUP BY programme, by_what
),
last AS (
    SELECT programme, max(evaluated_on) AS evaluated_on
    FROM {{ last_published('standings') }} AS p
    GROUP BY programme
),
known AS (
    SELECT
        u.programme, u.policy_version, u.programme || ':' || CAST(u.due_on AS VARCHAR) AS evaluation_id,
        u.due_on, u.next_on, l.evaluated_on AS evaluated_before,
        l.evaluated_on IS NULL OR l.evaluated_on < u.due_on AS due,
        w.because AS because_before, w.provisional_since,
        coalesce(c.would_fall, 0) AS would_fall, coalesce(c.of_sellers, 0) AS of_sellers,
        b.share_ppm, b.sellers_needed, m.by_what, m.sellers AS most_sellers,
        z.dataset AS silent_dataset, z.region AS silent_region,
        coalesce(c.would_fall, 0) >= b.sellers_needed
            AND coalesce(c.would_fall, 0) * 1000000 > b.share_ppm * coalesce(c.of_sellers, 0) AS too_many
    FROM evaluating AS u
    JOIN breakers AS b ON b.programme = u.programme
    LEFT JOIN counted AS c ON c.programme = u.programme
    LEFT JOIN most AS m ON m.programme = u.programme AND m.nth = 1
    LEFT JOIN silent AS z ON z.programme = u.programme AND z.nth = 1
    LEFT JOIN last AS l ON l.programme = u.programme
    -- Of this very evaluation, what the night before said.
    LEFT JOIN {{ last_published('evaluations') }} AS w ON w.programme = u.programme AND w.due_on = u.due_on
    WHERE u.programme <> '?'
),
reasoned AS (
    SELECT
        k.*, p.outcome, p.decided_by, p.decided_at, p.reason,
        CASE
            WHEN NOT k.due THEN k.because_before
            WHEN k.because_before = 'too_many_would_fall' THEN k.because_before
            WHEN k.too_many THEN 'too_many_would_fall'
            WHEN k.silent_dataset IS NOT NULL THEN 'data_not_fresh'
            ELSE k.because_before
        END AS because
    FROM known AS k
    LEFT JOIN {{ ref('decisions') }} AS p ON p.decision_id = k.evaluation_id
),
stated AS (
    SELECT
        *,
        CASE
            WHEN NOT due THEN 'stands'
            WHEN outcome = 'departed' THEN 'not_held'
            WHEN outcome = 'approved' THEN 'decided'
            WHEN because = 'too_many_would_fall' OR silent_dataset IS NOT NULL THEN 'provisional'
            ELSE 'decided'
        END AS state
    FROM reasoned
)
SELECT
    programme, policy_version, evaluation_id, due_on,
    CASE WHEN state = 'decided' THEN {{ run_date }} ELSE evaluated_before END AS evaluated_on,
    next_on AS next_evaluation_on, state, because,
    CASE WHEN because IS NOT NULL THEN coalesce(provisional_since, {{ run_date }}) END AS provisional_since,
    would_fall, of_sellers, CAST(share_ppm AS DOUBLE) / 1E6 AS share_allowed,
    CAST(sellers_needed AS BIGINT) AS sellers_needed, too_many, by_what AS most_by,
    most_sellers, silent_dataset, silent_region,
    CASE WHEN because IS NOT NULL OR state = 'not_held' THEN decided_by END AS decided_by,
    CASE WHEN because IS NOT NULL OR state = 'not_held' THEN decided_at END AS decided_at,
    CASE WHEN because IS NOT NULL OR state = 'not_held' THEN reason END AS reason
FROM stated
ORDER BY programme
