-- fail: what sellers' cards count, per programme and metric, is what the regions count; report it
-- Compared where a metric's window is also a window of region_metrics and the programme covers every region.
WITH cards AS (
    SELECT programme, metric, window_days, sum(met) AS met, sum(fault) AS fault, sum(forgiven) AS forgiven, sum(excluded) AS excluded, sum(pending) AS pending
    FROM {{ ref('seller_metrics') }} AS m
    WHERE verdict <> 'not_measured' AND programme IN ('?'{% for p in everywhere_programmes %}, {{ quoted(p.programme) }}{% endfor %})
    GROUP BY programme, metric, window_days
)
SELECT
    c.programme, c.metric, c.window_days,
    CAST(c.fault AS BIGINT) AS fault, r.fault AS region_fault,
    CAST(c.met AS BIGINT) AS met, r.met AS region_met,
    CAST(c.excluded AS BIGINT) AS excluded, r.excluded AS region_excluded
FROM cards AS c
JOIN {{ ref('region_metrics') }} AS r ON r.region = 'ALL' AND r.metric = c.metric AND r.window_days = c.window_days
WHERE c.met <> r.met OR c.fault <> r.fault OR c.forgiven <> r.forgiven OR c.excluded <> r.excluded OR c.pending <> r.pending
ORDER BY c.programme, c.metric
