-- fail: the orders listed behind the numbers are as many as the numbers say; report it
-- Per programme and metric, over all sellers: rows of outcome_details against seller_metrics. What is
-- excluded for what it is is counted and not listed, so there the list may be shorter; items are counted as
-- items and listed as orders.
WITH listed AS (
    SELECT
        programme, metric,
        count(*) FILTER (WHERE outcome = 'fault') AS fault,
        count(*) FILTER (WHERE outcome = 'forgiven') AS forgiven,
        count(*) FILTER (WHERE outcome = 'excluded') AS excluded
    FROM {{ ref('outcome_details') }} AS d
    GROUP BY programme, metric
),
counted AS (
    SELECT
        programme, metric, CAST(sum(fault) AS BIGINT) AS fault, CAST(sum(forgiven) AS BIGINT) AS forgiven,
        CAST(sum(excluded) AS BIGINT) AS excluded
    FROM {{ ref('seller_metrics') }} AS m
    WHERE verdict <> 'not_measured' AND unit <> 'items'
    GROUP BY programme, metric
)
SELECT
    c.programme, c.metric, c.fault, coalesce(l.fault, 0) AS listed_fault, c.forgiven,
        coalesce(l.forgiven, 0) AS listed_forgiven,
    c.excluded, coalesce(l.excluded, 0) AS listed_excluded
FROM counted AS c
LEFT JOIN listed AS l ON l.programme = c.programme AND l.metric = c.metric
WHERE c.fault <> coalesce(l.fault, 0) OR c.forgiven <> coalesce(l.forgiven, 0)
    OR c.excluded < coalesce(l.excluded, 0)
ORDER BY c.programme, c.metric
