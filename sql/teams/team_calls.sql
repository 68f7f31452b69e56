-- One row per region and row of calls that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('calls', 'd.seller_id, d.programme') }}
