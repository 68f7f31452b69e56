-- One row per region and row of next_tiers that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('next_tiers', 'd.seller_id, d.programme, d.metric') }}
