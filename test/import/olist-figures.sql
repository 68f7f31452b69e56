-- One row: what the landing of Olist holds, and the figures that others have published from the same data.
with landed as (
  select *, (updated_at at time zone 'UTC' at time zone 'America/Sao_Paulo')::date as updated_day
  from read_parquet('LANDING/orders/*/*.parquet', hive_partitioning = true)
),
newest as (
  select *, (delivered_at at time zone 'UTC' at time zone 'America/Sao_Paulo')::date > deliver_by as is_late
  from landed
  qualify row_number() over (partition by seller_id, order_id order by updated_at desc) = 1
),
delivered as (
  select order_id, bool_or(is_late) as is_late from newest where delivered_at is not null group by order_id
)
select
  (select count(*) from landed) as versions,
  (select count(distinct (seller_id, order_id, updated_at)) from landed) as distinct_versions,
  (select count(*) from landed where dt <> updated_day) as landed_on_another_day,
  (select count(*) from landed where updated_at < placed_at or greatest(first_scan_at, delivered_at, cancelled_at) > updated_at) as knowing_the_future,
  (select count(*) from newest) as seller_orders,
  (select count(distinct order_id) from newest) as orders,
  (select sum(items)::bigint from newest) as items,
  (select sum(gmv_minor)::bigint from newest) as gmv_minor,
  (select count(distinct region) from newest) as regions,
  (select count(*) from newest where first_scan_at is not null) as dispatched,
  (select count(*) from newest where first_scan_at > ship_by) as dispatched_late,
  (select count(*) from delivered) as delivered,
  (select count(*) from delivered where is_late) as delivered_late,
  (select count(distinct order_id) from newest where cancelled_at is not null) as cancelled,
  (select count(*) from newest where cancelled_at is not null and cancelled_by <> 'unknown') as cancelled_by_somebody,
  (select count(*) from read_parquet('LANDING/sellers/*/*.parquet')) as sellers,
  (select count(distinct review_id) from read_parquet('LANDING/reviews/*/*.parquet')) as reviews,
  (select count(distinct order_id) from read_parquet('LANDING/reviews/*/*.parquet')) as reviewed_orders,
  (select count(distinct order_id) from read_parquet('LANDING/exemptions/*/*.parquet')) as exempted_orders
