-- One row per region (and ALL) that anybody ordered in: the first day on which an order was placed there, as
-- far back as the regions' periods reach and a month more. A period that begins before it is not whole.
WITH days AS (
    SELECT region, placed_day
    FROM {{ ledger('order_outcomes') }} AS o
    WHERE final_day > {{ day(-2 * (periods | max) - longest_maturation - 30) }}
        AND placed_day <= {{ run_date }}
    GROUP BY region, placed_day
    HAVING sum(weight) > 0
)
SELECT region, min(placed_day) AS first_day
FROM days
GROUP BY region
UNION ALL
SELECT 'ALL', min(placed_day)
FROM days
HAVING count(*) > 0
