-- Slow response: a buyer who wrote to a person had no answer, or a late one. In business time
-- `reply_due_at` is when the answer was due (sql/outcomes/business_deadlines.sql, by setting.calendar), and
-- nothing is final before that day is over.

-- population
opened_at IS NOT NULL

-- cohort day
opened_day

-- final day
{% if setting.on != 'every_day' %}
{{ later_of(days_after('opened_day', setting.maturation_days), day_of('reply_due_at')) }}
{% endif %}

-- fault: missing
NOT {{ by_final_day('first_reply_at') }}

-- fault: late
{% if setting.on == 'every_day' %}
first_reply_at > opened_at + INTERVAL '{{ setting.hours }}' HOUR
{% else %}
first_reply_at > reply_due_at
{% endif %}
