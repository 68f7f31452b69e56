-- Seller cancellation: the seller, or the system for want of a seller's action, cancelled the order.

-- population
placed_at IS NOT NULL

-- cohort day
placed_day

-- final day
{% if setting.final_day == 'after_ship_by' %}
{{ later_of(
    days_after('placed_day', setting.maturation_days),
    days_after('ship_by_day', setting.days_after_ship_by)
) }}
{% else %}
{{ days_after('placed_day', setting.maturation_days) }}
{% endif %}

-- excluded: platform_cancelled
cancelled_by = 'platform' AND {{ by_final_day('cancelled_at') }}

-- excluded: unattributed
(cancelled_by IS NULL OR cancelled_by = 'unknown') AND {{ by_final_day('cancelled_at') }}

-- fault: cancelled_by_seller
cancelled_by = 'seller' AND {{ by_final_day('cancelled_at') }}

-- fault: cancelled_by_system
cancelled_by = 'system' AND {{ by_final_day('cancelled_at') }}
