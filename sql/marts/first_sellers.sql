-- One row per region (and ALL) and place among the first hundred scorecards of its sellers, most orders
-- first: what the page Sellers shows before it has read the rest. It asks for a hundred at a time.
WITH lists AS (
    SELECT
        a.region, s.seller_id, s.programme, s.name, s.home_region, s.status, s.orders, s.tier AS proposed,
        s.tier_projected, s.held_back_by,
        row_number() OVER (PARTITION BY a.region ORDER BY s.orders DESC, s.seller_id, s.programme) AS place
    FROM {{ ref('seller_regions') }} AS a
    JOIN {{ ref('scorecards') }} AS s ON s.seller_id = a.seller_id AND s.programme = a.programme
),
totals AS (
    SELECT
        region, CAST(count(*) AS BIGINT) AS cards, CAST(count(DISTINCT seller_id) AS BIGINT) AS sellers
    FROM lists
    GROUP BY region
),
firsts AS (
    SELECT * FROM lists WHERE place <= 100
)
SELECT
    f.region, CAST(f.place AS BIGINT) AS place, f.seller_id, f.programme, f.name, f.home_region, f.status,
    f.orders, {{ held_or('f.proposed') }} AS tier,
    f.proposed, f.tier_projected, f.held_back_by, c.direction, c.previous_tier, n.tier_on AS next_tier_on,
    n.looked_until, t.cards, t.sellers
FROM firsts AS f
JOIN totals AS t ON t.region = f.region
LEFT JOIN {{ ref('standings') }} AS o ON o.seller_id = f.seller_id AND o.programme = f.programme
LEFT JOIN {{ ref('tier_changes') }} AS c ON c.seller_id = f.seller_id AND c.programme = f.programme
LEFT JOIN {{ ref('next_tiers') }} AS n
    ON n.seller_id = f.seller_id AND n.programme = f.programme AND n.decides
ORDER BY f.region, f.place
