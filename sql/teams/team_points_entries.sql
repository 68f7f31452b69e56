-- One row per region and row of points_entries that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('points_entries', 'd.seller_id, d.programme, d.entry_id') }}
