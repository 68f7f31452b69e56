-- One row per seller and programme whose tier differs from the run published before this run date: the tier
-- held where the programme has evaluations, else the proposed one. Empty when there is none.
{% if not has_previous %}
SELECT
    CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS programme,
        CAST(NULL AS VARCHAR) AS previous_run_id,
    CAST(NULL AS VARCHAR) AS previous_tier, CAST(NULL AS VARCHAR) AS tier, CAST(NULL AS VARCHAR) AS direction,
    CAST(NULL AS VARCHAR) AS because, CAST(NULL AS BIGINT) AS orders, CAST(NULL AS BIGINT) AS orders_needed,
    CAST(NULL AS VARCHAR) AS held_back_by, CAST(NULL AS BIGINT) AS held_back_fault,
        CAST(NULL AS BIGINT) AS held_back_counted,
    CAST(NULL AS BIGINT) AS held_back_allowed
WHERE 1 = 0
{% else %}
WITH ranks AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0)
        {% for p in programmes %}{% for tier in p.tiers %}
        , ({{ quoted(p.programme) }}, {{ quoted(tier.key) }}, {{ loop.index }})
        {% endfor %}{% endfor %}
    ) AS t (programme, tier, tier_rank)
),
-- A run of a version without evaluations told sellers what it proposed.
told AS (
    SELECT seller_id, programme, tier FROM {{ previous('scorecards') }} AS s
    {% if published_before('standings') %}
    WHERE programme NOT IN {{ in_list(evaluated_names) }}
    UNION ALL
    SELECT seller_id, programme, official_tier AS tier FROM {{ previous('standings') }} AS o
    WHERE programme IN {{ in_list(evaluated_names) }} AND official_tier <> 'not_evaluated'
    {% endif %}
),
tonight AS (
    SELECT
        s.seller_id, s.programme, coalesce(o.official_tier, s.tier) AS tier,
        coalesce(o.because, s.tier_because) AS tier_because, s.orders, s.orders_needed,
        CASE WHEN o.seller_id IS NULL THEN s.held_back_by ELSE o.because_metric END AS held_back_by,
        CASE WHEN o.seller_id IS NULL THEN s.held_back_fault END AS held_back_fault,
        CASE WHEN o.seller_id IS NULL THEN s.held_back_counted END AS held_back_counted,
        CASE WHEN o.seller_id IS NULL THEN s.held_back_allowed END AS held_back_allowed
    FROM {{ ref('scorecards') }} AS s
    LEFT JOIN {{ ref('standings') }} AS o ON o.seller_id = s.seller_id AND o.programme = s.programme
    WHERE o.official_tier IS NULL OR o.official_tier <> 'not_evaluated'
)
SELECT
    now.seller_id, now.programme, {{ quoted(previous_run_id) }} AS previous_run_id, was.tier AS previous_tier,
        now.tier,
    CASE
        WHEN was.tier IS NULL THEN 'new'
        WHEN n.tier_rank < w.tier_rank THEN 'up'
        WHEN n.tier_rank > w.tier_rank THEN 'down'
        ELSE 'other'
    END AS direction,
    now.tier_because AS because, now.orders, now.orders_needed, now.held_back_by, now.held_back_fault,
        now.held_back_counted,
    now.held_back_allowed
FROM tonight AS now
LEFT JOIN told AS was ON was.seller_id = now.seller_id
    AND was.programme = now.programme
LEFT JOIN ranks AS n ON n.programme = now.programme AND n.tier = now.tier
LEFT JOIN ranks AS w ON w.programme = was.programme AND w.tier = was.tier
WHERE was.tier IS NULL OR was.tier <> now.tier
ORDER BY now.seller_id, now.programme
{% endif %}
