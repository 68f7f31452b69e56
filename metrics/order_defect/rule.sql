-- Order defect: any of the metrics named as its parts is a fault on the order; counted once.
-- A part is seen up to the earlier of its own final day and the defect's.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- excluded: cancelled
cancelled_by IN ('buyer', 'platform') AND {{ by_final_day('cancelled_at') }}

-- parts
{{ setting.parts }}
