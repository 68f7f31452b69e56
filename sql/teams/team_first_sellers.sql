-- One row per region and row of first_sellers that its team reads: the region's own rows. When the next tier
-- comes is said to whom the seller is at home with, as of next_tiers.
SELECT
    d.region, d.place, d.seller_id, d.programme, d.name, d.home_region, d.status, d.orders, d.tier,
    d.proposed, d.tier_projected, d.held_back_by, d.direction, d.previous_tier,
    CASE WHEN h.seller_id IS NOT NULL THEN d.next_tier_on END AS next_tier_on,
    CASE WHEN h.seller_id IS NOT NULL THEN d.looked_until END AS looked_until,
    d.cards, d.sellers, r.region AS team
FROM {{ ref('first_sellers') }} AS d
JOIN ({{ team_regions() }}) AS r ON r.region = d.region
LEFT JOIN {{ ref('seller_teams') }} AS h
    ON h.seller_id = d.seller_id AND h.programme IS NULL AND h.region = r.region
ORDER BY r.region, d.place
