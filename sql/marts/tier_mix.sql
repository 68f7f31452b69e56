-- One row per region (and ALL), programme and tier, over sellers with an order placed in the region within
-- the assessable window. Tiers without sellers are absent.
WITH active AS (
    {% for p in programmes %}
    SELECT c.region, {{ quoted(p.programme) }} AS programme, c.seller_id
    FROM {{ ref('seller_counts') }} AS c
    WHERE c.region IN {{ in_list(p.regions) }} AND c.placed_{{ p.assessable.window_days }} > 0
    UNION ALL
    SELECT DISTINCT 'ALL', {{ quoted(p.programme) }}, c.seller_id
    FROM {{ ref('seller_counts') }} AS c
    WHERE c.region IN {{ in_list(p.regions) }} AND c.placed_{{ p.assessable.window_days }} > 0
    {% if not loop.last %}UNION ALL{% endif %}

    {% endfor %}
),
mixed AS (
    SELECT a.region, a.programme, s.tier, count(*) AS sellers
    FROM active AS a
    JOIN {{ ref('scorecards') }} AS s ON s.seller_id = a.seller_id AND s.programme = a.programme
    GROUP BY a.region, a.programme, s.tier
)
SELECT
    region, programme, tier, sellers,
    CAST(sellers AS DOUBLE) / CAST(sum(sellers) OVER (PARTITION BY region, programme) AS DOUBLE) AS share
FROM mixed
ORDER BY region, programme, tier
