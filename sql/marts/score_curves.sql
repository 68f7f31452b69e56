-- One row per programme, metric of its score, category with a benchmark and straight piece of a curve: as
-- policy has it where the category is empty, else moved by the category's benchmark. A curve falls by `falls`
-- hundredths of a point in `within` millionths, from what it has at from_ppm. Rates where a moved one bends
-- are whole millionths, rounded half up; taken_ppm is the benchmark, held between what policy says.
WITH written AS (
    SELECT * FROM (
        VALUES
        ('?', '?', CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT),
            CAST(0 AS BIGINT), CAST(0 AS BIGINT))
        {% for p in with_score %}{% for d in p.dimensions %}{% for m in d.metrics %}{% for c in m.pieces %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ c.from }}, {{ c.to }}, {{ c.points }},
            {{ c.falls }}, {{ c.within }}, {{ c.points_lost }})
        {% endfor %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, from_ppm, to_ppm, points_from, falls, within, points_lost)
)
{% if benchmarks.length %}
, moving AS (
    SELECT * FROM (
        VALUES
        {% for b in benchmarks %}
        {{ ',' if not loop.first }} ({{ quoted(b.programme) }}, {{ quoted(b.metric) }},
            CAST({{ b.relative_ppm }} AS BIGINT), CAST({{ b.not_below_ppm }} AS BIGINT),
            CAST({{ b.not_above_ppm }} AS BIGINT))
        {% endfor %}
    ) AS t (programme, metric, relative_ppm, not_below_ppm, not_above_ppm)
),
taken AS (
    SELECT
        b.programme, b.metric, b.category, m.relative_ppm,
        greatest(least(CAST(round(b.benchmark * 1E6) AS BIGINT), m.not_above_ppm), m.not_below_ppm)
            AS taken_ppm
    FROM {{ ref('category_benchmarks') }} AS b
    JOIN moving AS m ON m.programme = b.programme AND m.metric = b.metric
    WHERE b.because = 'measured'
),
moved AS (
    SELECT
        w.programme, w.metric, t.category, w.points_from, w.points_lost, t.taken_ppm,
        {{ rounded('w.from_ppm * t.taken_ppm', 't.relative_ppm') }} AS from_ppm,
        CASE
            WHEN w.to_ppm > 1000000 THEN w.to_ppm * {{ furthest }}
            ELSE {{ rounded('w.to_ppm * t.taken_ppm', 't.relative_ppm') }}
        END AS to_ppm
    FROM written AS w
    JOIN taken AS t ON t.programme = w.programme AND t.metric = w.metric
)
{% endif %}
SELECT
    programme, metric, CAST('' AS VARCHAR) AS category, from_ppm, to_ppm, points_from, falls, within,
    CAST(NULL AS BIGINT) AS taken_ppm
FROM written
{% if benchmarks.length %}
UNION ALL
SELECT
    programme, metric, category, from_ppm, to_ppm, points_from, points_lost AS falls,
    CASE WHEN points_lost > 0 THEN to_ppm - from_ppm ELSE 1 END AS within, taken_ppm
FROM moved
WHERE to_ppm > from_ppm
{% endif %}
