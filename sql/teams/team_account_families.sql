-- One row per region and row of account_families that its team reads: of sellers at home.
{{ of_sellers_at_home('account_families', 'd.seller_id') }}
