-- One row per region and row of scorecards that its team reads: of sellers at home or selling there.
{{ of_whoever_sells_here('scorecards', 'd.seller_id, d.programme') }}
