-- One row per region and row of seller_categories that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('seller_categories', 'd.seller_id, d.programme') }}
