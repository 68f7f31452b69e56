-- One row per row of this run's part of the order ledger that a list of details may name, whatever the run
-- date: one order in ten, whole, so that lists need not look at the others. A row that takes another back
-- has the same outcomes, and lies here with it.
SELECT
    {{ ledger_columns() }}
FROM {{ ref('order_outcomes') }} AS o
WHERE 1 = 0
    {% for m in composed_measured('order') %}
    OR ({{ may_be_listed(m) }})
    {% endfor %}
