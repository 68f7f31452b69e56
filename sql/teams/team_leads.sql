-- One row per region and row of leads that its team reads: of sellers at home, and of others what is of the
-- region.
{{ of_home_and_region('leads', 'd.lead_id') }}
