-- One row per region and row of restatements that its team reads: of sellers at home, else of the region.
{{ of_home_and_region('restatements', 'd.seller_id, d.metric, d.subject_id') }}
