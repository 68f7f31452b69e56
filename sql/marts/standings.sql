-- One row per seller and programme with evaluations: the tier held, since when and why. Evaluations alone
-- change it, down by one step at most; other nights show what one would say tonight. A seller who has no
-- orders any more keeps what was held.
WITH tiers AS (
    {{ evaluated_tiers() }}
),
due AS (
    {{ evaluations_due() }}
),
confirmed AS (
    SELECT
        seller_id, programme, min(CASE WHEN verdict = 'confirmed' THEN metric END) AS metric,
        count(CASE WHEN notice_on IS NOT NULL THEN 1 END) AS notices
    FROM {{ ref('metric_standings') }}
    GROUP BY seller_id, programme
),
{% if gates.length %}
open_tiers AS (
    {{ open_tiers() }}
),
{% endif %}
{% if resting.length %}
resting_tiers AS (
    {{ resting_tiers() }}
),
{% endif %}
-- Who has a scorecard tonight, or had a standing before.
everyone AS (
    SELECT
        coalesce(s.seller_id, o.seller_id) AS seller_id, coalesce(s.programme, o.programme) AS programme,
        s.tier AS proposed_tier, o.official_tier AS held_tier, o.since, o.evaluated_on, o.due_on, o.because,
        o.because_metric, o.seller_id IS NOT NULL AS known
    FROM {{ ref('scorecards') }} AS s
    FULL JOIN {{ ref('held_tiers') }} AS o
        ON o.seller_id = s.seller_id AND o.programme = s.programme
),
ranked AS (
    SELECT
        e.*, u.due, u.due_on AS due_now, u.next_on, u.policy_version, h.tier_rank AS held_rank,
        {% if resting.length %}
        -- A metric that rests takes no tier, and gives nobody one that it would not allow.
        {{ with_resting('p.tier_rank', 'r.rest_rank') }} AS proposed_rank,
        {% else %}
        p.tier_rank AS proposed_rank,
        {% endif %}
        u.losses_wait, u.rises_wait, u.standard_rank, u.last_rank,
        c.metric AS confirmed_metric, coalesce(c.notices, 0) AS notices
        {% if gates.length %}
        , coalesce(g.gate_rank, 0) AS gate_rank
        {% endif %}
    FROM everyone AS e
    JOIN due AS u ON u.programme = e.programme
    LEFT JOIN tiers AS h ON h.programme = e.programme AND h.tier = e.held_tier
    LEFT JOIN tiers AS p ON p.programme = e.programme AND p.tier = e.proposed_tier
    {% if resting.length %}
    LEFT JOIN resting_tiers AS r ON r.seller_id = e.seller_id AND r.programme = e.programme
    {% endif %}
    LEFT JOIN confirmed AS c ON c.seller_id = e.seller_id AND c.programme = e.programme
    {% if gates.length %}
    LEFT JOIN open_tiers AS g ON g.seller_id = e.seller_id AND g.programme = e.programme
    {% endif %}
),
decided AS (
    SELECT
        *,
        CASE
            WHEN held_rank IS NULL AND proposed_rank IS NULL THEN 'not_assessable'
            WHEN held_rank IS NULL THEN 'first_evaluation'
            WHEN confirmed_metric IS NOT NULL THEN 'confirmed'
            {% if gates.length %}
            WHEN gate_rank > held_rank THEN 'gate'
            {% endif %}
            WHEN proposed_rank < held_rank THEN 'improved'
            ELSE 'kept'
        END AS because_tonight,
        CASE
            WHEN held_rank IS NULL AND proposed_rank IS NULL THEN CAST(NULL AS INTEGER)
            WHEN held_rank IS NULL THEN least(proposed_rank, standard_rank)
            WHEN confirmed_metric IS NOT NULL THEN least(held_rank + 1, last_rank)
            {% if gates.length %}
            WHEN gate_rank > held_rank THEN held_rank + 1
            {% endif %}
            ELSE least(held_rank, coalesce(proposed_rank, held_rank))
        END AS rank_tonight
    FROM ranked
),
-- A change that a person must approve leaves the tier as it is.
asked AS (
    SELECT
        *,
        due AND held_rank IS NOT NULL
            AND (losses_wait = 1 AND rank_tonight > held_rank OR rises_wait = 1 AND rank_tonight < held_rank)
            AS waits
    FROM decided
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
    tier_tonight AS projected_tier, because_tonight AS projected_because, proposed_tier, notices
FROM named
ORDER BY seller_id, programme
