-- One row per region and row of standings that its team reads: of sellers at home or selling there.
{{ of_whoever_sells_here('standings', 'd.seller_id, d.programme') }}
