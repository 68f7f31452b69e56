-- One row per seller, metric and subject of the metrics that the business measures itself: the newest version
-- landed by the run date. Rows of a metric that policies/metrics.yaml does not declare are left out, and a
-- check tells them.
WITH ranked AS (
    SELECT *, {{ version_rank('outcomes', 'seller_id, metric, subject_id') }}
    FROM {{ accepted('outcomes') }} AS landed
)
SELECT seller_id, subject_id, region, metric, cohort_day, outcome, reason, evidence
FROM ranked
WHERE version_rank = 1 AND cohort_day <= {{ run_date }}
    AND metric IN {{ in_list(declared_metrics) }}
