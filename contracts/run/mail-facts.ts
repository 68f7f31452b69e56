/**
 * Datasets of a run that the mails of sellers are made of. The role of who sends them reads these and no others, and a test asks a run that
 * has all of them which are read.
 */
export const READ_BY_SELLERS_MAILS = [
  ...[
    'sellers',
    'scorecards',
    'seller_metrics',
    'mail_orders',
    'outcome_details',
    'tier_changes',
    'things_to_do',
    'seller_weeks',
  ],
  ...['standings', 'metric_standings', 'evaluations', 'decision_records', 'early_warnings', 'next_tiers'],
  ...['points_standings', 'scores', 'score_parts', 'tier_gates', 'probations', 'probation_exits'],
] as const;
