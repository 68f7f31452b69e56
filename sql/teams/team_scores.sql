-- One row per region and row of scores that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('scores', 'd.seller_id, d.programme') }}
