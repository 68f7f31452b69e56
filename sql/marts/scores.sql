-- One row per seller and programme with a score: the score, or why there is none, and the best tier that it
-- allows. Who has no score is held back by none. Numbers of points are whole hundredths.
WITH programmes AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', CAST(0 AS BIGINT), CAST(0 AS BIGINT))
        {% for p in with_score %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ quoted(p.decides) }}, {{ p.full }},
            {{ p.metrics_needed }})
        {% endfor %}
    ) AS t (programme, policy_version, decides, out_of, metrics_needed)
),
asked AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, CAST(0 AS BIGINT), '?', 0)
        {% for p in with_score %}{% for d in p.dimensions %}{% set outer = loop %}{% for m in d.metrics %}
        , ({{ quoted(p.programme) }}, {{ quoted(d.key) }}, {{ outer.index }}, {{ d.weight }},
            {{ quoted(m.metric) }}, {{ m.place }})
        {% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, dimension, dimension_rank, dimension_weight, metric, metric_rank)
),
-- With less than so many hundredths, that tier at best.
caps AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(0 AS BIGINT), 0)
        {% for p in with_score %}{% for one in p.asked %}
        , ({{ quoted(p.programme) }}, {{ one.at_least }}, {{ one.otherwise }})
        {% endfor %}{% endfor %}
    ) AS t (programme, at_least, cap_rank)
),
tiers AS (
    {{ tiers_of(with_score) }}
),
parts AS (
    SELECT
        s.seller_id, s.programme, s.dimension, s.metric, s.because, s.points, s.dimension_points, s.costs,
        a.dimension_rank, a.dimension_weight,
        row_number() OVER (
            PARTITION BY s.seller_id, s.programme ORDER BY coalesce(s.costs, 0) DESC, a.metric_rank
        ) AS nth_cost
    FROM {{ ref('score_parts') }} AS s
    JOIN asked AS a ON a.programme = s.programme AND a.metric = s.metric
),
dimensions AS (
    SELECT
        seller_id, programme, dimension, dimension_weight, dimension_points, count(points) AS assessed,
        max(CASE WHEN because = 'few_orders' THEN 1 ELSE 0 END) AS few,
        max(CASE WHEN nth_cost = 1 AND costs > 0 THEN metric END) AS costs_most,
        row_number() OVER (
            PARTITION BY seller_id, programme ORDER BY coalesce(dimension_points, 9000000000), dimension_rank
        ) AS nth_worst
    FROM parts
    GROUP BY seller_id, programme, dimension, dimension_rank, dimension_weight, dimension_points
),
summed AS (
    SELECT
        seller_id, programme, CAST(sum(assessed) AS BIGINT) AS assessed,
        max(few) AS few,
        CAST(sum(CASE WHEN assessed > 0 THEN dimension_weight END) AS BIGINT) AS weights,
        CAST(sum(dimension_weight * dimension_points) AS BIGINT) AS weighted,
        min(dimension_points) AS lowest,
        max(CASE WHEN nth_worst = 1 THEN dimension END) AS worst, max(costs_most) AS costs_most
    FROM dimensions
    GROUP BY seller_id, programme
),
scored AS (
    SELECT
        s.*, p.policy_version, p.decides, p.out_of, p.metrics_needed,
        CASE
            WHEN s.assessed < p.metrics_needed THEN CAST(NULL AS BIGINT)
            WHEN p.decides = 'worst_dimension' THEN s.lowest
            ELSE {{ rounded('s.weighted', 's.weights') }}
        END AS score
    FROM summed AS s
    JOIN programmes AS p ON p.programme = s.programme
),
capped AS (
    SELECT s.seller_id, s.programme, max(c.cap_rank) AS cap_rank
    FROM scored AS s
    JOIN caps AS c ON c.programme = s.programme AND s.score < c.at_least
    GROUP BY s.seller_id, s.programme
)
SELECT
    s.seller_id, s.programme, s.policy_version, s.score, s.out_of,
    CASE
        WHEN s.score IS NOT NULL THEN 'scored'
        WHEN s.few = 1 THEN 'few_orders'
        ELSE 'few_metrics'
    END AS because,
    s.assessed AS metrics_assessed, s.metrics_needed,
    CASE WHEN s.score IS NOT NULL AND s.decides = 'worst_dimension' THEN s.worst END AS deciding_dimension,
    s.costs_most, t.tier AS caps_at
FROM scored AS s
LEFT JOIN capped AS c ON c.seller_id = s.seller_id AND c.programme = s.programme
LEFT JOIN tiers AS t ON t.programme = s.programme AND t.tier_rank = c.cap_rank
ORDER BY s.seller_id, s.programme
