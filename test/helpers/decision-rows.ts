import type { DecisionRow } from '../../wording/decision.js';
import type { EarlyWarningRow } from '../../wording/early-warning.js';
import type { ToDecide } from '../../wording/for-persons.js';

/** A loss of Good standing that the evaluation of 2 November proposes; it waits for a person unless said. */
export const proposed = (seller_id: string, more: Partial<DecisionRow> = {}): DecisionRow => ({
  ...{ decision_id: `eu-seller-standards:2026-11-02:${seller_id}`, seller_id, programme: 'eu-seller-standards' },
  ...{ policy_version: '1.1', evaluated_on: '2026-11-02', due_on: '2026-11-02', tier_before: 'good', since_before: '2026-09-28' },
  ...{ tier_after: 'at_risk', direction: 'down', because: 'confirmed', because_metric: 'late_dispatch' },
  ...{ notice_on: '2026-09-28', at_most: 0.04, counted: 90, fault: 30, fresh_counted: 84, fresh_fault: 28, fresh_left: 27 },
  ...{ gate: null, gate_value: null, gate_needed: null, effect: null, needs_approval: true, status: 'proposed' },
  ...{ decided: 'not_yet', decided_by: null, decided_at: null, reason: null, effective_on: null, given_back_on: null },
  ...{ contest_days: 184, contest_until: null, contest_address: 'appeals@marketplace.example', contest_url: null },
  ...{ appeal_id: null, appealed_at: null, appeal_outcome: null, appeal_decided_by: null, appeal_decided_at: null },
  ...{ appeal_reason: null },
  ...more,
});

export const warned = (seller_id: string, metric: string): EarlyWarningRow => ({
  ...{ seller_id, programme: 'eu-seller-standards', metric, at_most: 0.04, score: 5.4, warns_at: 5 },
  ...{ warned_since: '2026-11-13', rises_since: '2026-11-03', counted: 70, fault: 9 },
});

/** Two changes that wait, a rule often overturned, and days of a carrier to France. */
export const TO_DECIDE: ToDecide = {
  records: [proposed('S-0001'), proposed('S-0002', { evaluated_on: '2026-11-09' }), proposed('S-0003', { status: 'in_effect' })],
  figures: [
    {
      ...{ programme: 'eu-seller-standards', kind: 'rule', name: 'late_dispatch', changes: 9, waiting: 2, approved: 6 },
      ...{ departed: 1, appeals: 6, appeals_decided: 6, overturned: 4, overturned_share: 4 / 6, hours_to_decide: 10 },
      propose_pause: true,
    },
  ],
  incidents: [
    {
      ...{ incident_id: 'late_dispatch:FR:Colis Vif:2026-10-26', metric: 'late_dispatch', region: 'FR', carrier: 'Colis Vif' },
      ...{ first_day: '2026-10-26', last_day: '2026-10-27', unusual_days: 2, covered_days: 0, parcels: 122, late: 67 },
      ...{ at_fault: 67, usual_share: 0.043, sellers: 27, most_of_one_seller: 9, status: 'proposed' },
    },
  ],
};
