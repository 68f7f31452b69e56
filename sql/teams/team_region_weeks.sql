-- One row per region and row of region_weeks that its team reads: of the region itself.
{{ of_region('region_weeks', 'd.region, d.kind, d.number, d.first_day') }}
