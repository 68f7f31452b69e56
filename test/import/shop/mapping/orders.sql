select
  changed::date as landed_on,
  no as order_id,
  shop as seller_id,
  land as region,
  'seller' as fulfilment,
  bought::timestamp at time zone 'Europe/Berlin' as placed_at,
  send_until::timestamp at time zone 'Europe/Berlin' as ship_by,
  promised::date as deliver_by,
  handed_over::timestamp at time zone 'Europe/Berlin' as first_scan_at,
  -- already in UTC, and naive
  (arrived::timestamp at time zone 'Europe/Berlin') at time zone 'UTC' as delivered_at,
  null as carrier,
  items,
  cents as gmv_minor,
  'EUR' as currency,
  changed::timestamp at time zone 'Europe/Berlin' as Updated_At
from _b_orders; -- a closing remark
