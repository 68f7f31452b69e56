-- warn: outcomes landed for a metric that policies/metrics.yaml does not declare; declare it there, or correct its name
SELECT metric, count(*) AS landed_rows, count(DISTINCT seller_id) AS sellers
FROM {{ accepted('outcomes') }} AS o
WHERE metric NOT IN ('?'{% for m in metrics %}{% if m.subject == 'landed' %}, {{ quoted(m.metric) }}{% endif %}{% endfor %})
GROUP BY metric
ORDER BY metric
