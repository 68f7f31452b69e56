-- Unresolved case: a case that went against the seller; or, where policy says so, any case that was opened.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- excluded: cancelled
cancelled_by IN ('buyer', 'platform') AND {{ by_final_day('cancelled_at') }}

-- fault: decided_against_seller
{% if setting.cases == 'found_against' and setting.resolved_by_seller == 'left_out' %}
{{ by_final_day('case_closed_at') }}
{% elif setting.cases == 'found_against' %}
{{ by_final_day('case_lost_at') }}
{% endif %}

-- fault: case_opened
{% if setting.cases == 'opened' and setting.resolved_by_seller == 'left_out' %}
{{ by_final_day('case_unsolved_at') }}
{% elif setting.cases == 'opened' %}
{{ by_final_day('case_opened_at') }}
{% endif %}
