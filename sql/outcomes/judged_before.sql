-- One row per order that is judged again tonight: as the base run's ledger holds it. Empty without a base
-- run.
{% if not has_base %}
SELECT * FROM {{ empty_relation(order_ledger.all) }} AS none
{% else %}
WITH touched AS (
    SELECT b.*
    FROM {{ base_ledger('order_outcomes') }} AS b
    JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = b.seller_id AND j.order_id = b.order_id
)
{{ standing('touched') }}
{% endif %}
