-- One row per Olist order and moment at which something about it became known.
-- A moment before the purchase (166 orders were with the carrier before they were bought) is known with the purchase.
select distinct
  o.order_id,
  greatest(m.happened_at, o.placed_at) as updated_at
from _order_moments o
cross join lateral (
  select unnest([o.placed_at, o.approved_at, o.first_scan_at, o.delivered_at]) as happened_at
) m
where m.happened_at is not null
