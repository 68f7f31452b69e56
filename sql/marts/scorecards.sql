-- One row per seller and programme. Sellers without orders in any window are absent, not zero.
-- The tier is the worst that any measured metric allows; metrics that nothing has become final for hold nobody back.
WITH bounds AS (
    SELECT * FROM (
        VALUES
        {% for p in programmes %}{% set outer = loop %}{% for m in p.metrics %}{% set middle = loop %}{% for tier in p.tiers %}{% if not loop.last %}
        ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ loop.index }}, {{ quoted(tier.key) }}, {{ ppm(m.tiers[tier.key].at_most) }}){% if not (outer.last and middle.last and loop.index == p.tiers.length - 1) %},{% endif %}

        {% endif %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, tier_rank, tier, at_most_ppm)
),
tiers AS (
    SELECT * FROM (
        VALUES
        {% for p in programmes %}{% set outer = loop %}{% for tier in p.tiers %}
        ({{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ loop.index }}, {{ quoted(tier.key) }}, {{ p.tiers.length }}, {{ p.assessable.orders }}, {{ p.metrics.length }}){% if not (outer.last and loop.last) %},{% endif %}

        {% endfor %}{% endfor %}
    ) AS t (programme, policy_version, tier_rank, tier, ranks, orders_needed, metrics_total)
),
orders AS (
    {% for p in programmes %}
    SELECT
        {{ quoted(p.programme) }} AS programme, seller_id,
        CAST(sum(placed_{{ p.assessable.window_days }}) AS BIGINT) AS orders
    FROM {{ ref('seller_counts') }} AS c
    WHERE region IN {{ in_list(p.regions) }}
    GROUP BY seller_id
    {% if not loop.last %}UNION ALL{% endif %}

    {% endfor %}
),
-- The best tier each metric would allow if everything pending turned out met; null when nothing was counted.
projected AS (
    SELECT m.seller_id, m.programme, m.metric, min(b.tier_rank) AS tier_rank
    FROM {{ ref('seller_metrics') }} AS m
    JOIN bounds AS b ON b.programme = m.programme AND b.metric = m.metric
    WHERE m.fault * 1000000 <= b.at_most_ppm * (m.met + m.fault + m.pending) AND m.met + m.fault + m.pending > 0
    GROUP BY m.seller_id, m.programme, m.metric
),
judged AS (
    SELECT
        m.seller_id, m.programme, o.orders,
        count(*) FILTER (WHERE m.verdict <> 'not_measured') AS measured,
        max(t.tier_rank) AS tier_rank,
        max(CASE
            WHEN m.met + m.fault + m.pending > 0 THEN coalesce(p.tier_rank, l.ranks)
        END) AS projected_rank
    FROM {{ ref('seller_metrics') }} AS m
    JOIN orders AS o ON o.programme = m.programme AND o.seller_id = m.seller_id
    JOIN tiers AS l ON l.programme = m.programme AND l.tier_rank = 1
    LEFT JOIN tiers AS t ON t.programme = m.programme AND t.tier = m.tier
    LEFT JOIN projected AS p ON p.programme = m.programme AND p.seller_id = m.seller_id AND p.metric = m.metric
    GROUP BY m.seller_id, m.programme, o.orders
),
-- Metrics that miss the tier above, and how many further orders without a fault each would need.
holding AS (
    SELECT
        j.seller_id, j.programme, m.metric, m.fault, m.met, b.at_most_ppm,
        CASE WHEN b.at_most_ppm > 0
            THEN CAST(ceil(CAST(m.fault * 1000000 AS DOUBLE) / CAST(b.at_most_ppm AS DOUBLE)) AS BIGINT) - (m.met + m.fault)
        END AS orders_short
    FROM judged AS j
    JOIN {{ ref('seller_metrics') }} AS m ON m.seller_id = j.seller_id AND m.programme = j.programme
    JOIN bounds AS b ON b.programme = m.programme AND b.metric = m.metric AND b.tier_rank = j.tier_rank - 1
    WHERE m.met + m.fault > 0 AND m.fault * 1000000 > b.at_most_ppm * (m.met + m.fault)
),
worst AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY seller_id, programme ORDER BY coalesce(orders_short, 9000000000) DESC, metric) AS nth,
        count(CASE WHEN orders_short IS NULL THEN 1 END) OVER (PARTITION BY seller_id, programme) AS never
    FROM holding
)
SELECT
    j.seller_id, j.programme, l.policy_version, s.name, s.home_region, s.status, j.orders,
    CAST(l.orders_needed AS BIGINT) AS orders_needed,
    CASE
        WHEN j.measured = 0 THEN 'not_measured'
        WHEN j.tier_rank IS NULL THEN 'not_assessable'
        ELSE t.tier
    END AS tier,
    CASE
        WHEN j.measured = 0 THEN 'not_measured'
        WHEN j.orders < l.orders_needed OR j.projected_rank IS NULL THEN 'not_assessable'
        ELSE pt.tier
    END AS tier_projected,
    CASE
        WHEN j.measured = 0 THEN 'no metric of the programme is measured'
        WHEN j.orders < l.orders_needed
            THEN CAST(j.orders AS VARCHAR) || ' orders, policy asks for ' || CAST(l.orders_needed AS VARCHAR)
        WHEN j.tier_rank IS NULL THEN 'nothing has become final yet'
        WHEN j.tier_rank = 1 THEN 'meets every bound of ' || t.tier
        ELSE w.metric || ' keeps it from ' || n.tier || ': ' || CAST(w.fault AS VARCHAR) || ' of ' || CAST(w.met + w.fault AS VARCHAR)
            || ' at fault, ' || CAST(CAST(floor(CAST(w.at_most_ppm * (w.met + w.fault) AS DOUBLE) / 1E6) AS BIGINT) AS VARCHAR) || ' allowed'
    END AS tier_because,
    w.metric AS held_back_by,
    n.tier AS next_tier,
    CASE WHEN w.never = 0 THEN w.orders_short END AS orders_to_next_tier,
    CAST(j.measured AS INTEGER) AS metrics_measured,
    CAST(l.metrics_total AS INTEGER) AS metrics_total
FROM judged AS j
JOIN tiers AS l ON l.programme = j.programme AND l.tier_rank = 1
LEFT JOIN tiers AS t ON t.programme = j.programme AND t.tier_rank = j.tier_rank
LEFT JOIN tiers AS n ON n.programme = j.programme AND n.tier_rank = j.tier_rank - 1
LEFT JOIN tiers AS pt ON pt.programme = j.programme AND pt.tier_rank = j.projected_rank
LEFT JOIN worst AS w ON w.seller_id = j.seller_id AND w.programme = j.programme AND w.nth = 1
LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = j.seller_id
ORDER BY j.seller_id, j.programme
