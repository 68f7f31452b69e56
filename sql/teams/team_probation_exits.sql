-- One row per region and row of probation_exits that its team reads: of sellers at home in the region.
{{ of_sellers_at_home('probation_exits', 'd.seller_id, d.programme, d.place, d.ask, d.metric') }}
