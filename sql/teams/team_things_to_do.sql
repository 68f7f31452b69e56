-- One row per region and row of things_to_do that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('things_to_do', 'd.seller_id, d.programme, d.metric, d.kind') }}
