-- One row per order of a single seller that was reviewed: its first review. Where several sellers share an order, nobody can
-- say whom the stars mean, so such reviews stay out.
with of_one_seller as (
  select order_id, min(seller_id) as seller_id
  from _seller_orders
  group by order_id
  having count(*) = 1
),
reviews as (
  select
    * replace (review_creation_date::timestamp as review_creation_date),
    -- Olist's review ids may serve several orders; the contract's serve one
    case when count(*) over (partition by review_id) > 1 then review_id || '-' || order_id else review_id end as own_id,
    row_number() over (partition by order_id order by review_creation_date, review_id) as place
  from source.order_reviews
  -- 17 reviews bear no date: no night could say whether it knew them
  where review_creation_date is not null
)
select
  r.own_id as review_id,
  o.seller_id,
  r.order_id,
  r.review_score::integer as rating,
  r.review_creation_date at time zone 'America/Sao_Paulo' as created_at,
  r.review_creation_date at time zone 'America/Sao_Paulo' as updated_at,
  ((r.review_creation_date at time zone 'America/Sao_Paulo') at time zone 'America/Sao_Paulo')::date as landed_on
from reviews r
join of_one_seller o using (order_id)
where r.place = 1
