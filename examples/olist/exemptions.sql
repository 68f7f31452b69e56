-- One row per order of several sellers, which protects all of them from late dispatch: the order has one carrier date, so
-- one slow seller would make all of them late. It lands with the first version of the order.
select
  'shared-dispatch-' || o.order_id as exemption_id,
  'late_dispatch' as metrics,
  o.order_id,
  'shared_dispatch' as reason,
  'olist-mapping' as decided_by,
  o.placed_at as decided_at,
  o.placed_at as updated_at,
  (o.placed_at at time zone 'America/Sao_Paulo')::date as landed_on
from _order_moments o
where o.order_id in (select order_id from _seller_orders group by order_id having count(*) > 1)
