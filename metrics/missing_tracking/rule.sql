-- Missing tracking: a shipped order without a tracking number, or one that no carrier ever scanned.

-- population
{{ has_happened('milestone_at') }}

-- cohort day
milestone_day

-- excluded: platform_fulfilled
{% if setting.platform_fulfilled == 'left_out' %}fulfilment = 'platform'{% endif %}

-- met
{% if setting.platform_fulfilled == 'counts_as_met' %}fulfilment = 'platform'{% endif %}

-- fault: no_number
NOT has_tracking

-- fault: no_scan
NOT {{ by_final_day('first_scan_at') }}
