{# Caps: what allows no better a tier, beside bounds. #}

{# By seller and programme the best tier that points, the score and gates allow, as a place; a place of 0 and
   no row allow all. Of rows of `tiers` (programme, tier, tier_rank). #}
{% macro best_beside_bounds() -%}
SELECT
        seller_id, programme, max(tier_rank) AS cap_rank,
        max(CASE WHEN allowed_by = 'points' THEN tier_rank ELSE 0 END) AS points_rank,
        max(CASE WHEN allowed_by = 'score' THEN tier_rank ELSE 0 END) AS score_rank
    FROM (
        SELECT '?' AS seller_id, '?' AS programme, 0 AS tier_rank, '?' AS allowed_by
        {% if points_cap %}
        UNION ALL
        SELECT p.seller_id, p.programme, t.tier_rank, 'points' AS allowed_by
        FROM {{ ref('points_standings') }} AS p
        JOIN tiers AS t ON t.programme = p.programme AND t.tier = p.caps_at
        {% endif %}
        {% if score_cap %}
        UNION ALL
        SELECT s.seller_id, s.programme, t.tier_rank, 'score' AS allowed_by
        FROM {{ ref('scores') }} AS s
        JOIN tiers AS t ON t.programme = s.programme AND t.tier = s.caps_at
        {% endif %}
        {% if gates.length %}
        UNION ALL
        SELECT seller_id, programme, gate_rank AS tier_rank, 'gate' AS allowed_by
        FROM (
            {{ open_tiers() }}
        ) AS g
        {% endif %}
    ) AS k
    GROUP BY seller_id, programme
{%- endmacro %}
