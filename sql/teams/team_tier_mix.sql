-- One row per region and row of tier_mix that its team reads: of the region itself.
{{ of_region('tier_mix', 'd.region, d.programme, d.tier') }}
