-- One row per seller, programme and metric that misses a bound of the next tier, where bounds alone hold it
-- back and it is better than the tier held. From which day on the tier is had, if as many are counted as now:
-- on each day the faults leave that leave the window, and others come in the place of what was met.
-- `tier_on` is a day on which tiers are decided. Empty where none is until the horizon.
WITH tiers AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, 0, 0)
        {% for p in programmes %}{% for tier in p.tiers %}
        , ({{ quoted(p.programme) }}, {{ quoted(tier.key) }}, {{ loop.index }},
            {{ 1 if p.evaluation else 0 }},
            {{ 1 if p.evaluation.approval.needed_for == 'all_changes' else 0 }})
        {% endfor %}{% endfor %}
    ) AS t (programme, tier, tier_rank, evaluated, rises_wait)
),
standards AS (
    SELECT * FROM (
        VALUES
        ('?', '?')
        {% for p in programmes %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.standard) }})
        {% endfor %}
    ) AS t (programme, standard)
),
bounds AS (
    SELECT * FROM (
        VALUES
        ('?', '?', 0, CAST(0 AS BIGINT), 0, 0)
        {% for p in programmes %}{% for m in p.metrics %}{% for tier in p.tiers %}{% if not loop.last %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ loop.index }},
            {{ ppm(m.tiers[tier.key].at_most) }}, {{ strict(m.tiers[tier.key]) }},
            {{ 1 if metric_of(room_of(m)).count == 'items' else 0 }})
        {% endif %}{% endfor %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, tier_rank, at_most_ppm, strict, by_items)
),
decided_on AS (
    SELECT * FROM (
        VALUES
        ('?', {{ run_date }})
        {% for d in decided_on %}
        , ({{ quoted(d.programme) }}, {{ d.day }})
        {% endfor %}
    ) AS t (programme, day)
),
{% if points_cap or score_cap or gates.length %}
caps AS (
    {{ best_beside_bounds() }}
),
{% endif %}
-- Whose next tier is better than the one held; who holds none is judged as of the standard. So no bound is
-- asked that keeps a tier.
asked AS (
    SELECT s.seller_id, s.programme, s.next_tier, n.tier_rank, n.evaluated, n.rises_wait
    FROM {{ ref('scorecards') }} AS s
    JOIN tiers AS n ON n.programme = s.programme AND n.tier = s.next_tier
    JOIN standards AS d ON d.programme = s.programme
    JOIN tiers AS g ON g.programme = d.programme AND g.tier = d.standard
    LEFT JOIN {{ ref('standings') }} AS o ON o.seller_id = s.seller_id AND o.programme = s.programme
    LEFT JOIN tiers AS h ON h.programme = o.programme AND h.tier = o.official_tier
    {% if points_cap or score_cap or gates.length %}
    LEFT JOIN caps AS c ON c.seller_id = s.seller_id AND c.programme = s.programme
    {% endif %}
    WHERE s.tier_because = 'held_back'
        AND (n.evaluated = 0 OR n.tier_rank < coalesce(h.tier_rank, g.tier_rank))
        {% if points_cap or score_cap or gates.length %}
        AND coalesce(c.cap_rank, 0) <= n.tier_rank
        {% endif %}
),
holding AS (
    SELECT
        a.*, m.metric, m.fault, m.counted, b.by_items,
        greatest(
            {{ faults_allowed('b.at_most_ppm', 'b.strict', 'm.counted') }}, m.faults_from - 1, 0
        ) AS allowed
    FROM asked AS a
    JOIN {{ ref('seller_metrics') }} AS m
        ON m.seller_id = a.seller_id AND m.programme = a.programme AND m.tier IS NOT NULL
    JOIN bounds AS b ON b.programme = a.programme AND b.metric = m.metric AND b.tier_rank = a.tier_rank
    WHERE NOT {{ too_few_faults('m.') }}
        AND NOT {{ within_bound('m.fault', 'b.at_most_ppm', 'b.strict', 'm.counted') }}
),
leaving AS (
    SELECT
        h.seller_id, h.programme, h.metric, h.next_tier, h.fault, h.counted, h.allowed, h.evaluated,
        h.rises_wait, d.leaves_window_on AS day,
        CAST(sum(CASE WHEN h.by_items = 1 THEN {{ units_of('d.items') }} ELSE 1 END) AS BIGINT) AS faults
    FROM holding AS h
    JOIN {{ ref('outcome_details') }} AS d
        ON d.seller_id = h.seller_id AND d.programme = h.programme AND d.metric = h.metric
        AND d.outcome = 'fault'
    GROUP BY h.seller_id, h.programme, h.metric, h.next_tier, h.fault, h.counted, h.allowed, h.evaluated,
        h.rises_wait, d.leaves_window_on
),
gone AS (
    SELECT
        *,
        CAST(sum(faults) OVER (
            PARTITION BY seller_id, programme, metric ORDER BY day
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS so_far
    FROM leaving
),
enough AS (
    SELECT
        *,
        min(CASE WHEN fault - so_far <= allowed THEN day END) OVER (
            PARTITION BY seller_id, programme, metric
        ) AS enough_on
    FROM gone
),
of_all AS (
    SELECT *, max(enough_on) OVER (PARTITION BY seller_id, programme) AS all_on
    FROM enough
),
last_of_them AS (
    SELECT
        *,
        min(CASE WHEN enough_on = all_on THEN metric END) OVER (PARTITION BY seller_id, programme) AS last_one
    FROM of_all
),
dated AS (
    SELECT
        l.seller_id, l.programme, l.metric, l.next_tier, l.fault, l.counted, l.allowed, l.rises_wait, l.day,
        l.so_far, l.enough_on, l.last_one,
        CASE
            WHEN l.evaluated = 1 THEN min(e.day)
            WHEN l.all_on <= {{ horizon }} THEN l.all_on
        END AS tier_on
    FROM last_of_them AS l
    LEFT JOIN decided_on AS e ON e.programme = l.programme AND e.day >= l.all_on
    GROUP BY l.seller_id, l.programme, l.metric, l.next_tier, l.fault, l.counted, l.allowed, l.rises_wait,
        l.day, l.so_far, l.enough_on, l.last_one, l.evaluated, l.all_on
),
counted_then AS (
    SELECT
        seller_id, programme, metric, next_tier, fault, counted, allowed, rises_wait, enough_on, last_one,
        tier_on, max(CASE WHEN day <= tier_on THEN so_far END) AS gone_by_then
    FROM dated
    GROUP BY seller_id, programme, metric, next_tier, fault, counted, allowed, rises_wait, enough_on,
        last_one, tier_on
)
SELECT
    seller_id, programme, metric, next_tier AS tier, fault, counted, allowed, enough_on,
    metric = last_one AS decides, tier_on, gone_by_then, allowed - fault + gone_by_then AS spare,
    {{ horizon }} AS looked_until, rises_wait = 1 AS person_approves
FROM counted_then
ORDER BY seller_id, programme, metric
