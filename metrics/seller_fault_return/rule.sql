-- Seller-fault return: the buyer sent it back, and the seller answers for that.

-- population
{{ has_happened('delivered_at') }}

-- cohort day
delivered_day

-- fault: seller_responsible
{{ by_final_day('returned_at') }}
