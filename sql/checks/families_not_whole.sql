-- warn: accounts that are linked are told in two families: links form a longer chain than a night follows; look at both
SELECT l.seller_id, l.other_seller_id, l.family, f.family AS other_family
FROM {{ ref('account_links') }} AS l
JOIN {{ ref('account_families') }} AS f ON f.seller_id = l.other_seller_id
WHERE f.family <> l.family AND l.seller_id < l.other_seller_id
ORDER BY l.seller_id, l.other_seller_id
