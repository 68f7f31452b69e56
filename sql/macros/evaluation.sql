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

{# Tiers of evaluated programmes, from best to worst. #}
{% macro evaluated_tiers() -%}
SELECT * FROM (
        VALUES
        ('?', '?', 0)
        {% for p in evaluated %}{% for tier in p.tiers %}
        , ({{ quoted(p.programme) }}, {{ quoted(tier.key) }}, {{ loop.index }})
        {% endfor %}{% endfor %}
    ) AS t (programme, tier, tier_rank)
{%- endmacro %}

{# Evaluated programmes, and whether tonight decides: an evaluation day has come since the last evaluation. #}
{% macro evaluations_due() -%}
SELECT
        c.programme, c.policy_version, c.due_on, c.next_on, c.standard_rank, c.last_rank,
        c.losses_wait, c.rises_wait,
        max(p.evaluated_on) IS NULL OR max(p.evaluated_on) < c.due_on AS due
    FROM (
        VALUES
        ('?', '?', {{ run_date }}, {{ run_date }}, 0, 0, 0, 0)
        {% for p in evaluated %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.version) }}, {{ p.due_on }}, {{ p.next_on }},
            {{ p.standard_rank }}, {{ p.tiers.length }}, {{ p.losses_wait }}, {{ p.rises_wait }})
        {% endfor %}
    ) AS c (
        programme, policy_version, due_on, next_on, standard_rank, last_rank, losses_wait, rises_wait
    )
    LEFT JOIN {{ last_published('standings') }} AS p ON p.programme = c.programme
    GROUP BY c.programme, c.policy_version, c.due_on, c.next_on, c.standard_rank, c.last_rank,
        c.losses_wait, c.rises_wait
{%- endmacro %}

{# What the run before published, or nothing where it knew no such dataset. #}
{% macro last_published(dataset) -%}
{{ previous(dataset) if published_before(dataset) else none_of(dataset) }}
{%- endmacro %}
