-- One row per seller, who lands, and joins, with the first order. Names and addresses are made up: Olist has none.
select
  s.seller_id,
  'Seller ' || left(s.seller_id, 8) as name,
  s.seller_id || '@sellers.example' as email,
  'pt-BR' as locale,
  s.seller_state as home_region,
  (min(o.placed_at) at time zone 'America/Sao_Paulo')::date as joined_on,
  'active' as status,
  min(o.placed_at) as updated_at,
  (min(o.placed_at) at time zone 'America/Sao_Paulo')::date as landed_on
from source.sellers s
join _seller_orders using (seller_id)
join _order_moments o using (order_id)
group by s.seller_id, s.seller_state
