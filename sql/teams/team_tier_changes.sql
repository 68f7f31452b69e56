-- One row per region and row of tier_changes that its team reads: of sellers at home or selling there.
{{ of_whoever_sells_here('tier_changes', 'd.seller_id, d.programme') }}
