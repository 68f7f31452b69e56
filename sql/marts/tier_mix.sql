-- One row per region (and ALL), programme and tier, over the sellers of seller_regions: of whom bounds alone
-- propose it and, where the programme has evaluations, who holds it. Tiers without sellers are absent.
WITH
-- Of whom no evaluation has judged yet, the proposed tier is the one shown, here as in mails and pages.
tiers AS (
    SELECT
        s.seller_id, s.programme, s.tier AS proposed,
        CASE
            WHEN o.official_tier <> 'not_evaluated' THEN o.official_tier
            WHEN s.programme IN {{ in_list(evaluated_names) }} THEN s.tier
        END AS held
    FROM {{ ref('scorecards') }} AS s
    LEFT JOIN {{ ref('standings') }} AS o ON o.seller_id = s.seller_id AND o.programme = s.programme
),
each AS (
    SELECT
        a.region, a.programme, CASE WHEN k.holds = 1 THEN t.held ELSE t.proposed END AS tier,
        1 - k.holds AS proposes, k.holds
    FROM {{ ref('seller_regions') }} AS a
    JOIN tiers AS t ON t.seller_id = a.seller_id AND t.programme = a.programme
    CROSS JOIN (VALUES (0), (1)) AS k (holds)
),
mixed AS (
    SELECT
        region, programme, tier, CAST(sum(proposes) AS BIGINT) AS sellers,
        CASE
            WHEN programme IN {{ in_list(evaluated_names) }} THEN CAST(sum(holds) AS BIGINT)
        END AS held
    FROM each
    WHERE tier IS NOT NULL
    GROUP BY region, programme, tier
)
SELECT
    region, programme, tier, sellers,
    CAST(sellers AS DOUBLE) / CAST(sum(sellers) OVER (PARTITION BY region, programme) AS DOUBLE) AS share,
    held, CAST(held AS DOUBLE) / CAST(sum(held) OVER (PARTITION BY region, programme) AS DOUBLE) AS held_share
FROM mixed
ORDER BY region, programme, tier
