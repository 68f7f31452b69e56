-- One row per region and row of tier_gates that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('tier_gates', 'd.seller_id, d.programme, d.tier, d.gate') }}
