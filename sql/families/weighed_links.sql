-- One row per pair of linked accounts and kind of what they share, the account with the lower number first.
-- What a shared value says, in millionths: the weight of its kind, divided by the logarithm to base two of
-- the sellers that have it. Two accounts are linked from policy's weight on; hubs link nobody.
WITH weighed AS (
    SELECT
        i.account, i.seller_id, i.kind, i.value_hash, i.sellers, i.first_seen,
        k.hundredths * s.share AS weight
    FROM {{ ref('shared_identifiers') }} AS i
    JOIN ({{ weights_of_kinds() }}) AS k ON k.kind = i.kind
    JOIN ({{ shares_of_holders() }}) AS s ON s.sellers = i.sellers
),
-- Whose values say too little all together is linked to nobody.
enough AS (
    SELECT account
    FROM weighed
    GROUP BY account
    HAVING sum(weight) >= {{ linked_from }}
),
held AS (
    SELECT w.*
    FROM weighed AS w
    JOIN enough AS e ON e.account = w.account
),
pairs AS (
    SELECT
        a.account, b.account AS other, a.seller_id, b.seller_id AS other_seller_id, a.kind,
        count(*) AS shared_values, min(a.sellers) AS fewest_sellers, CAST(sum(a.weight) AS BIGINT) AS weight,
        min(greatest(a.first_seen, b.first_seen)) AS since
    FROM held AS a
    JOIN held AS b ON b.kind = a.kind AND b.value_hash = a.value_hash AND b.account > a.account
    GROUP BY a.account, b.account, a.seller_id, b.seller_id, a.kind
),
linked AS (
    SELECT *, CAST(sum(weight) OVER (PARTITION BY account, other) AS BIGINT) AS link_weight
    FROM pairs
)
SELECT
    account, other, seller_id, other_seller_id, kind, shared_values, fewest_sellers, weight, link_weight,
    since
FROM linked
WHERE link_weight >= {{ linked_from }}
