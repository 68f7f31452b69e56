-- One row per region and row of seller_metrics that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('seller_metrics', 'd.seller_id, d.programme, d.metric') }}
