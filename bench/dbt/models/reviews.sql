-- One row per review: as it first landed. Later versions do not count.
{{ config(incremental_strategy = 'append') }}
SELECT review_id, seller_id, order_id, created_at, rating, about, dt
FROM {{ accepted('reviews') }}
{% if is_incremental() %}
WHERE review_id NOT IN (SELECT review_id FROM {{ this }})
{% endif %}
QUALIFY row_number() OVER (PARTITION BY review_id ORDER BY dt, updated_at, row_hash) = 1
