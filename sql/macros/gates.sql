{# Gates: what tiers ask for beside their bounds. #}

{# By seller and programme the best tier that its gates leave open, of rows of `tiers` (programme, tier,
   tier_rank); without a row all are open. What a tier asks for, the better ones ask for too. #}
{% macro open_tiers() -%}
SELECT g.seller_id, g.programme, max(t.tier_rank) + 1 AS gate_rank
    FROM {{ ref('tier_gates') }} AS g
    JOIN tiers AS t ON t.programme = g.programme AND t.tier = g.tier
    WHERE NOT g.met
    GROUP BY g.seller_id, g.programme
{%- endmacro %}
