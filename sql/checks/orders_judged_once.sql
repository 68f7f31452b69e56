-- fail: every order placed by the run date has exactly one row in the ledger; run the night again with --full, and report it
SELECT o.orders, j.judged
FROM (SELECT count(*) AS orders FROM {{ ref('orders') }} AS o WHERE placed_day <= {{ run_date }}) AS o
CROSS JOIN (SELECT count(*) AS judged FROM {{ ref('order_outcomes') }} AS j) AS j
WHERE o.orders <> j.judged
