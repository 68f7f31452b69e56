-- One row per region and row of metric_standings that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('metric_standings', 'd.seller_id, d.programme, d.metric') }}
