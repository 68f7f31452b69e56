import {
  type Changes,
  casesOf,
  exemption,
  landedOutcome,
  NIGHT,
  type OutcomeCase,
  OWN_METRIC,
  sellerOf,
} from '../../metrics/case.js';

const one = casesOf(OWN_METRIC);

const exempted: readonly [string, Changes, boolean][] = [
  ['of the seller', {}, true],
  ['in its region', { region: 'GB' }, true],
  ['in another region', { region: 'NZ' }, false],
  ['for a carrier', { carrier: 'Parcelline' }, false],
  ['until the very day', { valid_to: '2026-11-04' }, true],
  ['until the day before', { valid_to: '2026-11-03' }, false],
  ['from the very day', { valid_from: '2026-11-04' }, true],
  ['from the day after', { valid_from: '2026-11-05' }, false],
];

/** A metric that the business measures itself: rows of the dataset outcomes, final five days after their cohort day. */
export const ownMetrics: OutcomeCase[] = [
  one({
    name: 'A landed fault is a fault, for the reason that landed with it',
    id: 'ow-fault',
    landed: { outcomes: [landedOutcome('ow-fault')] },
    outcome: 'fault',
    reason: 'crushed',
    day: '2026-11-04',
  }),
  one({
    name: 'A landed fault that gives no reason is a fault by that word',
    id: 'ow-unsaid',
    landed: { outcomes: [landedOutcome('ow-unsaid', { reason: null })] },
    outcome: 'fault',
    reason: 'fault',
  }),
  one({
    name: 'What landed as met is met',
    id: 'ow-met',
    landed: { outcomes: [landedOutcome('ow-met', { outcome: 'met', reason: null })] },
    outcome: 'met',
  }),
  one({
    name: 'What landed as left out is left out at once',
    id: 'ow-excluded',
    landed: { outcomes: [landedOutcome('ow-excluded', { outcome: 'excluded', reason: 'no_photo', cohort_day: NIGHT })] },
    outcome: 'excluded',
    reason: 'no_photo',
    day: NIGHT,
  }),
  one({
    name: 'A fault of four days ago is pending',
    id: 'ow-pending',
    landed: { outcomes: [landedOutcome('ow-pending', { cohort_day: '2026-11-16', dt: '2026-11-16' })] },
    outcome: 'pending',
  }),
  one({
    name: 'A fault of five days ago is final',
    id: 'ow-final',
    landed: { outcomes: [landedOutcome('ow-final', { cohort_day: '2026-11-15', dt: '2026-11-16' })] },
    outcome: 'fault',
    reason: 'crushed',
  }),
  one({
    name: 'The newest version of an outcome counts',
    id: 'ow-corrected',
    landed: {
      outcomes: [
        landedOutcome('ow-corrected'),
        landedOutcome('ow-corrected', { outcome: 'met', reason: null, dt: '2026-11-12', updated_at: '2026-11-12T09:00:00Z' }),
      ],
    },
    outcome: 'met',
  }),
  one({
    name: 'An outcome of a day to come is not there yet',
    id: 'ow-ahead',
    landed: { outcomes: [landedOutcome('ow-ahead', { cohort_day: '2026-11-21', dt: NIGHT })] },
    outcome: 'no_row',
  }),
  one({
    name: 'An outcome of a metric that nobody declared is not judged',
    id: 'ow-undeclared',
    landed: { outcomes: [landedOutcome('ow-undeclared', { metric: 'nobody_declared_this' })] },
    outcome: 'no_row',
  }),
  one({
    name: 'Where policy waits twenty days, a fault of sixteen days ago is pending',
    id: 'ow-twenty-days',
    landed: { outcomes: [landedOutcome('ow-twenty-days')] },
    settings: { [OWN_METRIC]: { maturation_days: 20 } },
    outcome: 'pending',
  }),
  ...exempted.map(([told, changes, forgives], nth) =>
    one({
      name: `An exemption of every metric ${told} ${forgives ? 'forgives' : 'does not forgive'} a landed fault`,
      id: `ow-exempt-${nth}`,
      landed: {
        outcomes: [landedOutcome(`ow-exempt-${nth}`)],
        exemptions: [exemption(`ow-exempt-${nth}`, { metrics: 'all', seller_id: sellerOf(`ow-exempt-${nth}`), ...changes })],
      },
      outcome: forgives ? 'forgiven' : 'fault',
      reason: forgives ? 'carrier_incident' : 'crushed',
    }),
  ),
  one({
    name: 'An exemption of what is judged reaches a landed fault by its subject',
    id: 'ow-exempt-subject',
    landed: {
      outcomes: [landedOutcome('ow-exempt-subject')],
      exemptions: [exemption('ow-exempt-subject', { metrics: 'all', order_id: 'ow-exempt-subject', reason: 'dispute_upheld' })],
    },
    outcome: 'forgiven',
    reason: 'dispute_upheld',
  }),
  one({
    name: 'An exemption leaves what landed as met met',
    id: 'ow-exempt-met',
    landed: {
      outcomes: [landedOutcome('ow-exempt-met', { outcome: 'met', reason: null })],
      exemptions: [exemption('ow-exempt-met', { metrics: 'all', seller_id: sellerOf('ow-exempt-met') })],
    },
    outcome: 'met',
  }),
];
