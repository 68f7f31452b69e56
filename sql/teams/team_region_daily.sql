-- One row per region and row of region_daily that its team reads: of the region itself.
{{ of_region('region_daily', 'd.region, d.metric, d.day') }}
