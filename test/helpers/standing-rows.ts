import type { MetricStandingRow, StandingRow } from '../../wording/standing.js';

/** A seller who holds Good standing since the evaluation of 16 November 2026. */
export const standing = (seller_id: string, more: Partial<StandingRow> = {}): StandingRow => ({
  ...{ seller_id, programme: 'eu-seller-standards', policy_version: '1.1', official_tier: 'good', since: '2026-11-16' },
  ...{ because: 'first_evaluation', because_metric: null, evaluated_on: '2026-11-16', due_on: '2026-11-16' },
  ...{ next_evaluation_on: '2026-11-23', tier_before: null, projected_tier: 'good', projected_because: 'kept' },
  ...{ proposed_tier: 'at_risk', notices: 1 },
  ...more,
});

export const NO_NOTICE = {
  ...{ notice_on: null, notice_tier: null, notice_at_most: null, fresh_until: null, settled_from: null, lapses_after: null },
  ...{ fresh_counted: null, fresh_fault: null, fresh_left: null, fresh_allowed: null, once_in_years: null },
} as const;

/** A notice given on 16 November: without the worst day, 8 of 58 where luck explains up to 5. */
export const noticed = (seller_id: string, metric: string, more: Partial<MetricStandingRow> = {}): MetricStandingRow => ({
  ...{ seller_id, programme: 'eu-seller-standards', metric, held_tier: 'good', at_most: 0.04, verdict: 'notice' },
  ...{ official_verdict: 'notice', counted: 60, fault: 10, fault_days: 8, worst_day: '2026-11-11', worst_day_fault: 2 },
  ...{ fault_left: 8, counted_left: 58, beyond_luck: 6, is_beyond_luck: true, once_in_years: 100, to_a_person: false },
  ...{ notice_on: '2026-11-16', notice_tier: 'good', notice_at_most: 0.04, fresh_until: '2026-12-14' },
  ...{ settled_from: '2026-12-16', lapses_after: '2027-02-10', fresh_counted: 0, fresh_fault: 0, fresh_left: 0 },
  ...{ fresh_allowed: 2, counts_after: null },
  ...more,
});
