-- One row per Olist order: what happened to it and when, as instants.
-- Olist writes naive Brazilian time (text in its csv files); `at time zone` reads it as such. An hour that the clocks skip is read an hour later,
-- an hour that they repeat is read as its second pass.
with in_time as (
  select
    order_id,
    customer_id,
    order_status in ('canceled', 'unavailable') as is_cancelled,
    order_purchase_timestamp::timestamp at time zone 'America/Sao_Paulo' as placed_at,
    order_approved_at::timestamp at time zone 'America/Sao_Paulo' as approved_at,
    order_delivered_carrier_date::timestamp at time zone 'America/Sao_Paulo' as first_scan_at,
    order_delivered_customer_date::timestamp at time zone 'America/Sao_Paulo' as delivered_at,
    -- always midnight: a promised day, kept until that day ends
    order_estimated_delivery_date::date as deliver_by
  from source.orders
)
select
  i.order_id,
  c.customer_unique_id as buyer_id,
  c.customer_state as region,
  -- some hundred areas: the state, and the first two of its postcodes' digits; the other three lead to a street
  c.customer_state || '-' || left(lpad(c.customer_zip_code_prefix::varchar, 5, '0'), 2) as destination_area,
  i.placed_at,
  i.approved_at,
  i.first_scan_at,
  i.delivered_at,
  i.deliver_by,
  -- Olist says that an order was cancelled, not when: the last moment before anything could ship stands for it
  case when i.is_cancelled then coalesce(i.approved_at, i.placed_at) end as cancelled_at
from in_time i
join source.customers c using (customer_id)
