-- One row per region and row of proposed_incidents that its team reads: of the region itself.
{{ of_region('proposed_incidents', 'd.incident_id') }}
