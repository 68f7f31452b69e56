-- Contact rate: the buyer had to write to a person about the order.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- excluded: cancelled
cancelled_by IN ('buyer', 'platform') AND {{ by_final_day('cancelled_at') }}

-- fault: contacted
{{ by_final_day('contacted_at') }}
