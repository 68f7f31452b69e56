-- One row per case: its newest version.
{{ config(unique_key = 'case_id') }}
SELECT
    case_id, seller_id, order_id, coalesce(closed_at, opened_at) AS decided_at,
    outcome = 'seller_fault' AND resolved_by = 'platform' AS lost, dt
FROM {{ accepted('cases') }}
{{ newest('case_id') }}
