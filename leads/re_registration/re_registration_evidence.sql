-- One row per seller and order of an account that re_registrations names, by the registration that nothing
-- explains, of several the one after the latest action. `from_at`: when that was in force; `to_at`: the day
-- on which the account began; `amount`: days between, `among`: accounts of the family.
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY seller_id
            ORDER BY CASE WHEN twin IS NULL THEN 0 ELSE 1 END, acted_at DESC, other_seller_id, action_id
        ) AS nth
    FROM {{ ref('re_registrations') }} AS r
)
SELECT
    o.seller_id, o.order_id, r.acted_at AS from_at, CAST(r.began_on AS TIMESTAMP) AS to_at,
    r.days_after AS amount, r.members AS among, CAST(NULL AS VARCHAR) AS other_order_id, r.twin
FROM {{ ref('recent_orders') }} AS o
JOIN ranked AS r ON r.seller_id = o.seller_id AND r.nth = 1
