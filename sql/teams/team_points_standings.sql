-- One row per region and row of points_standings that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('points_standings', 'd.seller_id, d.programme') }}
