-- warn: outcomes landed for a metric that policies/metrics.yaml does not declare; declare it there, or correct its name
SELECT metric, count(*) AS landed_rows, count(DISTINCT seller_id) AS sellers
FROM {{ accepted('outcomes') }} AS o
WHERE metric NOT IN {{ in_list(declared_metrics) }}
GROUP BY metric
ORDER BY metric
