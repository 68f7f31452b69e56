-- One row per seller, programme with evaluations and metric: whether a missed bound is more than luck, what
-- the days since a notice hold, and what an evaluation tonight would make of it. The bound is that of
-- keeping the tier held. Whether tonight is one is said of all sellers together, by `evaluations`.
{# Which days are looked at: those that settled an earlier notice are not held against a seller again. #}
{% set in_evaluated -%}
d.cohort_day > t.opens_after AND d.cohort_day > coalesce(l.counts_after, t.opens_after)
{%- endset %}
{# And which of the last are all after the notice. #}
{% set is_fresh -%}
d.cohort_day > t.fresh_after AND d.cohort_day > l.notice_on
{%- endset %}
WITH terms AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', 0, {{ run_date }}, {{ run_date }}, {{ run_date }}, 0, 0, 0, 0, 0, 0, 0, 0, '?')
        {% for p in evaluated %}{% for m in p.metrics %}
        {% set e = p.evaluation %}{% set mature = maturation[room_of(m)] %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ quoted(counted_as(m)) }},
            {{ m.window_days }}, {{ day(-mature) }}, {{ day(-mature - m.window_days) }},
            {{ day(-mature - e.effect.fresh_days) }},
            {{ mature }}, {{ e.effect.fresh_days }}, {{ e.effect.within_days }}, {{ e.effect.faults }},
            {{ e.notice.faults }}, {{ e.notice.days }}, {{ m.at_least.counted }}, {{ m.at_least.faults }},
            {{ quoted('few_orders' if measured(room_of(m)) else 'no_source') }})
        {% endfor %}{% endfor %}
    ) AS t (
        programme, metric, room, window_days, closes_on, opens_after, fresh_after, maturation_days,
        fresh_days, within_days, effect_faults, notice_faults, notice_days, counted_needed, faults_from,
        because_absent
    )
),
person AS (
    SELECT * FROM (
        VALUES
        ('?', 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ p.evaluation.to_a_person.faults }})
        {% endfor %}
    ) AS t (programme, person_faults)
),
regions AS (
    {{ regions_of(evaluated) }}
),
bounds AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, CAST(0 AS BIGINT), 0, CAST(0 AS BIGINT))
        {% for p in evaluated %}{% for m in p.metrics %}{% for tier in p.tiers %}{% if not loop.last %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ loop.index }},
            {{ ppm(m.tiers[tier.key].at_most) }}, {{ strict(m.tiers[tier.key]) }},
            {{ ppm((m.tiers[tier.key].keep or m.tiers[tier.key]).at_most) }})
        {% endif %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, tier_rank, at_most_ppm, strict, keep_ppm)
),
tiers AS (
    {{ tiers_of(evaluated) }}
),
evaluating AS (
    {{ evaluated_programmes() }}
),
last AS (
    SELECT
        l.*, t.tier_rank AS notice_rank
    FROM {{ last_published('metric_standings') }} AS l
    -- Of a metric that rests no notice stands.
    LEFT JOIN tiers AS t ON t.programme = l.programme AND t.tier = l.notice_tier
        AND l.programme || ' ' || l.metric NOT IN {{ in_list(paused_entries) }}
),
-- A notice outlives a pause: of a seller without orders it waits, and lapses at last.
asked AS (
    SELECT
        seller_id, programme, metric, because, counted AS window_counted, fault AS window_fault,
        counted_needed, faults_from
    FROM {{ ref('seller_metrics') }} AS here
    UNION ALL
    SELECT
        l.seller_id, l.programme, l.metric, t.because_absent AS because, 0 AS window_counted,
        0 AS window_fault, t.counted_needed, t.faults_from
    FROM last AS l
    JOIN terms AS t ON t.programme = l.programme AND t.metric = l.metric
    LEFT JOIN {{ ref('seller_metrics') }} AS m
        ON m.seller_id = l.seller_id AND m.programme = l.programme AND m.metric = l.metric
    WHERE m.seller_id IS NULL AND l.notice_on IS NOT NULL
),
-- Who is judged tonight, and from which tier: the one held, else what tonight proposes, but not below the
-- standard: nobody begins with a loss.
judged AS (
    SELECT
        m.seller_id, m.programme, m.metric, m.because, m.window_counted, m.window_fault, m.counted_needed,
        m.faults_from, u.last_rank,
        {% set proposed = with_resting('p.tier_rank', 'r.rest_rank') if resting.length else 'p.tier_rank' %}
        coalesce(h.tier_rank, least(coalesce({{ proposed }}, u.standard_rank), u.standard_rank)) AS held_rank
    FROM asked AS m
    JOIN evaluating AS u ON u.programme = m.programme
    LEFT JOIN {{ ref('scorecards') }} AS s ON s.seller_id = m.seller_id AND s.programme = m.programme
    LEFT JOIN tiers AS p ON p.programme = s.programme AND p.tier = s.tier
    {% if resting.length %}
    LEFT JOIN (
        {{ resting_tiers() }}
    ) AS r ON r.seller_id = m.seller_id AND r.programme = m.programme
    {% endif %}
    LEFT JOIN {{ ref('held_tiers') }} AS o
        ON o.seller_id = m.seller_id AND o.programme = m.programme
    LEFT JOIN tiers AS h ON h.programme = o.programme AND h.tier = o.official_tier
),
-- Only where anything is at fault, as most days have nothing.
by_day AS (
    SELECT
        d.seller_id, r.programme, d.metric AS room, d.cohort_day, CAST(sum(d.fault) AS BIGINT) AS fault
    FROM {{ ref('seller_days') }} AS d
    JOIN regions AS r ON r.region = d.region
    WHERE d.fault > 0
    GROUP BY d.seller_id, r.programme, d.metric, d.cohort_day
),
looked AS (
    SELECT
        d.seller_id, d.programme, d.cohort_day,
        d.fault{{ eased('fault') if relieving.length }} AS fault, t.metric,
        {{ in_evaluated }} AS in_window, {{ is_fresh }} AS is_fresh
    FROM by_day AS d
    JOIN terms AS t ON t.programme = d.programme AND t.room = d.room
    LEFT JOIN last AS l ON l.seller_id = d.seller_id AND l.programme = d.programme AND l.metric = t.metric
    {% if relieving.length %}
    {{ join_reliefs_by_day('d', 't.metric', 'd.cohort_day') }}
    {% endif %}
),
added AS (
    SELECT
        seller_id, programme, metric,
        CAST(coalesce(sum(CASE WHEN in_window THEN fault END), 0) AS BIGINT) AS fault,
        count(CASE WHEN in_window AND fault > 0 THEN 1 END) AS fault_days,
        -- The day with most faults; of several the latest. One number holds both.
        coalesce(max(CASE WHEN in_window AND fault > 0
            THEN fault * 100000 + date_diff('day', {{ first_day }}, cohort_day) END), 0) AS worst,
        CAST(coalesce(sum(CASE WHEN is_fresh THEN fault END), 0) AS BIGINT) AS fresh_fault,
        coalesce(max(CASE WHEN is_fresh THEN fault END), 0) AS fresh_worst
    FROM looked
    GROUP BY seller_id, programme, metric
),
-- What is counted of the same days, added up without telling them apart.
counted_by AS (
    SELECT
        d.seller_id, t.programme, t.metric,
        CAST(sum(CASE WHEN {{ in_evaluated }} THEN d.counted END) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ is_fresh }} THEN d.counted END) AS BIGINT) AS fresh_counted
    FROM {{ ref('seller_days') }} AS d
    JOIN regions AS r ON r.region = d.region
    JOIN terms AS t ON t.programme = r.programme AND t.room = d.metric
        AND d.cohort_day >= least(t.opens_after, t.fresh_after)
    LEFT JOIN last AS l ON l.seller_id = d.seller_id AND l.programme = t.programme AND l.metric = t.metric
    GROUP BY d.seller_id, t.programme, t.metric
),
-- Left over once the worst day's faults are left out, of what is counted and of what is at fault alike.
left_over AS (
    SELECT
        j.seller_id, j.programme, j.metric, j.because, j.window_counted, j.window_fault, j.counted_needed,
        j.faults_from, j.held_rank, j.last_rank, b.keep_ppm AS bound_ppm,
        coalesce(b.keep_ppm, w.at_most_ppm) AS watch_ppm, coalesce(b.strict, w.strict) AS watch_strict,
        t.closes_on, t.maturation_days, t.fresh_days, t.within_days, t.effect_faults, t.notice_faults,
        t.notice_days, t.window_days, n.person_faults,
        coalesce(c.counted, 0) AS counted, coalesce(a.fault, 0) AS fault,
        coalesce(a.fault_days, 0) AS fault_days,
        CAST(floor(CAST(coalesce(a.worst, 0) AS DOUBLE) / 1E5) AS BIGINT) AS worst_day_fault,
        coalesce(a.worst, 0) AS worst,
        l.official_verdict, l.counts_after, l.fresh_allowed AS allowed_before,
        -- A notice about a tier that is lost already has nothing left to settle.
        CASE WHEN l.notice_rank >= j.held_rank THEN coalesce(c.fresh_counted, 0) ELSE 0 END AS fresh_counted,
        CASE WHEN l.notice_rank >= j.held_rank THEN coalesce(a.fresh_fault, 0) ELSE 0 END AS fresh_fault,
        CASE WHEN l.notice_rank >= j.held_rank THEN coalesce(a.fresh_worst, 0) ELSE 0 END AS fresh_worst,
        CASE WHEN l.notice_rank >= j.held_rank THEN l.notice_on END AS notice_on,
        CASE WHEN l.notice_rank >= j.held_rank THEN l.notice_tier END AS notice_tier,
        CASE WHEN l.notice_rank >= j.held_rank THEN CAST(round(l.notice_at_most * 1E6) AS BIGINT) END
            AS notice_ppm
    FROM judged AS j
    JOIN person AS n ON n.programme = j.programme
    JOIN terms AS t ON t.programme = j.programme AND t.metric = j.metric
    LEFT JOIN bounds AS b ON b.programme = j.programme AND b.metric = j.metric AND b.tier_rank = j.held_rank
    LEFT JOIN bounds AS w ON w.programme = j.programme AND w.metric = j.metric
        AND w.tier_rank = j.last_rank - 1
    LEFT JOIN added AS a ON a.seller_id = j.seller_id AND a.programme = j.programme AND a.metric = j.metric
    LEFT JOIN counted_by AS c
        ON c.seller_id = j.seller_id AND c.programme = j.programme AND c.metric = j.metric
    LEFT JOIN last AS l ON l.seller_id = j.seller_id AND l.programme = j.programme AND l.metric = j.metric
),
weighed AS (
    SELECT
        o.*, o.fault - o.worst_day_fault AS fault_left, o.counted - o.worst_day_fault AS counted_left,
        o.fresh_fault - o.fresh_worst AS fresh_left,
        o.fresh_fault >= o.faults_from
            AND (o.fresh_fault - o.fresh_worst) * 1000000 > o.notice_ppm * (o.fresh_counted - o.fresh_worst)
            AS fresh_misses,
        o.fresh_counted >= greatest(o.counted_needed, 1) AS fresh_enough,
        CAST(o.notice_on + INTERVAL '1' DAY * (o.fresh_days + o.maturation_days) AS DATE) AS settled_from,
        CAST(o.notice_on + INTERVAL '1' DAY * (o.within_days + o.maturation_days) AS DATE) AS lapses_after,
        CASE WHEN o.bound_ppm IS NOT NULL THEN
            {{ faults_beyond_luck('k.faults', '(o.counted - o.worst_day_fault)',
                '(CAST(o.bound_ppm AS DOUBLE) / 1E6)', 'z.notice_to') }}
        END AS beyond_luck
    FROM left_over AS o
    LEFT JOIN {{ ref('luck') }} AS k ON k.programme = o.programme AND k.at_most_ppm = o.bound_ppm
        AND o.counted - o.worst_day_fault BETWEEN k.notice_from AND k.notice_to
    LEFT JOIN {{ ref('luck') }} AS z ON z.programme = o.programme AND z.at_most_ppm = o.bound_ppm
        AND z.faults = {{ most_faults }}
),
said AS (
    SELECT
        w.*,
        w.because IN ('within', 'above') AND w.fault_left >= w.notice_faults AND w.fault_days >= w.notice_days
            AND w.fault_left >= w.beyond_luck AND w.fault >= w.faults_from AS is_beyond_luck,
        CASE
            WHEN w.because = 'no_source' THEN 'not_measured'
            WHEN {{ run_date }} < w.settled_from THEN 'notice'
            WHEN w.fresh_enough AND w.fresh_misses AND w.fresh_left >= w.effect_faults THEN 'confirmed'
            WHEN {{ run_date }} <= w.lapses_after AND (w.fresh_misses OR NOT w.fresh_enough) THEN 'notice'
        END AS of_notice
    FROM weighed AS w
),
decided AS (
    SELECT
        s.*,
        CASE
            WHEN s.of_notice IS NOT NULL THEN s.of_notice
            WHEN s.because IN ('few_buyers', 'few_days') THEN 'met'
            WHEN s.because NOT IN ('within', 'above') THEN 'not_assessable'
            WHEN s.is_beyond_luck AND s.notice_on IS NULL THEN 'notice'
            WHEN s.window_fault >= s.faults_from
                AND NOT {{ within_bound('s.window_fault', 's.watch_ppm', 's.watch_strict',
                    's.window_counted') }}
                THEN 'watch'
            ELSE 'met'
        END AS verdict
    FROM said AS s
)
SELECT
    d.seller_id, d.programme, d.metric, h.tier AS held_tier, d.bound_ppm, d.verdict,
    d.official_verdict AS verdict_before, d.counted, d.fault, d.fault_days, d.worst, d.worst_day_fault,
    d.fault_left, d.counted_left, d.beyond_luck, d.is_beyond_luck, d.person_faults, d.notice_on,
    d.notice_tier, d.notice_ppm, d.window_days, d.fresh_days, d.within_days, d.maturation_days,
    d.effect_faults, d.closes_on, d.settled_from, d.fresh_counted, d.fresh_fault, d.fresh_left,
    d.fresh_worst, d.allowed_before, d.counts_after,
    d.verdict = 'notice' AND d.notice_on IS NULL AS begins,
    -- What is not measured tonight settles nothing.
    d.verdict <> 'notice' AND d.notice_on IS NOT NULL
        AND (d.verdict <> 'not_measured' OR {{ run_date }} > d.lapses_after) AS ends
FROM decided AS d
LEFT JOIN tiers AS h ON h.programme = d.programme AND h.tier_rank = d.held_rank
ORDER BY d.seller_id, d.programme, d.metric
