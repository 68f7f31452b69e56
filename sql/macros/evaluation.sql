{# Evaluating: rows of policy that evaluations join, and what luck explains. #}

{# The fewest faults that are more than luck, of n subjects, for a seller at a rate: by the table's row for n;
   beyond its last row, which holds for up to `last_to` subjects, as many standard deviations above the mean
   as there: the deviation grows with the square root of n. #}
{% macro faults_beyond_luck(by_table, n, rate, last_to) -%}
coalesce({{ by_table }}, CAST(ceil(
        {{ n }} * {{ rate }}
        + ({{ most_faults }} - {{ last_to }} * {{ rate }}) * sqrt({{ ratio(n, last_to) }})
    ) AS BIGINT))
{%- endmacro %}

{# Tiers of these programmes, from best to worst. #}
{% macro tiers_of(some) -%}
SELECT * FROM (
        VALUES
        ('?', '?', 0)
        {% for p in some %}{% for tier in p.tiers %}
        , ({{ quoted(p.programme) }}, {{ quoted(tier.key) }}, {{ loop.index }})
        {% endfor %}{% endfor %}
    ) AS t (programme, tier, tier_rank)
{%- endmacro %}

{# Evaluated programmes, the newest evaluation day, and which changes wait for a person. #}
{% macro evaluated_programmes() -%}
SELECT * FROM (
        VALUES
        ('?', '?', {{ run_date }}, {{ run_date }}, 0, 0, 0, 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ p.due_on }}, {{ p.next_on }},
            {{ p.standard_rank }}, {{ p.tiers.length }}, {{ p.losses_wait }}, {{ p.rises_wait }})
        {% endfor %}
    ) AS t (
        programme, policy_version, due_on, next_on, standard_rank, last_rank, losses_wait, rises_wait
    )
{%- endmacro %}

{# CTEs, of which the last, `decided`, has what an evaluation tonight would make of everybody: down by one
   step at most. Whether tonight is one, they do not know. #}
{% macro tonight_says() -%}
tiers AS (
    {{ tiers_of(evaluated) }}
),
evaluating AS (
    {{ evaluated_programmes() }}
),
confirmed AS (
    SELECT
        seller_id, programme, min(CASE WHEN verdict = 'confirmed' THEN metric END) AS metric,
        count(CASE WHEN notice_on IS NOT NULL THEN 1 END) AS notices_kept,
        count(CASE WHEN begins OR notice_on IS NOT NULL AND NOT ends THEN 1 END) AS notices_decided
    FROM {{ ref('metric_verdicts') }} AS v
    GROUP BY seller_id, programme
),
{% if gates.length %}
open_tiers AS (
    {{ open_tiers() }}
),
{% endif %}
{% if resting.length %}
resting_tiers AS (
    {{ resting_tiers() }}
),
{% endif %}
-- Who has a scorecard tonight, or had a standing before.
everyone AS (
    SELECT
        coalesce(s.seller_id, o.seller_id) AS seller_id, coalesce(s.programme, o.programme) AS programme,
        s.tier AS proposed_tier, o.official_tier AS held_tier, o.since, o.evaluated_on, o.due_on, o.because,
        o.because_metric, o.seller_id IS NOT NULL AS known
    FROM {{ ref('scorecards') }} AS s
    FULL JOIN {{ ref('held_tiers') }} AS o
        ON o.seller_id = s.seller_id AND o.programme = s.programme
),
ranked AS (
    SELECT
        e.*, u.due_on AS due_now, u.next_on, u.policy_version, h.tier_rank AS held_rank,
        {% if resting.length %}
        -- A metric that rests takes no tier, and gives nobody one that it would not allow.
        {{ with_resting('p.tier_rank', 'r.rest_rank') }} AS proposed_rank,
        {% else %}
        p.tier_rank AS proposed_rank,
        {% endif %}
        u.losses_wait, u.rises_wait, u.standard_rank, u.last_rank,
        c.metric AS confirmed_metric, coalesce(c.notices_kept, 0) AS notices_kept,
        coalesce(c.notices_decided, 0) AS notices_decided
        {% if gates.length %}
        , coalesce(g.gate_rank, 0) AS gate_rank
        {% endif %}
    FROM everyone AS e
    JOIN evaluating AS u ON u.programme = e.programme
    LEFT JOIN tiers AS h ON h.programme = e.programme AND h.tier = e.held_tier
    LEFT JOIN tiers AS p ON p.programme = e.programme AND p.tier = e.proposed_tier
    {% if resting.length %}
    LEFT JOIN resting_tiers AS r ON r.seller_id = e.seller_id AND r.programme = e.programme
    {% endif %}
    LEFT JOIN confirmed AS c ON c.seller_id = e.seller_id AND c.programme = e.programme
    {% if gates.length %}
    LEFT JOIN open_tiers AS g ON g.seller_id = e.seller_id AND g.programme = e.programme
    {% endif %}
),
decided AS (
    SELECT
        *,
        CASE
            WHEN held_rank IS NULL AND proposed_rank IS NULL THEN 'not_assessable'
            WHEN held_rank IS NULL THEN 'first_evaluation'
            WHEN confirmed_metric IS NOT NULL THEN 'confirmed'
            {% if gates.length %}
            WHEN gate_rank > held_rank THEN 'gate'
            {% endif %}
            WHEN proposed_rank < held_rank THEN 'improved'
            ELSE 'kept'
        END AS because_tonight,
        CASE
            WHEN held_rank IS NULL AND proposed_rank IS NULL THEN CAST(NULL AS INTEGER)
            WHEN held_rank IS NULL THEN least(proposed_rank, standard_rank)
            WHEN confirmed_metric IS NOT NULL THEN least(held_rank + 1, last_rank)
            {% if gates.length %}
            WHEN gate_rank > held_rank THEN held_rank + 1
            {% endif %}
            ELSE least(held_rank, coalesce(proposed_rank, held_rank))
        END AS rank_tonight
    FROM ranked
)
{%- endmacro %}

{# What the run before published, or nothing where it knew no such dataset. #}
{% macro last_published(dataset) -%}
{{ previous(dataset) if published_before(dataset) else none_of(dataset) }}
{%- endmacro %}

{# The tier held, of a row o of standings; of whom no evaluation has judged yet, or of programmes without
   them, the proposed one. #}
{% macro held_or(proposed) -%}
CASE WHEN o.official_tier <> 'not_evaluated' THEN o.official_tier ELSE {{ proposed }} END
{%- endmacro %}
