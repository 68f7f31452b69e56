-- One row per seller and programme with points: what stands tonight, which milestone that is, and when fewer
-- points count, were nothing added. A position is points or, of a rating, the rating below nothing, so that
-- higher is worse of both.
WITH programmes AS (
    SELECT * FROM (
        VALUES
        ('?', '?', CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT))
        {% for p in with_points %}
        {% set rating = p.points.rating %}
        , (
            {{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ rating.starts_at if rating else 'NULL' }},
            {{ rating.at_most if rating else 'NULL' }},
            {{ rating.earned.points if rating and rating.earned else 'NULL' }},
            {{ rating.earned.per_orders if rating and rating.earned else 'NULL' }}
        )
        {% endfor %}
    ) AS t (programme, policy_version, starts_at, at_most, earned_points, per_orders)
),
milestones AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(0 AS BIGINT), 0)
        {% for p in with_points %}{% for one in p.milestones %}
        , ({{ quoted(p.programme) }}, {{ one.position }}, {{ one.cap_rank }})
        {% endfor %}{% endfor %}
    ) AS t (programme, at_position, cap_rank)
),
tiers AS (
    {{ tiers_of(with_points) }}
),
standing AS (
    SELECT seller_id, programme, points, last_day,
        min(CASE WHEN points > 0 THEN last_day END) OVER (PARTITION BY seller_id, programme) AS first_last
    FROM {{ ref('points_entries') }} AS e
    WHERE state = 'stands'
),
-- Whoever is judged, and whoever has an entry.
everyone AS (
    SELECT seller_id, programme, max(orders) AS orders
    FROM (
        SELECT seller_id, programme, orders FROM {{ ref('seller_metrics') }} AS m
        UNION ALL
        SELECT seller_id, programme, CAST(0 AS BIGINT) AS orders FROM {{ ref('points_entries') }} AS e
    ) AS known
    GROUP BY seller_id, programme
),
summed AS (
    SELECT
        e.seller_id, e.programme, e.orders, CAST(coalesce(sum(s.points), 0) AS BIGINT) AS points,
        count(s.points) AS entries, max(s.first_last) AS first_last,
        CAST(coalesce(sum(CASE WHEN s.last_day > s.first_last THEN s.points END), 0) AS BIGINT) AS points_then
    FROM everyone AS e
    LEFT JOIN standing AS s ON s.seller_id = e.seller_id AND s.programme = e.programme
    GROUP BY e.seller_id, e.programme, e.orders
),
earning AS (
    SELECT
        s.*, p.policy_version, p.starts_at, p.at_most,
        CAST(floor(CAST(s.orders AS DOUBLE) / CAST(p.per_orders AS DOUBLE)) AS BIGINT) * p.earned_points
            AS earned
    FROM summed AS s
    JOIN programmes AS p ON p.programme = s.programme
),
rated AS (
    SELECT
        *,
        CASE WHEN starts_at IS NOT NULL
            THEN greatest(least(starts_at + coalesce(earned, 0) - points, at_most), 0)
        END AS rating,
        CASE WHEN starts_at IS NOT NULL AND first_last IS NOT NULL
            THEN greatest(least(starts_at + coalesce(earned, 0) - points_then, at_most), 0)
        END AS rating_then
    FROM earning
),
placed AS (
    SELECT *, CASE WHEN rating IS NOT NULL THEN -rating ELSE points END AS position
    FROM rated
),
reached AS (
    SELECT
        r.seller_id, r.programme,
        max(CASE WHEN m.at_position <= r.position THEN m.at_position END) AS milestone,
        min(CASE WHEN m.at_position > r.position THEN m.at_position END) AS next_milestone,
        max(CASE WHEN m.at_position <= r.position THEN m.cap_rank END) AS cap_rank
    FROM placed AS r
    JOIN milestones AS m ON m.programme = r.programme
    GROUP BY r.seller_id, r.programme
)
SELECT
    p.seller_id, p.programme, p.policy_version, p.points, p.entries, p.earned, p.rating,
    abs(r.milestone) AS milestone, abs(r.next_milestone) AS next_milestone, t.tier AS caps_at,
    CAST(p.first_last + INTERVAL '1' DAY AS DATE) AS falls_on,
    CASE WHEN p.first_last IS NOT NULL THEN p.points_then END AS points_then, p.rating_then
FROM placed AS p
JOIN reached AS r ON r.seller_id = p.seller_id AND r.programme = p.programme
LEFT JOIN tiers AS t ON t.programme = p.programme AND t.tier_rank = r.cap_rank
ORDER BY p.seller_id, p.programme
