-- One row per seller and programme whose tier may fall next: because an evaluation tonight would take it;
-- because a bound of it is missed whatever becomes of what is pending; or because it would be missed once
-- all that is pending is final, at the seller's own rate. Ranked by the orders at stake. Nothing is decided
-- by it. As if what is pending were final tonight: days that leave windows meanwhile are not looked at.
WITH tiers AS (
    {{ tiers_of(programmes) }}
),
bounds AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, CAST(0 AS BIGINT), 0)
        {% for p in programmes %}{% for m in p.metrics %}{% for tier in p.tiers %}{% if not loop.last %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ loop.index }},
            {{ ppm((m.tiers[tier.key].keep or m.tiers[tier.key]).at_most) }}, {{ strict(m.tiers[tier.key]) }})
        {% endif %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, tier_rank, at_most_ppm, strict)
),
-- The tier held; of whom no evaluation has judged yet, or of programmes without them, the proposed one.
held AS (
    SELECT
        s.seller_id, s.programme, s.name, s.home_region, t.tier, t.tier_rank,
        CASE WHEN p.tier_rank > t.tier_rank THEN p.tier END AS falls_to,
        CASE WHEN p.tier_rank > t.tier_rank THEN o.projected_because END AS falls_because
    FROM {{ ref('scorecards') }} AS s
    LEFT JOIN {{ ref('standings') }} AS o ON o.seller_id = s.seller_id AND o.programme = s.programme
    JOIN tiers AS t ON t.programme = s.programme
        AND t.tier = {{ held_or('s.tier') }}
    LEFT JOIN tiers AS p ON p.programme = o.programme AND p.tier = o.projected_tier
),
expected AS (
    SELECT
        h.seller_id, h.programme, m.metric, m.fault, m.counted, m.pending, b.at_most_ppm,
        m.fault + CAST(round({{ ratio('m.pending * m.fault', 'm.counted') }}) AS BIGINT) AS fault_then,
        greatest(
            {{ faults_allowed('b.at_most_ppm', 'b.strict', 'm.counted + m.pending') }}, m.faults_from - 1, 0
        ) AS allowed_then,
        v.verdict, v.is_beyond_luck
    FROM held AS h
    JOIN {{ ref('seller_metrics') }} AS m
        ON m.seller_id = h.seller_id AND m.programme = h.programme AND m.tier IS NOT NULL
    JOIN bounds AS b ON b.programme = h.programme AND b.metric = m.metric AND b.tier_rank = h.tier_rank
    LEFT JOIN {{ ref('metric_standings') }} AS v
        ON v.seller_id = m.seller_id AND v.programme = m.programme AND v.metric = m.metric
    WHERE coalesce(m.fault_buyers >= m.buyers_from, 1 = 1) AND coalesce(m.fault_days >= m.days_from, 1 = 1)
),
-- Of several metrics that miss the one that an evaluation goes by, then the one that misses by most.
missed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY seller_id, programme
            ORDER BY CASE verdict WHEN 'confirmed' THEN 1 WHEN 'notice' THEN 2 ELSE 3 END,
                fault_then - allowed_then DESC, metric
        ) AS nth,
        count(*) OVER (PARTITION BY seller_id, programme) AS metrics
    FROM expected
    WHERE fault_then > allowed_then
),
placed AS (
    SELECT
        p.seller_id, CAST(sum(p.orders_current_28d) AS BIGINT) AS orders,
        CAST(sum(
            CASE WHEN p.currency = {{ currency_of_region('s.home_region') }} THEN p.gmv_current_28d END
        ) AS BIGINT) AS value_minor,
        {{ currency_of_region('s.home_region') }} AS currency
    FROM {{ ref('seller_periods') }} AS p
    LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = p.seller_id
    GROUP BY p.seller_id, s.home_region
),
likely AS (
    SELECT
        h.*, w.metric, w.metrics, w.fault, w.counted, w.pending, w.at_most_ppm, w.fault_then, w.allowed_then,
        w.verdict, w.is_beyond_luck,
        CASE
            WHEN h.falls_to IS NOT NULL THEN 'evaluation'
            WHEN w.fault > w.allowed_then THEN 'missed'
            ELSE 'expected'
        END AS falls,
        CASE
            -- An evaluation tonight would do it.
            WHEN h.falls_to IS NOT NULL THEN 100
            -- More than luck: of notices most are confirmed.
            WHEN w.verdict IN ('notice', 'confirmed') THEN 75
            -- Luck explains it, and evaluations forgive luck.
            WHEN h.programme IN {{ in_list(evaluated_names) }} THEN 25
            -- The seller's own rate is above the bound: as likely as not.
            ELSE 50
        END AS likely_percent
    FROM held AS h
    LEFT JOIN missed AS w ON w.seller_id = h.seller_id AND w.programme = h.programme AND w.nth = 1
    WHERE h.falls_to IS NOT NULL OR w.metric IS NOT NULL
),
staked AS (
    SELECT
        l.*, coalesce(p.orders, 0) AS orders, p.value_minor, p.currency,
        s.seller_id IS NOT NULL AS described, s.email,
        coalesce(p.orders, 0) * l.likely_percent AS weight
    FROM likely AS l
    LEFT JOIN placed AS p ON p.seller_id = l.seller_id
    LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = l.seller_id
)
SELECT
    seller_id, programme,
    row_number() OVER (PARTITION BY programme ORDER BY weight DESC, orders DESC, seller_id) AS place,
    name, home_region,
    CASE
        WHEN NOT described THEN 'not_described'
        WHEN email IS NULL THEN 'no_address'
        ELSE 'mail'
    END AS contact,
    tier, falls, falls_to, falls_because, metric, coalesce(metrics, 0) AS metrics, fault, counted,
    CAST(at_most_ppm AS DOUBLE) / 1E6 AS at_most, pending, fault_then, counted + pending AS counted_then,
    allowed_then, verdict, is_beyond_luck, orders, value_minor, currency,
    CAST(likely_percent AS INTEGER) AS likely_percent, CAST(weight AS DOUBLE) / 1E2 AS orders_at_risk
FROM staked
ORDER BY seller_id, programme
