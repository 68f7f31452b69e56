-- One row per region and row of account_links that its team reads: of sellers at home, whoever they are
-- linked with.
{{ of_sellers_at_home('account_links', 'd.seller_id, d.other_seller_id, d.kind') }}
