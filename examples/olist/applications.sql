-- only with: qualified_leads, closed_deals
-- One row per version of an application: as a lead first made contact, and as its deal was won. Who won is no seller
-- of the other files until it sells. The region of a seller is known of those that sold; all clocks are one. One deal was
-- won before its lead made contact: its version is of that moment.
with versions as (
  select mql_id, origin, first_contact_date, null as won_date, null as seller_id, first_contact_date::timestamp as changed
  from source.qualified_leads
  union all
  select mql_id, origin, first_contact_date, won_date, seller_id, greatest(won_date, first_contact_date::timestamp)
  from source.qualified_leads
  join source.closed_deals using (mql_id)
)
select
  v.mql_id as applicant_id,
  v.seller_id,
  s.seller_state as region,
  v.origin as channel,
  v.first_contact_date::timestamp at time zone 'America/Sao_Paulo' as submitted_at,
  case when v.won_date is null then 'submitted' else 'approved' end as status,
  v.won_date at time zone 'America/Sao_Paulo' as decided_at,
  v.changed at time zone 'America/Sao_Paulo' as updated_at,
  v.changed::date as landed_on
from versions v
left join source.sellers s on s.seller_id = v.seller_id
