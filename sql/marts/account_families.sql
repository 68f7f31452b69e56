-- One row per account of a family: those that links lead to from each other. A family is called by the one
-- of it that began first, so that its name stays when others join.
WITH ends AS (
    SELECT
        CASE w.way WHEN 0 THEN account ELSE other END AS account,
        CASE w.way WHEN 0 THEN seller_id ELSE other_seller_id END AS seller_id,
        CASE w.way WHEN 0 THEN other_seller_id ELSE seller_id END AS other_seller_id,
        kind, weight, link_weight
    FROM {{ ref('weighed_links') }} AS l
    CROSS JOIN (VALUES (0), (1)) AS w (way)
),
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY account ORDER BY link_weight DESC, other_seller_id, weight DESC, kind
        ) AS nth
    FROM ends
),
accounts AS (
    SELECT
        account, seller_id, count(DISTINCT other_seller_id) AS links, max(link_weight) AS link_weight,
        min(CASE WHEN nth = 1 THEN other_seller_id END) AS strongest_with,
        min(CASE WHEN nth = 1 THEN kind END) AS strongest_kind
    FROM ranked
    GROUP BY account, seller_id
),
-- The first of a family joins nobody to one before it.
firsts AS (
    SELECT CASE w.way WHEN 0 THEN hi ELSE lo END AS account, min(lo) AS first_one
    FROM {{ ref('gathered') }} AS g
    CROSS JOIN (VALUES (0), (1)) AS w (way)
    GROUP BY CASE w.way WHEN 0 THEN hi ELSE lo END
),
seen AS (
    SELECT seller_id, CAST(min(first_seen) AS DATE) AS first_day
    FROM {{ ref('identifiers') }} AS i
    GROUP BY seller_id
),
members AS (
    SELECT a.*, f.first_one, coalesce(d.joined_on, s.first_day) AS began_on
    FROM accounts AS a
    JOIN firsts AS f ON f.account = a.account
    JOIN seen AS s ON s.seller_id = a.seller_id
    LEFT JOIN {{ ref('sellers') }} AS d ON d.seller_id = a.seller_id
)
SELECT
    first_value(seller_id) OVER (PARTITION BY first_one ORDER BY began_on, seller_id) AS family,
    seller_id, count(*) OVER (PARTITION BY first_one) AS members, began_on, links, strongest_with,
    strongest_kind, CAST(link_weight AS DOUBLE) / 1E6 AS strongest_weight
FROM members
ORDER BY seller_id
