-- One row per region and row of region_faults that its team reads: of the region itself.
{{ of_region('region_faults', 'd.metric, d.region, d.cohort_day, d.seller_id, d.subject_id') }}
