-- One row per region and row of reliefs that its team reads: of sellers at home, else of the region.
{{ of_home_and_region('reliefs', 'd.seller_id, d.programme, d.metric, d.order_id') }}
