-- fail: what sellers' cards count, per programme and metric, is what the regions count; report it
-- Compared where a metric's window is also a window of region_metrics, the same for all sellers, the
-- programme covers every region, all orders count, and it forgives nothing that regions do not.
WITH cards AS (
    SELECT
        programme, metric, window_days, {{ room_of_row() }} AS room, CAST(sum(met) AS BIGINT) AS met,
            CAST(sum(fault) AS BIGINT) AS fault,
        CAST(sum(forgiven) AS BIGINT) AS forgiven, CAST(sum(excluded) AS BIGINT) AS excluded,
            CAST(sum(pending) AS BIGINT) AS pending
    FROM {{ ref('seller_metrics') }} AS m
    WHERE verdict <> 'not_measured' AND programme IN {{ in_list(everywhere_programmes) }}
        AND programme || ' ' || metric NOT IN {{ in_list(counted_otherwise) }}
    GROUP BY 1, 2, 3, 4
)
SELECT
    c.programme, c.metric, c.window_days,
    c.fault, r.fault AS region_fault, c.met, r.met AS region_met, c.excluded, r.excluded AS region_excluded
FROM cards AS c
JOIN {{ ref('region_metrics') }} AS r ON r.region = 'ALL' AND r.metric = c.room
    AND r.window_days = c.window_days
WHERE c.met <> r.met OR c.fault <> r.fault OR c.forgiven <> r.forgiven OR c.excluded <> r.excluded
    OR c.pending <> r.pending
ORDER BY c.programme, c.metric
