-- One row per seller, programme and region (and ALL) of the programme where the seller had an order placed
-- within the assessable window, and how many. This is what selling somewhere means: tier_mix counts these
-- sellers, lists show them, and teams read their tiers.
{% for p in programmes %}
{% set placed = 'placed_' ~ p.assessable.window_days %}
SELECT c.seller_id, {{ quoted(p.programme) }} AS programme, c.region, CAST(c.{{ placed }} AS BIGINT) AS orders
FROM {{ ref('seller_counts') }} AS c
WHERE c.region IN {{ in_list(p.regions) }} AND c.{{ placed }} > 0
UNION ALL
SELECT c.seller_id, {{ quoted(p.programme) }}, 'ALL', CAST(sum(c.{{ placed }}) AS BIGINT)
FROM {{ ref('seller_counts') }} AS c
WHERE c.region IN {{ in_list(p.regions) }} AND c.{{ placed }} > 0
GROUP BY c.seller_id
{% if not loop.last %}UNION ALL{% endif %}

{% endfor %}
ORDER BY 3, 1, 2
