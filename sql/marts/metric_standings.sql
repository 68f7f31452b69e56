-- One row per seller, programme with evaluations and metric: whether a missed bound is more than luck,
-- which notice stands, and what the days since it hold. The bound is that of keeping the tier held.
-- `verdict` is tonight's; `official_verdict` that of the last evaluation, which alone begins or ends a
-- notice.
WITH
-- What stands after tonight: an evaluation begins and ends notices, other nights keep them.
stands AS (
    SELECT
        v.seller_id, v.programme, v.metric, v.held_tier, v.bound_ppm, v.verdict, v.counted, v.fault,
        v.fault_days, v.worst, v.worst_day_fault, v.fault_left, v.counted_left, v.beyond_luck,
        v.is_beyond_luck, v.person_faults, v.notice_on, v.notice_tier, v.notice_ppm, v.window_days,
        v.fresh_days, v.within_days, v.maturation_days, v.effect_faults, v.closes_on, v.settled_from,
        v.fresh_counted, v.fresh_fault, v.fresh_left, v.fresh_worst, v.allowed_before, v.counts_after,
        CASE WHEN e.state = 'decided' THEN v.verdict ELSE v.verdict_before END AS verdict_that_stands,
        e.state = 'decided' AND v.begins AS begins, e.state = 'decided' AND v.ends AS ends
    FROM {{ ref('metric_verdicts') }} AS v
    JOIN {{ ref('evaluations') }} AS e ON e.programme = v.programme
),
noticed AS (
    SELECT
        s.*,
        -- Counted in so many fresh days, at the volume of tonight's window.
        CAST(round(CAST(s.counted * s.fresh_days AS DOUBLE) / CAST(s.window_days AS DOUBLE)) AS BIGINT)
            AS expected,
        CASE WHEN s.begins THEN {{ run_date }} WHEN NOT s.ends THEN s.notice_on END AS stands_since,
        CASE WHEN s.begins THEN s.held_tier WHEN NOT s.ends THEN s.notice_tier END AS stands_for,
        CASE WHEN s.begins THEN s.bound_ppm WHEN NOT s.ends THEN s.notice_ppm END AS stands_at_ppm
    FROM stands AS s
)
SELECT
    n.seller_id, n.programme, n.metric, n.held_tier, CAST(n.bound_ppm AS DOUBLE) / 1E6 AS at_most, n.verdict,
    n.verdict_that_stands AS official_verdict, n.counted, n.fault, CAST(n.fault_days AS BIGINT) AS fault_days,
    CASE WHEN n.worst > 0
        THEN CAST({{ first_day }} + INTERVAL '1' DAY * (n.worst - n.worst_day_fault * 100000) AS DATE)
    END AS worst_day,
    n.worst_day_fault, n.fault_left, n.counted_left, n.beyond_luck,
        coalesce(n.is_beyond_luck, 1 = 0) AS is_beyond_luck,
    -- Of more faults than the table has: as many of its last row's as the rate is the same.
    CASE
        WHEN n.is_beyond_luck IS NULL OR NOT n.is_beyond_luck THEN CAST(NULL AS INTEGER)
        {% for years in luck_years | reverse %}
        WHEN n.counted_left * k.faults <= k.once_in_{{ years }}_to * n.fault_left THEN {{ years }}
        {% endfor %}
    END AS once_in_years,
    coalesce(n.is_beyond_luck AND n.fault_left >= n.person_faults
        AND n.counted_left * k.faults <= k.person_to * n.fault_left, 1 = 0) AS to_a_person,
    n.stands_since AS notice_on, n.stands_for AS notice_tier,
        CAST(n.stands_at_ppm AS DOUBLE) / 1E6 AS notice_at_most,
    CAST(n.stands_since + INTERVAL '1' DAY * n.fresh_days AS DATE) AS fresh_until,
    CAST(n.stands_since + INTERVAL '1' DAY * (n.fresh_days + n.maturation_days) AS DATE) AS settled_from,
    CAST(n.stands_since + INTERVAL '1' DAY * (n.within_days + n.maturation_days) AS DATE) AS lapses_after,
    CASE WHEN n.ends OR n.stands_since IS NOT NULL THEN n.fresh_counted END AS fresh_counted,
    CASE WHEN n.ends OR n.stands_since IS NOT NULL THEN n.fresh_fault END AS fresh_fault,
    CASE WHEN n.ends OR n.stands_since IS NOT NULL THEN n.fresh_left END AS fresh_left,
    -- Until the fresh days are whole, what the notice said: at the volume that it was given for.
    CASE
        WHEN n.stands_since IS NULL THEN CAST(NULL AS BIGINT)
        WHEN {{ run_date }} < n.settled_from THEN n.allowed_before
        ELSE greatest(
            n.effect_faults - 1,
            CASE
                WHEN {{ run_date }} >= n.settled_from
                    THEN {{ faults_allowed('n.stands_at_ppm', 0, 'n.fresh_counted - n.fresh_worst') }}
                ELSE {{ faults_allowed('n.stands_at_ppm', 0, 'n.expected') }}
            END
        )
    END AS fresh_allowed,
    CASE WHEN n.ends THEN n.closes_on ELSE n.counts_after END AS counts_after
FROM noticed AS n
LEFT JOIN {{ ref('luck') }} AS k ON k.programme = n.programme AND k.at_most_ppm = n.bound_ppm
    AND k.faults = least(n.fault_left, {{ most_faults }})
ORDER BY n.seller_id, n.programme, n.metric
