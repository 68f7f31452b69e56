-- Not received: the buyer opened a case of this kind, however it ended.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- excluded: cancelled
cancelled_by IN ('buyer', 'platform') AND {{ by_final_day('cancelled_at') }}

-- fault: not_received
{{ by_final_day('not_received_at') }}
