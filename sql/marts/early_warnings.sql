-- One row per seller, programme with evaluations and metric that looks as if its rate had become a bad one: a
-- warning, by which nothing is decided. A cumulative sum over the window's days since an earlier notice was
-- settled: faults add, counted ones take (sql/early-warning.ts), never below nothing; of one day's faults
-- only so many add, so that no bad day warns alone. Not of what is noticed already, or not judged.
WITH weights AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT),
            CAST(0 AS BIGINT), {{ run_date }})
        {% for w in warning_weights() %}
        , ({{ quoted(w.programme) }}, {{ quoted(w.metric) }}, {{ quoted(w.room) }}, {{ w.at_most_ppm }},
            {{ w.fault }}, {{ w.counted }}, {{ w.day_ppm }}, {{ w.warns_at }}, {{ w.opens_after }})
        {% endfor %}
    ) AS t (
        programme, metric, room, at_most_ppm, fault_weight, counted_weight, day_ppm, warns_at, opens_after
    )
),
regions AS (
    {{ regions_of(evaluated) }}
),
asked AS (
    SELECT
        s.seller_id, s.programme, s.metric, s.at_most, w.room, w.fault_weight, w.counted_weight, w.day_ppm,
        w.warns_at, greatest(w.opens_after, coalesce(s.counts_after, w.opens_after)) AS opens_after
    FROM {{ ref('metric_standings') }} AS s
    JOIN weights AS w ON w.programme = s.programme AND w.metric = s.metric
        AND w.at_most_ppm = CAST(round(s.at_most * 1E6) AS BIGINT)
    WHERE s.verdict IN ('met', 'watch') AND s.notice_on IS NULL
),
-- Whose faults are enough to warn, were nothing taken for what is counted: of most sellers no day is asked.
at_fault AS (
    SELECT a.seller_id, a.programme, a.metric
    FROM asked AS a
    JOIN regions AS r ON r.programme = a.programme
    JOIN {{ ref('seller_days') }} AS d
        ON d.seller_id = a.seller_id AND a.room = d.metric AND r.region = d.region
    WHERE d.fault > 0 AND d.cohort_day > a.opens_after
    GROUP BY a.seller_id, a.programme, a.metric
    HAVING sum(d.fault * a.fault_weight) > max(a.warns_at)
),
by_day AS (
    SELECT
        a.seller_id, a.programme, a.metric, a.at_most, a.fault_weight, a.counted_weight, a.day_ppm,
        a.warns_at, d.cohort_day, CAST(sum(d.counted) AS BIGINT) AS counted,
        CAST(sum(d.fault){{ ' - max(coalesce(e.faults, 0))' if relieving.length }} AS BIGINT) AS fault
    FROM asked AS a
    JOIN at_fault AS f ON f.seller_id = a.seller_id AND f.programme = a.programme AND f.metric = a.metric
    JOIN regions AS r ON r.programme = a.programme
    JOIN {{ ref('seller_days') }} AS d
        ON d.seller_id = a.seller_id AND d.metric = a.room AND d.region = r.region
    {% if relieving.length %}
    {{ join_reliefs_by_day('a', 'a.metric', 'd.cohort_day') }}
    {% endif %}
    WHERE d.cohort_day > a.opens_after
    GROUP BY a.seller_id, a.programme, a.metric, a.at_most, a.fault_weight, a.counted_weight, a.day_ppm,
        a.warns_at, d.cohort_day
),
steps AS (
    SELECT
        *,
        fault_weight * least(
            fault, greatest(1, CAST(ceil(CAST(day_ppm * counted AS DOUBLE) / 1E6) AS BIGINT))
        ) - counted_weight * counted AS step
    FROM by_day
),
{% set so_far -%}
PARTITION BY seller_id, programme, metric ORDER BY cohort_day
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
{%- endset %}
totals AS (
    SELECT
        *, CAST(sum(step) OVER ({{ so_far }}) AS BIGINT) AS total
    FROM steps
),
-- A sum that never falls below nothing is the total less its lowest before, nothing being the first.
sums AS (
    SELECT
        *, total - least(0, min(total) OVER ({{ so_far }})) AS score
    FROM totals
),
marked AS (
    SELECT
        *,
        max(cohort_day) OVER (PARTITION BY seller_id, programme, metric) AS newest,
        max(CASE WHEN score < warns_at THEN cohort_day END) OVER (
            PARTITION BY seller_id, programme, metric
        ) AS below_on,
        max(CASE WHEN score = 0 THEN cohort_day END) OVER (
            PARTITION BY seller_id, programme, metric
        ) AS nothing_on
    FROM sums
)
SELECT
    seller_id, programme, metric, at_most,
    CAST(max(CASE WHEN cohort_day = newest THEN score END) AS DOUBLE) / 1E6 AS score,
    CAST(warns_at AS DOUBLE) / 1E6 AS warns_at,
    min(CASE WHEN below_on IS NULL OR cohort_day > below_on THEN cohort_day END) AS warned_since,
    min(cohort_day) AS rises_since, CAST(sum(counted) AS BIGINT) AS counted,
    CAST(sum(fault) AS BIGINT) AS fault
FROM marked
WHERE nothing_on IS NULL OR cohort_day > nothing_on
GROUP BY seller_id, programme, metric, at_most, warns_at
HAVING max(CASE WHEN cohort_day = newest THEN score END) >= warns_at
ORDER BY seller_id, programme, metric
