-- fail: every order stands in the ledger exactly once; run the night again with --full, and report it
-- Tonight's orders take the place of those judged before, and nothing else comes or goes.
WITH counted AS (
    SELECT
        (SELECT count(*) FROM {{ ref('orders') }} AS o) AS orders,
        {% if has_base %}
        (SELECT count(*) FROM {{ ref('judged_before') }} AS b) AS judged_before,
        (
            SELECT coalesce(CAST(sum(weight) AS BIGINT), 0)
            FROM {{ base_ledger('order_outcomes') }} AS b
        ) AS stood,
        {% else %}
        CAST(0 AS BIGINT) AS judged_before, CAST(0 AS BIGINT) AS stood,
        {% endif %}
        (SELECT coalesce(CAST(sum(weight) AS BIGINT), 0) FROM {{ ledger('order_outcomes') }} AS l) AS stand,
        -- An order judged tonight twice, or one that was taken back and not judged.
        (
            SELECT count(*)
            FROM (
                SELECT order_id, seller_id
                FROM {{ ref('order_outcomes') }} AS l
                WHERE judged_in = {{ quoted(run_id) }}
                GROUP BY order_id, seller_id
            ) AS one
        ) AS judged
)
SELECT orders, judged_before, stood, stand, judged
FROM counted
WHERE orders <> judged OR stood + orders - judged_before <> stand
