-- One row per lead, seller and region with a sign of it: how many orders, what they are worth, and what an
-- innocent twin explains of them. A person decides; nothing here is part of a score.
WITH looked_at AS (
    SELECT seller_id, region, count(*) AS orders
    FROM {{ ref('recent_orders') }} AS o
    GROUP BY seller_id, region
),
found AS (
    SELECT
        lead, seller_id, region, count(*) AS orders, count(DISTINCT buyer) AS buyers,
        count(twin) AS explained, min(twin) AS first_twin, max(twin) AS last_twin,
        min(placed_day) AS first_day, max(placed_day) AS last_day, max(amount) AS most,
        CAST(sum(CASE WHEN twin IS NULL AND {{ in_currency_of_region() }} THEN gmv_minor END) AS BIGINT)
            AS at_risk_minor
    FROM {{ ref('lead_evidence') }} AS e
    GROUP BY lead, seller_id, region
)
SELECT
    f.lead || ':' || f.seller_id || ':' || f.region AS lead_id, f.lead, f.seller_id, f.region,
    CASE WHEN f.explained = f.orders THEN 'explained' ELSE 'open' END AS status, f.orders, f.explained,
    CASE WHEN f.first_twin = f.last_twin THEN f.first_twin WHEN f.explained > 0 THEN 'several' END AS twin,
    f.buyers, l.orders AS looked_at, f.first_day, f.last_day, f.most,
    coalesce(f.at_risk_minor, 0) AS at_risk_minor, {{ currency_of_region('f.region') }} AS currency
FROM found AS f
JOIN looked_at AS l ON l.seller_id = f.seller_id AND l.region = f.region
ORDER BY lead_id
