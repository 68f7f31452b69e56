-- One row per seller, order and version. Each version holds what had happened by its moment.
select
  s.seller_id,
  s.order_id,
  o.buyer_id,
  o.region,
  o.destination_area,
  s.category,
  'seller' as fulfilment,
  o.placed_at,
  s.ship_by,
  o.deliver_by,
  case when o.first_scan_at <= v.updated_at then o.first_scan_at end as first_scan_at,
  case when o.delivered_at <= v.updated_at then o.delivered_at end as delivered_at,
  case when o.cancelled_at <= v.updated_at then o.cancelled_at end as cancelled_at,
  case when o.cancelled_at <= v.updated_at then 'unknown' end as cancelled_by,
  s.items,
  s.gmv_minor,
  'BRL' as currency,
  v.updated_at,
  (v.updated_at at time zone 'America/Sao_Paulo')::date as landed_on
from _seller_orders s
join _order_moments o using (order_id)
join _order_versions v using (order_id)
