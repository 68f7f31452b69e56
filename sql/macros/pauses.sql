{# Pauses: a metric that rests takes no tier, and gives none. #}

{# By seller and programme the best tier that the metrics which rest would allow, did they not; of whom they
   could not judge no row. Nobody gets a better one. #}
{% macro resting_tiers() -%}
SELECT seller_id, programme, max(CASE
            WHEN {{ too_few_faults() }} THEN 1
            {% for r in resting %}
            {% for b in r.bounds %}
            WHEN programme = {{ quoted(r.programme) }} AND metric = {{ quoted(r.metric) }}
                AND {{ within_bound('fault', ppm(b.at_most), strict(b), 'counted') }} THEN {{ b.rank }}
            {% endfor %}
            WHEN programme = {{ quoted(r.programme) }} AND metric = {{ quoted(r.metric) }}
                THEN {{ r.last_rank }}
            {% endfor %}
        END) AS rest_rank
    FROM {{ ref('seller_metrics') }} AS m
    WHERE because = 'paused' AND counted >= greatest(counted_needed, 1)
    GROUP BY seller_id, programme
{%- endmacro %}

{# The place that is proposed, and no better than what rests would allow; of whom nothing is
   proposed, none. #}
{% macro with_resting(proposed, rest) -%}
CASE WHEN {{ rest }} > {{ proposed }} THEN {{ rest }} ELSE {{ proposed }} END
{%- endmacro %}
