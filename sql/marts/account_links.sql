-- One row per account, account it is linked with and kind of what they share; a link is there from both ends.
SELECT
    CASE w.way WHEN 0 THEN l.seller_id ELSE l.other_seller_id END AS seller_id,
    CASE w.way WHEN 0 THEN l.other_seller_id ELSE l.seller_id END AS other_seller_id,
    l.kind, f.family, l.shared_values, l.fewest_sellers, CAST(l.weight AS DOUBLE) / 1E6 AS weight,
    CAST(l.link_weight AS DOUBLE) / 1E6 AS link_weight, l.since
FROM {{ ref('weighed_links') }} AS l
JOIN {{ ref('account_families') }} AS f ON f.seller_id = l.seller_id
CROSS JOIN (VALUES (0), (1)) AS w (way)
ORDER BY seller_id, other_seller_id, kind
