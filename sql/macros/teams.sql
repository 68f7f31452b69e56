{# What the team of a region may read of what is published: five sentences, each for the datasets that say so
   in sql/teams/. `team` is that region. Rows of ALL, and of no known region, tell of other regions' business:
   they are leadership's. #}

{# Of what is about sellers, all rows of those at home in the region. #}
{% macro of_sellers_at_home(dataset, key) -%}
SELECT d.*, t.region AS team
FROM {{ ref(dataset) }} AS d
JOIN {{ ref('seller_teams') }} AS t ON t.seller_id = d.seller_id AND t.programme IS NULL
ORDER BY t.region, {{ key }}
{%- endmacro %}

{# Of what says which tier a seller has: those, and of whoever sells in the region, in programmes that hold in
   it. So tier_mix counts sellers whom its readers find. #}
{% macro of_whoever_sells_here(dataset, key) -%}
SELECT d.*, t.region AS team
FROM {{ ref(dataset) }} AS d
JOIN {{ ref('seller_teams') }} AS t
    ON t.seller_id = d.seller_id AND coalesce(t.programme, d.programme) = d.programme
ORDER BY t.region, {{ key }}
{%- endmacro %}

{# Of what is about single orders, all of sellers at home in the region; of others what is of the region. #}
{% macro of_home_and_region(dataset, key) -%}
SELECT d.*, r.region AS team
FROM {{ ref(dataset) }} AS d
LEFT JOIN {{ ref('seller_teams') }} AS t ON t.seller_id = d.seller_id AND t.programme IS NULL
CROSS JOIN (VALUES (1), (0)) AS w (at_home)
JOIN ({{ team_regions() }}) AS r ON r.region = CASE WHEN w.at_home = 1 THEN t.region ELSE d.region END
WHERE w.at_home = 1 OR t.region IS NULL OR t.region <> d.region
ORDER BY r.region, {{ key }}
{%- endmacro %}

{# Of what is about regions, its own rows. #}
{% macro of_region(dataset, key) -%}
SELECT d.*, r.region AS team
FROM {{ ref(dataset) }} AS d
JOIN ({{ team_regions() }}) AS r ON r.region = d.region
ORDER BY r.region, {{ key }}
{%- endmacro %}

{# Of what is about nobody, everything. #}
{% macro of_everybody(dataset, key) -%}
SELECT d.*, r.region AS team
FROM {{ ref(dataset) }} AS d
CROSS JOIN ({{ team_regions() }}) AS r
ORDER BY r.region, {{ key }}
{%- endmacro %}

{# Regions that have a team. #}
{% macro team_regions() -%}
SELECT region FROM ({{ regions_and_all() }}) AS every_region WHERE region <> 'ALL'
{%- endmacro %}
