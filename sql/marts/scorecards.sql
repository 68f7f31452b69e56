-- One row per seller and programme. Sellers without orders in any window are absent, not zero. The tier is
-- the worst that any measured metric allows, and no better than what points, the score and the gates of the
-- programme allow; metrics that cannot be assessed, or rest, hold nobody back. `tier_because` is a code of
-- wording/.
WITH bounds AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, '?', CAST(0 AS BIGINT), 0, CAST(0 AS BIGINT))
        {% for p in programmes %}{% for m in p.metrics %}{% for tier in p.tiers %}{% if not loop.last %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ loop.index }}, {{ quoted(tier.key) }},
            {{ ppm(m.tiers[tier.key].at_most) }}, {{ strict(m.tiers[tier.key]) }},
            {{ ppm((m.tiers[tier.key].keep or m.tiers[tier.key]).at_most) }})
        {% endif %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, tier_rank, tier, at_most_ppm, strict, keep_ppm)
),
{% if keeping.length %}
holders AS (
    {{ holders() }}
),
{% endif %}
tiers AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, '?', 0, CAST(0 AS BIGINT), 0)
        {% for p in programmes %}{% for tier in p.tiers %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ loop.index }}, {{ quoted(tier.key) }},
            {{ p.tiers.length }}, {{ p.assessable.orders }}, {{ p.metrics.length }})
        {% endfor %}{% endfor %}
    ) AS t (programme, policy_version, tier_rank, tier, ranks, orders_needed, metrics_total)
),
-- The best tier each metric would allow if everything pending turned out met; null when nothing would be
-- counted.
{% set held = held_or_standard('h.held_rank', 'm.programme') %}
outlook AS (
    SELECT
        m.seller_id, m.programme, m.metric, m.orders, m.because, m.fault, m.counted, m.faults_from,
            {{ too_few_faults('m.') }} AS too_few, t.tier_rank,
        {% if keeping.length %}
        {{ held }} AS held_rank,
        {% endif %}
        CASE
            WHEN m.because IN ('no_source', 'paused') THEN NULL
            WHEN m.counted + m.pending = 0 OR m.counted + m.pending < m.counted_needed THEN NULL
            ELSE coalesce(min(b.tier_rank), max(l.ranks))
        END AS projected_rank
    FROM {{ ref('seller_metrics') }} AS m
    JOIN tiers AS l ON l.programme = m.programme AND l.tier_rank = 1
    LEFT JOIN tiers AS t ON t.programme = m.programme AND t.tier = m.tier
    {% if keeping.length %}
    LEFT JOIN holders AS h ON h.seller_id = m.seller_id AND h.programme = m.programme
    {% endif %}
    LEFT JOIN bounds AS b ON b.programme = m.programme AND b.metric = m.metric
        AND ({{ too_few_faults('m.') }}
            OR {{ within_bound('m.fault', bound_applying(held), 'b.strict', 'm.counted + m.pending') }})
    GROUP BY
        {% if keeping.length %}
        h.held_rank,
        {% endif %}
        m.seller_id, m.programme, m.metric, m.orders, m.because, m.fault, m.counted, m.faults_from,
            {{ too_few_faults('m.') }}, t.tier_rank, m.pending, m.counted_needed
),
by_metrics AS (
    SELECT
        seller_id, programme, max(orders) AS orders,
        count(*) FILTER (WHERE because <> 'no_source') AS measured,
        max(tier_rank) AS tier_rank,
        max(projected_rank) AS projected_rank
    FROM outlook
    GROUP BY seller_id, programme
),
{% if points_cap or score_cap or gates.length %}
-- The best tier that is allowed beside bounds: by points, by the score, and by gates.
caps AS (
    {{ best_beside_bounds() }}
),
-- None of them takes anybody out of what is not judged.
judged AS (
    SELECT
        b.seller_id, b.programme, b.orders, b.measured, b.tier_rank AS metrics_rank,
        coalesce(c.cap_rank, 0) AS cap_rank, coalesce(c.points_rank, 0) AS points_rank,
        coalesce(c.score_rank, 0) AS score_rank,
        CASE
            WHEN b.tier_rank IS NOT NULL THEN greatest(b.tier_rank, coalesce(c.cap_rank, 0))
        END AS tier_rank,
        CASE
            WHEN b.projected_rank IS NOT NULL THEN greatest(b.projected_rank, coalesce(c.cap_rank, 0))
        END AS projected_rank
    FROM by_metrics AS b
    LEFT JOIN caps AS c ON c.seller_id = b.seller_id AND c.programme = b.programme
),
{% else %}
judged AS (
    SELECT *, tier_rank AS metrics_rank, 0 AS cap_rank, 0 AS points_rank, 0 AS score_rank FROM by_metrics
),
{% endif %}
-- Metrics that miss the tier above, and how many further orders without a fault each would need.
{% set bound = bound_applying('o.held_rank') %}
holding AS (
    SELECT
        j.seller_id, j.programme, o.metric, o.fault, o.counted,
        greatest(
            {{ faults_allowed(bound, 'b.strict', 'o.counted') }}, o.faults_from - 1
        ) AS allowed,
        CASE WHEN {{ bound }} > 0
            THEN {{ counted_that_allow('o.fault', bound, 'b.strict') }} - o.counted
        END AS orders_short
    FROM judged AS j
    JOIN outlook AS o ON o.seller_id = j.seller_id AND o.programme = j.programme AND o.tier_rank IS NOT NULL
    JOIN bounds AS b ON b.programme = o.programme AND b.metric = o.metric AND b.tier_rank = j.tier_rank - 1
    WHERE NOT o.too_few AND NOT {{ within_bound('o.fault', bound, 'b.strict', 'o.counted') }}
),
worst AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY seller_id, programme ORDER BY coalesce(orders_short, 9000000000) DESC, metric
        ) AS nth,
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
        WHEN j.measured = 0 THEN 'nothing_measured'
        WHEN j.orders < l.orders_needed THEN 'few_orders'
        WHEN j.tier_rank IS NULL THEN 'nothing_final'
        WHEN j.tier_rank = 1 THEN 'meets_all'
        WHEN j.cap_rank <= j.metrics_rank THEN 'held_back'
        WHEN j.points_rank = j.cap_rank THEN 'points'
        WHEN j.score_rank = j.cap_rank THEN 'score'
        ELSE 'gate'
    END AS tier_because,
    w.metric AS held_back_by, w.fault AS held_back_fault, w.counted AS held_back_counted,
        w.allowed AS held_back_allowed,
    n.tier AS next_tier,
    CASE WHEN w.never = 0 AND j.cap_rank < j.tier_rank THEN w.orders_short END AS orders_to_next_tier,
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
