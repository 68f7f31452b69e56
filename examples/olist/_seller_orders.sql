-- One row per Olist order and seller: that seller's items in the order, which are what the seller ships.
-- Orders without items have no seller and so no row.
select
  i.order_id,
  i.seller_id,
  count(*) as items,
  -- prices are doubles in reais: each is rounded to centavos before it is added
  sum(round(i.price::double * 100)::bigint)::bigint as gmv_minor,
  min(i.shipping_limit_date::timestamp) at time zone 'America/Sao_Paulo' as ship_by,
  -- of the dearest item; of equally dear ones the first in the basket
  arg_min(struct_pack(category := p.product_category_name), struct_pack(cheapness := -i.price::double, place := i.order_item_id::integer)).category as category
from source.order_items i
left join source.products p using (product_id)
group by i.order_id, i.seller_id
