-- One row per account, and action against another account of its family after which it began: one of those
-- that policy names, in force on the run date or ended shortly before. An account against which such an
-- action is itself in force is dealt with already.
WITH acted AS (
    SELECT
        action_id, seller_id, kind, effective_from, lifted_at, least(
            coalesce(effective_to, TIMESTAMP '9999-12-31 00:00:00'),
            coalesce(lifted_at, TIMESTAMP '9999-12-31 00:00:00')
        ) AS ended_at
    FROM {{ ref('enforcement_actions') }} AS a
    WHERE kind IN {{ in_list(leads.re_registration.actions) }}
        AND CAST(effective_from AS DATE) <= {{ run_date }}
),
-- Whoever has one of these has declared the others of the same group.
declared AS (
    SELECT seller_id, value_hash
    FROM {{ ref('identifiers') }} AS i
    WHERE kind = 'declared_group'
),
groups_of AS (
    SELECT DISTINCT a.seller_id, b.seller_id AS other_seller_id
    FROM declared AS a
    JOIN declared AS b ON b.value_hash = a.value_hash
),
in_force AS (
    SELECT seller_id
    FROM acted
    WHERE CAST(ended_at AS DATE) > {{ run_date }}
),
direct AS (
    SELECT seller_id, other_seller_id, max(link_weight) AS link_weight
    FROM {{ ref('account_links') }} AS l
    GROUP BY seller_id, other_seller_id
)
SELECT
    f.seller_id, a.seller_id AS other_seller_id, a.action_id, f.family, f.members, a.kind AS action_kind,
    a.effective_from AS acted_at,
    CASE WHEN CAST(a.ended_at AS DATE) <= {{ run_date }} THEN a.ended_at END AS ended_at, f.began_on,
    date_diff('day', CAST(a.effective_from AS DATE), f.began_on) AS days_after, d.link_weight,
    CASE
        WHEN CAST(a.lifted_at AS DATE) <= {{ run_date }} THEN 'action_lifted'
        WHEN g.seller_id IS NOT NULL THEN 'declared_group'
    END AS twin
FROM acted AS a
JOIN {{ ref('account_families') }} AS o ON o.seller_id = a.seller_id
JOIN {{ ref('account_families') }} AS f ON f.family = o.family AND f.seller_id <> o.seller_id
LEFT JOIN groups_of AS g ON g.seller_id = f.seller_id AND g.other_seller_id = a.seller_id
LEFT JOIN direct AS d ON d.seller_id = f.seller_id AND d.other_seller_id = a.seller_id
LEFT JOIN in_force AS i ON i.seller_id = f.seller_id
-- why after and not on the day: a day tells no hour, and is held against nobody.
WHERE f.began_on > CAST(a.effective_from AS DATE)
    AND CAST(a.ended_at AS DATE) > {{ day(-leads.re_registration.days) }}
    AND i.seller_id IS NULL
ORDER BY f.seller_id, a.seller_id, a.action_id
