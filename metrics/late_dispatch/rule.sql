-- Late dispatch: the parcel was not handed over by the moment that was promised.

-- population
ship_by IS NOT NULL

-- cohort day
ship_by_day

-- excluded: platform_fulfilled
{% if setting.platform_fulfilled == 'left_out' %}fulfilment = 'platform'{% endif %}

-- excluded: cancelled_before_due
cancelled_at < ship_by AND {{ has_happened('cancelled_at') }}

-- met
{% if setting.platform_fulfilled == 'counts_as_met' %}fulfilment = 'platform'{% endif %}

-- fault: missing
NOT {{ by_final_day('milestone_at') }}

-- fault: late
milestone_at > ship_by
