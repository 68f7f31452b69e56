-- One row per region and row of re_registrations that its team reads: of sellers at home.
{{ of_sellers_at_home('re_registrations', 'd.seller_id, d.other_seller_id, d.action_id') }}
