-- One row per region and row of leads_looked_for that its team reads: of the region itself.
{{ of_region('leads_looked_for', 'd.lead, d.region') }}
