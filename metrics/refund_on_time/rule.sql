-- Late refund: the money for a returned order went back too late, or not at all. The first return of the
-- order counts. In business time `refund_due_at` is when it was due (sql/outcomes/business_deadlines.sql, by
-- setting.calendar).

-- population
{{ has_happened('return_requested_at') }}

-- cohort day
{{ day_of('return_requested_at') }}

-- final day
{% if setting.on != 'every_day' %}
{{ later_of(days_after('refund_on_time_day', setting.maturation_days), day_of('refund_due_at')) }}
{% endif %}

-- fault: not_refunded
NOT {{ by_final_day('refunded_at') }}

-- fault: refunded_late
{% if setting.on == 'every_day' %}
refunded_at > return_requested_at + INTERVAL '{{ setting.days }}' DAY
{% else %}
refunded_at > refund_due_at
{% endif %}
