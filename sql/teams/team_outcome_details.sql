-- One row per region and row of outcome_details that its team reads: of sellers at home, else of the region.
{{ of_home_and_region('outcome_details', 'd.seller_id, d.programme, d.metric, d.subject_id') }}
