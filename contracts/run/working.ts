/**
 * Datasets that a night needs while it computes, and nobody after it: neither readers, nor analyses, nor the next night. They lie
 * below `work/` and may be forgotten in days. A test asks the SQL, the readers and the analyses whether that is so.
 */
export const WORKING: readonly string[] = [
  ...['conversations', 'event_news', 'exemption_candidates', 'exemptions', 'judged_before', 'landed_outcomes'],
  ...[
    'appeals',
    'business_deadlines',
    'decided_records',
    'decisions',
    'held_tiers',
    'landing_figures',
    'lane_days',
    'metric_verdicts',
    'references_judged',
  ],
  ...[
    'order_events',
    'orders',
    'orders_to_judge',
    'orphans',
    'probation_days',
    'region_first_days',
    'region_outcomes',
    'score_curves',
    'seller_counts',
    'seller_days',
    'seller_periods',
    'lane_periods',
    'seller_teams',
    'stretched',
    ...['applications', 'applicant_days', 'application_steps', 'verifications'],
    'recent_orders',
    'brushing_evidence',
    'reused_tracking_evidence',
    'scan_before_order_evidence',
    'late_masking_evidence',
    'unusual_lane_days',
  ],
];
