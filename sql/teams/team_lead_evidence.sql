-- One row per region and row of lead_evidence that its team reads: of sellers at home, and of others what
-- is of the region.
{{ of_home_and_region('lead_evidence', 'd.lead, d.seller_id, d.order_id') }}
