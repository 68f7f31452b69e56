-- Late delivery: the parcel came after the promised moment, or never. A scan in time makes it the carrier's
-- delay.

-- population
deliver_by IS NOT NULL

-- cohort day
deliver_by_day

-- excluded: platform_fulfilled
{% if setting.platform_fulfilled == 'left_out' %}fulfilment = 'platform'{% endif %}

-- excluded: cancelled
{{ by_final_day('cancelled_at') }}

-- excluded: untracked
{% if setting.untracked == 'left_out' %}NOT has_tracking{% endif %}

-- met
{% if setting.platform_fulfilled == 'counts_as_met' %}fulfilment = 'platform'{% endif %}

-- met
delivered_at <= deliver_by

-- forgiven: carrier_delay
first_scan_at <= ship_by AND {{ by_final_day('first_scan_at') }} AND {{ where_region('on_time_scan_saves') }}

-- fault: missing
NOT {{ by_final_day('delivered_at') }}

-- fault: late
delivered_at > deliver_by
