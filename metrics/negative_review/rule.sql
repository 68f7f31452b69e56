-- Negative review: the first review of the order, as first landed, is a poor one.

-- population
{{ has_happened('delivered_at') }}

-- cohort day
delivered_day

-- forgiven: logistics_review
rating <= {{ setting.stars_at_most }} AND {{ by_final_day('reviewed_at') }}
    AND about = 'logistics' AND milestone_at <= ship_by AND {{ by_final_day('milestone_at') }}

-- fault: stars_1
rating = 1 AND {{ by_final_day('reviewed_at') }}

-- fault: stars_2
rating = 2 AND {{ setting.stars_at_most }} >= 2 AND {{ by_final_day('reviewed_at') }}

-- fault: stars_3
rating = 3 AND {{ setting.stars_at_most }} >= 3 AND {{ by_final_day('reviewed_at') }}
