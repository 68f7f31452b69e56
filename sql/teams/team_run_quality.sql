-- One row per region and row of run_quality that its team reads: of the region itself.
{{ of_region('run_quality', 'd.dataset, d.region') }}
