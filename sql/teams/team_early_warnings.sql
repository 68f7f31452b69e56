-- One row per region and row of early_warnings that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('early_warnings', 'd.seller_id, d.programme, d.metric') }}
