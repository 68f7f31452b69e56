{# Keeping: bounds of whoever holds a tier, or a better one, already. Who holds none is judged as of the
   standard: nobody begins with a loss. #}

{# By seller the tier that is held, as a place, of programmes that have bounds to keep. #}
{% macro holders() -%}
SELECT h.seller_id, h.programme, t.tier_rank AS held_rank
    FROM {{ ref('held_tiers') }} AS h
    JOIN (
    {{ tiers_of(evaluated) }}
    ) AS t ON t.programme = h.programme AND t.tier = h.official_tier
{%- endmacro %}

{# The place of the tier that a seller is judged as holding. #}
{% macro held_or_standard(held_rank, programme) -%}
coalesce({{ held_rank }}, CASE {{ programme }}
            {% for p in keeping %}
            WHEN {{ quoted(p.programme) }} THEN {{ p.standard_rank }}
            {% endfor %}
        END)
{%- endmacro %}

{# Millionths that a bound of policy allows a seller who holds the tier of a place. #}
{% macro bound_for(bound, tier_rank, held_rank) -%}
{% if bound.keep %}
CASE WHEN {{ held_rank }} <= {{ tier_rank }} THEN {{ ppm(bound.keep.at_most) }}
            ELSE {{ ppm(bound.at_most) }} END
{%- else -%}
{{ ppm(bound.at_most) }}
{%- endif %}
{%- endmacro %}

{# The same of a row of bounds, `b`. #}
{% macro bound_applying(held_rank) -%}
{% if keeping.length %}
CASE WHEN {{ held_rank }} <= b.tier_rank THEN b.keep_ppm ELSE b.at_most_ppm END
{%- else -%}
b.at_most_ppm
{%- endif %}
{%- endmacro %}
