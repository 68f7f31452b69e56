-- One row per region and row of decision_records that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('decision_records', 'd.status, d.seller_id, d.decision_id') }}
