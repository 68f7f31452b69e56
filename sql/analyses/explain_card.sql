-- One row per programme and metric of the sellers asked for, with the scorecard it belongs to.
SELECT
    m.seller_id, m.programme, s.policy_version, s.name, s.home_region, s.tier, s.tier_because, s.held_back_by,
        s.held_back_fault,
    s.held_back_counted, s.held_back_allowed, s.next_tier, s.orders_to_next_tier, s.orders, s.orders_needed,
    m.metric, m.unit, m.window_days, m.met, m.fault, m.forgiven, m.excluded, m.pending, m.counted,
        m.counted_needed,
    m.orders_window_days, m.accountable_rate, m.raw_rate, m.verdict, m.at_most, m.allowed, m.because,
    m.fault_buyers, m.buyers_from, m.fault_days, m.days_from, m.bound_said, m.alert_at_most, m.alert_said,
        m.alert_allowed, m.alert_exceeded
FROM {{ ref('seller_metrics') }} AS m
JOIN {{ ref('scorecards') }} AS s ON s.seller_id = m.seller_id AND s.programme = m.programme
WHERE m.seller_id IN {{ in_list(sellers) }}
ORDER BY m.seller_id, m.programme, m.metric
