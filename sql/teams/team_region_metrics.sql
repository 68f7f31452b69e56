-- One row per region and row of region_metrics that its team reads: of the region itself.
{{ of_region('region_metrics', 'd.region, d.metric, d.window_days') }}
