-- One row per region and row of landing_drift that its team reads: of the region itself.
{{ of_region('landing_drift', 'd.dataset, d.region, d.measure, d.column_name, d.category') }}
