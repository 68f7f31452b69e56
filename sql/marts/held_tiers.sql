-- One row per seller and programme with evaluations, as tonight finds it: what the run before published, with
-- what persons have decided since. A change that was approved takes effect; one that a person departed from,
-- or an appeal overturned, is given back.
WITH tiers AS (
    {{ tiers_of(evaluated) }}
),
turned AS (
    SELECT
        r.*, b.tier_rank AS rank_before, a.tier_rank AS rank_after,
        r.status_before = 'in_effect' AND r.status <> 'in_effect' AS undone,
        r.status_before <> 'in_effect' AND r.status = 'in_effect' AS done
    FROM {{ ref('decided_records') }} AS r
    JOIN tiers AS b ON b.programme = r.programme AND b.tier = r.tier_before
    JOIN tiers AS a ON a.programme = r.programme AND a.tier = r.tier_after
),
held AS (
    SELECT o.*, t.tier_rank AS held_rank
    FROM {{ last_published('standings') }} AS o
    LEFT JOIN tiers AS t ON t.programme = o.programme AND t.tier = o.official_tier
),
-- A loss that was made of a tier which an earlier loss had wrongly led to, and that was given back meanwhile,
-- is about the tier before that one.
earlier AS (
    SELECT u.decision_id, min(e.rank_before) AS best
    FROM turned AS u
    JOIN turned AS e ON e.seller_id = u.seller_id AND e.programme = u.programme AND e.direction = 'down'
        AND e.evaluated_on < u.evaluated_on AND e.given_back_on > u.evaluated_on
    WHERE u.undone
    GROUP BY u.decision_id
),
-- The steps that undone losses had cost, and the best tier that they are about: whatever else was lost stays
-- lost. A rise that is undone goes back if its tier is held still.
undone AS (
    SELECT
        h.seller_id, h.programme, h.held_rank,
        CAST(coalesce(sum(CASE WHEN u.direction = 'down' THEN u.rank_after - u.rank_before END), 0) AS BIGINT)
            AS steps,
        min(CASE WHEN u.direction = 'down' THEN least(u.rank_before, coalesce(e.best, u.rank_before)) END)
            AS best,
        min(CASE WHEN u.direction = 'up' AND u.rank_after = h.held_rank THEN u.rank_before END) AS fallen_to
    FROM held AS h
    JOIN turned AS u ON u.seller_id = h.seller_id AND u.programme = h.programme AND u.undone
    LEFT JOIN earlier AS e ON e.decision_id = u.decision_id
    GROUP BY h.seller_id, h.programme, h.held_rank
),
moved_back AS (
    SELECT
        seller_id, programme,
        CASE WHEN held_rank > best THEN greatest(best, held_rank - steps) ELSE fallen_to END AS tier_rank
    FROM undone
),
-- Since when, where one of those undone has been about that very tier.
given_back AS (
    SELECT g.seller_id, g.programme, g.tier_rank, min(u.since_before) AS since
    FROM moved_back AS g
    LEFT JOIN turned AS u ON u.seller_id = g.seller_id AND u.programme = g.programme AND u.undone
        AND u.rank_before = g.tier_rank
    WHERE g.tier_rank IS NOT NULL
    GROUP BY g.seller_id, g.programme, g.tier_rank
),
-- A proposal is about the tier it was made of, and no other.
approved AS (
    SELECT
        t.seller_id, t.programme, t.tier_after, t.because, t.because_metric,
        row_number() OVER (PARTITION BY t.seller_id, t.programme ORDER BY t.evaluated_on DESC) AS nth
    FROM turned AS t
    JOIN held AS h ON h.seller_id = t.seller_id AND h.programme = t.programme
    LEFT JOIN given_back AS g ON g.seller_id = t.seller_id AND g.programme = t.programme
    WHERE t.done AND t.rank_before = coalesce(g.tier_rank, h.held_rank)
)
SELECT
    h.seller_id, h.programme, coalesce(a.tier_after, b.tier, h.official_tier) AS official_tier,
    CASE
        WHEN a.seller_id IS NOT NULL THEN {{ run_date }}
        WHEN g.seller_id IS NOT NULL THEN coalesce(g.since, {{ run_date }})
        ELSE h.since
    END AS since,
    CASE
        WHEN a.seller_id IS NOT NULL THEN a.because
        WHEN g.seller_id IS NOT NULL THEN 'given_back'
        ELSE h.because
    END AS because,
    CASE
        WHEN a.seller_id IS NOT NULL THEN a.because_metric
        WHEN g.seller_id IS NULL THEN h.because_metric
    END AS because_metric,
    h.evaluated_on, h.due_on
FROM held AS h
LEFT JOIN given_back AS g ON g.seller_id = h.seller_id AND g.programme = h.programme
LEFT JOIN tiers AS b ON b.programme = g.programme AND b.tier_rank = g.tier_rank
LEFT JOIN approved AS a ON a.seller_id = h.seller_id AND a.programme = h.programme AND a.nth = 1
ORDER BY h.seller_id, h.programme
