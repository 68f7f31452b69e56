-- One row per region and row of reason_counts that its team reads: of the region itself.
{{ of_region('reason_counts', 'd.region, d.metric, d.outcome, d.reason, d.window_days') }}
