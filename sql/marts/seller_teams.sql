-- One row per seller and region whose team reads rows of the seller: without a programme where it reads them
-- all, else one per programme whose tier it reads. One team reads all: that of the home region or, while
-- nobody has described the seller, of the region that most of its orders of late go to. Which tier a seller
-- has is read wherever it sells, as seller_regions has it.
{% set placed = 'placed_' ~ (assessable_windows | max) %}
WITH sold AS (
    SELECT
        seller_id, region,
        row_number() OVER (PARTITION BY seller_id ORDER BY {{ placed }} DESC, region) AS nth
    FROM {{ ref('seller_counts') }} AS c
    WHERE {{ placed }} > 0
),
homes AS (
    SELECT seller_id, home_region AS region
    FROM {{ ref('sellers') }} AS s
    UNION ALL
    SELECT o.seller_id, o.region
    FROM sold AS o
    LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = o.seller_id
    WHERE o.nth = 1 AND s.seller_id IS NULL
)
SELECT seller_id, region, CAST(NULL AS VARCHAR) AS programme
FROM homes
UNION ALL
SELECT r.seller_id, r.region, r.programme
FROM {{ ref('seller_regions') }} AS r
LEFT JOIN homes AS h ON h.seller_id = r.seller_id AND h.region = r.region
WHERE r.region <> 'ALL' AND h.seller_id IS NULL
ORDER BY seller_id, region, programme
