-- One row per value of more sellers than policy takes for a family: it links nobody. Numbered within its
-- kind, the largest first; the value itself is not published.
SELECT
    kind, row_number() OVER (PARTITION BY kind ORDER BY count(*) DESC, value_hash) AS hub,
    count(*) AS sellers, CAST(min(first_seen) AS DATE) AS first_day
FROM {{ ref('shared_identifiers') }} AS i
WHERE sellers > {{ hub_above }}
    AND kind IN (SELECT kind FROM ({{ weights_of_kinds() }}) AS k)
GROUP BY kind, value_hash
ORDER BY kind, hub
