-- One row per region and row of seller_regions that its team reads: the region's own rows.
{{ of_region('seller_regions', 'd.seller_id, d.programme') }}
