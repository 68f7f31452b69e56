-- One row per region and row of region_kpis that its team reads: of the region itself.
{{ of_region('region_kpis', 'd.region, d.window_days') }}
