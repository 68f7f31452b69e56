-- Not as described: the buyer opened a case of this kind, however it ended.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- excluded: cancelled
cancelled_by IN ('buyer', 'platform') AND {{ by_final_day('cancelled_at') }}

-- fault: not_as_described
{{ by_final_day('not_as_described_at') }}
