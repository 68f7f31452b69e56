-- Slow response: a buyer who wrote to a person had no answer, or a late one.

-- population
opened_at IS NOT NULL

-- cohort day
opened_day

-- fault: missing
NOT {{ by_final_day('first_reply_at') }}

-- fault: late
first_reply_at > opened_at + INTERVAL '{{ setting.hours }}' HOUR
