-- Late refund: the money for a returned order went back too late, or not at all. The first return of the
-- order counts.

-- population
{{ has_happened('return_requested_at') }}

-- cohort day
{{ day_of('return_requested_at') }}

-- fault: not_refunded
NOT {{ by_final_day('refunded_at') }}

-- fault: refunded_late
refunded_at > return_requested_at + INTERVAL '{{ setting.days }}' DAY
