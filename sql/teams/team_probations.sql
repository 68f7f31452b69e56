-- One row per region and row of probations that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('probations', 'd.seller_id, d.programme') }}
