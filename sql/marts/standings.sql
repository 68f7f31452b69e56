-- One row per seller and programme with evaluations: the tier held, since when and why. Evaluations alone
-- change it, down by one step at most; other nights show what one would say tonight. A seller who has no
-- orders any more keeps what was held.
WITH {{ tonight_says() }},
-- A change that a person must approve leaves the tier as it is.
asked AS (
    SELECT
        d.*, e.state = 'decided' AS due,
        e.state = 'decided' AND d.held_rank IS NOT NULL AND (
            d.losses_wait = 1 AND d.rank_tonight > d.held_rank
            OR d.rises_wait = 1 AND d.rank_tonight < d.held_rank
        ) AS waits
    FROM decided AS d
    JOIN {{ ref('evaluations') }} AS e ON e.programme = d.programme
),
named AS (
    SELECT
        d.*,
        CASE WHEN d.rank_tonight IS NULL THEN 'not_assessable' ELSE t.tier END AS tier_tonight,
        CASE
            WHEN NOT d.due THEN coalesce(d.held_tier, 'not_evaluated')
            WHEN d.waits THEN d.held_tier
            WHEN d.rank_tonight IS NULL THEN 'not_assessable'
            ELSE t.tier
        END AS official_tier
    FROM asked AS d
    LEFT JOIN tiers AS t ON t.programme = d.programme AND t.tier_rank = d.rank_tonight
)
SELECT
    seller_id, programme, policy_version, official_tier,
    CASE
        WHEN official_tier = held_tier THEN since
        WHEN official_tier <> 'not_evaluated' THEN {{ run_date }}
    END AS since,
    CASE
        WHEN NOT due THEN coalesce(because, 'not_evaluated')
        WHEN waits THEN 'kept'
        ELSE because_tonight
    END AS because,
    CASE
        WHEN NOT due THEN because_metric
        WHEN NOT waits AND because_tonight = 'confirmed' THEN confirmed_metric
    END AS because_metric,
    CASE WHEN due THEN {{ run_date }} ELSE evaluated_on END AS evaluated_on,
    CASE WHEN due THEN due_now ELSE due_on END AS due_on,
    next_on AS next_evaluation_on,
    CASE WHEN due AND known AND official_tier <> held_tier THEN held_tier END AS tier_before,
    tier_tonight AS projected_tier, because_tonight AS projected_because, proposed_tier,
    CASE WHEN due THEN notices_decided ELSE notices_kept END AS notices
FROM named
ORDER BY seller_id, programme
