select
  id as seller_id,
  called as name,
  mail as email,
  'DE' as home_region,
  since as joined_on,
  'active' as status,
  since::timestamp as updated_at,
  since::date as landed_on
from source.shops
