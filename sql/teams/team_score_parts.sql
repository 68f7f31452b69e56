-- One row per region and row of score_parts that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('score_parts', 'd.seller_id, d.programme, d.dimension, d.metric') }}
