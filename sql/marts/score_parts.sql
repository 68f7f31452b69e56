-- One row per seller, programme with a score and metric of it: its points on the curve, at the rate that
-- seller_metrics publishes, and what they bring. Numbers of points are whole hundredths. Points of a metric
-- are rounded, then those of its dimension, then the score; what each brings is a difference of rounded
-- sums, so that metrics add up to their dimension and dimensions to the score. What is not assessed leaves
-- its weight to the other metrics of its dimension, and a dimension without any to the other dimensions.
WITH programmes AS (
    SELECT * FROM (
        VALUES
        ('?', '?', CAST(0 AS BIGINT), CAST(0 AS BIGINT))
        {% for p in with_score %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.decides) }}, {{ p.full }}, {{ p.metrics_needed }})
        {% endfor %}
    ) AS t (programme, decides, out_of, metrics_needed)
),
asked AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, CAST(0 AS BIGINT), '?', 0, CAST(0 AS BIGINT), 0)
        {% for p in with_score %}{% for d in p.dimensions %}{% set outer = loop %}{% for m in d.metrics %}
        , ({{ quoted(p.programme) }}, {{ quoted(d.key) }}, {{ outer.index }}, {{ d.weight }},
            {{ quoted(m.metric) }}, {{ loop.index }}, {{ m.weight }}, {{ m.benchmarked }})
        {% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, dimension, dimension_rank, dimension_weight, metric, metric_rank, weight, benchmarked)
),
rated AS (
    SELECT
        m.seller_id, m.programme, m.metric, m.because, m.fault, m.counted, m.accountable_rate,
        a.dimension, a.dimension_rank, a.dimension_weight, a.metric_rank, a.weight,
        {{ compared() }},
        {{ rounded(
            'c.points_from * c.within * m.counted - c.falls * (m.fault * 1000000 - c.from_ppm * m.counted)',
            'c.within * m.counted') }} AS points
    FROM {{ ref('seller_metrics') }} AS m
    JOIN asked AS a ON a.programme = m.programme AND a.metric = m.metric
    {{ with_benchmarks() }}
    LEFT JOIN {{ ref('score_curves') }} AS c ON c.programme = m.programme AND c.metric = m.metric
        AND c.category = {{ curve_category() }} AND m.verdict IN ('met', 'missed')
        AND m.fault * 1000000 >= c.from_ppm * m.counted AND m.fault * 1000000 < c.to_ppm * m.counted
),
-- Weights and weighted points of what is assessed, up to each metric.
weighed AS (
    SELECT
        *, CASE WHEN points IS NOT NULL THEN weight END AS own_weight,
        coalesce(weight * points, 0) AS weighted,
        CAST(sum(coalesce(weight * points, 0)) OVER (
            PARTITION BY seller_id, programme, dimension ORDER BY metric_rank ROWS UNBOUNDED PRECEDING
        ) AS BIGINT) AS weighted_upto
    FROM rated
),
dimensions AS (
    SELECT
        seller_id, programme, dimension, dimension_rank, dimension_weight, count(points) AS assessed,
        CAST(sum(weight) AS BIGINT) AS asked_weight, CAST(sum(own_weight) AS BIGINT) AS metrics_weight,
        CAST(sum(weighted) AS BIGINT) AS weighted_sum,
        CASE WHEN count(points) > 0 THEN dimension_weight END AS own_weight
    FROM weighed
    GROUP BY seller_id, programme, dimension, dimension_rank, dimension_weight
),
pointed AS (
    SELECT *, {{ rounded('weighted_sum', 'metrics_weight') }} AS dimension_points
    FROM dimensions
),
-- The same of dimensions; of equal ones the first that policy names is the worst.
placed AS (
    SELECT
        *, CAST(sum(assessed) OVER (PARTITION BY seller_id, programme) AS BIGINT) AS metrics_assessed,
        CAST(sum(dimension_weight) OVER (PARTITION BY seller_id, programme) AS BIGINT) AS all_weights,
        CAST(sum(own_weight) OVER (PARTITION BY seller_id, programme) AS BIGINT) AS weights,
        coalesce(own_weight * dimension_points, 0) AS own_points,
        CAST(sum(coalesce(own_weight * dimension_points, 0)) OVER (
            PARTITION BY seller_id, programme ORDER BY dimension_rank ROWS UNBOUNDED PRECEDING
        ) AS BIGINT) AS points_upto,
        row_number() OVER (
            PARTITION BY seller_id, programme ORDER BY coalesce(dimension_points, 9000000000), dimension_rank
        ) AS nth_worst
    FROM pointed
),
brought AS (
    SELECT
        d.*, p.out_of, p.decides,
        CASE
            WHEN d.metrics_assessed < p.metrics_needed THEN CAST(NULL AS BIGINT)
            WHEN p.decides = 'worst_dimension' AND d.nth_worst > 1 THEN 0
            WHEN p.decides = 'worst_dimension' THEN d.dimension_points
            ELSE {{ rounded_share('d.points_upto', 'd.own_points', 'd.weights') }}
        END AS dimension_brings
    FROM placed AS d
    JOIN programmes AS p ON p.programme = d.programme
),
parts AS (
    SELECT
        w.*, d.dimension_points, d.dimension_brings, d.weighted_sum, d.metrics_weight, d.nth_worst, d.decides,
        d.out_of,
        -- A metric's weight by its dimension's, of all weights; alone in its own where the worst decides.
        w.weight * CASE WHEN d.decides = 'weighted' THEN d.dimension_weight ELSE 1 END AS part,
        d.asked_weight * CASE WHEN d.decides = 'weighted' THEN d.all_weights ELSE 1 END AS part_of_asked,
        d.metrics_weight * CASE WHEN d.decides = 'weighted' THEN d.weights ELSE 1 END AS part_of
    FROM weighed AS w
    JOIN brought AS d
        ON d.seller_id = w.seller_id AND d.programme = w.programme AND d.dimension = w.dimension
)
SELECT
    seller_id, programme, dimension, metric, because, fault, counted, accountable_rate, points, out_of,
    {{ ratio('part', 'part_of_asked') }} AS share_by_policy,
    CASE WHEN points IS NOT NULL THEN {{ ratio('part', 'part_of') }} END AS share,
    dimension_points,
    CASE WHEN points IS NOT NULL AND dimension_brings IS NOT NULL THEN
        coalesce({{ rounded_share('dimension_brings * weighted_upto', 'dimension_brings * weighted',
            'weighted_sum') }}, 0)
    END AS contribution,
    CASE
        WHEN points IS NULL OR dimension_brings IS NULL THEN CAST(NULL AS BIGINT)
        WHEN decides = 'worst_dimension' AND nth_worst > 1 THEN 0
        ELSE {{ rounded('part * (out_of - points)', 'part_of') }}
    END AS costs,
    category, benchmark_because, benchmark, benchmark_taken, benchmark_sellers, benchmark_sellers_needed,
    benchmark_on, benchmark_until
FROM parts
ORDER BY seller_id, programme, dimension, metric
