-- One row per region and row of region_movers that its team reads: of the region itself.
{{ of_region('region_movers', 'd.region, d.metric, d.window_days, d.dimension, d.place') }}
