-- Sellers and metrics for which the night and the script by hand disagree. Set before: variables `night` (files of seller_metrics)
-- and `by_hand` (file). A seller without a row in one of them counts nothing there.
SELECT
    coalesce(n.seller_id, h.seller_id) AS seller_id, coalesce(n.metric, h.metric) AS metric,
    CAST({'met': n.met, 'fault': n.fault, 'forgiven': n.forgiven, 'excluded': n.excluded, 'pending': n.pending} AS VARCHAR) AS night,
    CAST({'met': h.met, 'fault': h.fault, 'forgiven': h.forgiven, 'excluded': h.excluded, 'pending': h.pending} AS VARCHAR) AS by_hand
FROM read_parquet(getvariable('night')) AS n
FULL JOIN read_parquet(getvariable('by_hand')) AS h ON h.seller_id = n.seller_id AND h.metric = n.metric
WHERE coalesce(n.met, 0) <> coalesce(h.met, 0) OR coalesce(n.fault, 0) <> coalesce(h.fault, 0)
    OR coalesce(n.forgiven, 0) <> coalesce(h.forgiven, 0) OR coalesce(n.excluded, 0) <> coalesce(h.excluded, 0)
    OR coalesce(n.pending, 0) <> coalesce(h.pending, 0)
ORDER BY 1, 2
