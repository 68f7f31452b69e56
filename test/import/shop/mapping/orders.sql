select
  changed::date as landed_on,
  no as order_id,
  shop as seller_id,
  land as region,
  'seller' as fulfilment,
  bought at time zone 'Europe/Berlin' as placed_at,
  send_until at time zone 'Europe/Berlin' as ship_by,
  promised as deliver_by,
  handed_over at time zone 'Europe/Berlin' as first_scan_at,
  -- already in UTC, and naive
  (arrived at time zone 'Europe/Berlin') at time zone 'UTC' as delivered_at,
  null as carrier,
  items,
  cents as gmv_minor,
  'EUR' as currency,
  changed at time zone 'Europe/Berlin' as Updated_At
from _b_orders; -- a closing remark
