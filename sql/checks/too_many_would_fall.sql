-- fail: one evaluation would move more sellers down than the programme allows; see what happened to the data or to a carrier before anybody loses a tier
-- By the metric that moved them, or by what the tier asks for beside bounds.
WITH limits AS (
    SELECT * FROM (
        VALUES
        ('?', CAST(0 AS BIGINT), 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ ppm(p.evaluation.circuit_breaker.share) }},
            {{ p.evaluation.circuit_breaker.sellers }})
        {% endfor %}
    ) AS t (programme, share_ppm, sellers)
),
moved AS (
    SELECT programme, coalesce(because_metric, gate) AS metric, count(*) AS by_metric
    FROM {{ ref('decision_records') }} AS r
    WHERE direction = 'down' AND evaluated_on = {{ run_date }}
    GROUP BY programme, coalesce(because_metric, gate)
),
together AS (
    SELECT programme, CAST(sum(by_metric) AS BIGINT) AS fell
    FROM moved
    GROUP BY programme
),
held AS (
    SELECT programme, count(*) AS held
    FROM {{ ref('standings') }} AS s
    WHERE official_tier NOT IN ('not_assessable', 'not_evaluated')
    GROUP BY programme
)
SELECT m.programme, m.metric, m.by_metric, t.fell, h.held, CAST(l.share_ppm AS DOUBLE) / 1E6 AS share
FROM moved AS m
JOIN together AS t ON t.programme = m.programme
JOIN held AS h ON h.programme = m.programme
JOIN limits AS l ON l.programme = m.programme
WHERE t.fell >= l.sellers AND t.fell * 1000000 > l.share_ppm * h.held
ORDER BY m.programme, m.by_metric DESC, m.metric
