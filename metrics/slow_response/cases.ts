import { casesOf, conversation, exemption, exemptionCases, is, NIGHT, type OutcomeCase, sellerOf } from '../case.js';

const one = (
  name: string,
  id: string,
  changes: Parameters<typeof conversation>[1],
  outcome: string,
  reason: string | null = null,
  day?: string,
) => ({
  name,
  run_date: NIGHT,
  landed: { conversations: [conversation(id, changes)] },
  expect: [is(id, 'slow_response', outcome as 'met', reason, day)],
});

const unanswered = { first_reply_at: null };

const exempted = (
  name: string,
  id: string,
  changes: Parameters<typeof exemption>[1],
  outcome: string,
  reason: string,
): OutcomeCase => ({
  name,
  run_date: NIGHT,
  landed: {
    conversations: [conversation(id, unanswered)],
    exemptions: [exemption(id, { metrics: ['slow_response'], seller_id: sellerOf(id), reason: 'declared_closure', ...changes })],
  },
  expect: [is(id, 'slow_response', outcome as 'met', reason)],
});

const asked = casesOf('slow_response');
const asked24 = (first_reply_at: string | null) => (id: string) => ({ conversations: [conversation(id, { first_reply_at })] });
const afterThirtyHours = asked24('2026-11-17T16:00:00Z');
const twoDays = { slow_response: { hours: 48, maturation_days: 2 } } as const;

export const cases: OutcomeCase[] = [
  one('A question answered within the hour is met, on the day it was asked', 'sr-hour', {}, 'met', null, '2026-11-16'),
  one('A question answered after exactly 24 hours is met', 'sr-exact', { first_reply_at: '2026-11-17T10:00:00Z' }, 'met'),
  one(
    'A question answered after 24 hours and a second is late',
    'sr-second',
    { first_reply_at: '2026-11-17T10:00:01Z' },
    'fault',
    'late',
  ),
  one('A question never answered is missing its answer', 'sr-never', unanswered, 'fault', 'missing'),
  one(
    'A question answered after the day that followed is missing its answer',
    'sr-after-final',
    { first_reply_at: '2026-11-18T00:00:00Z' },
    'fault',
    'missing',
  ),
  one('What the seller asks first is not counted', 'sr-by-seller', { opened_by: 'seller', ...unanswered }, 'no_row'),
  one('What the platform asks first is not counted', 'sr-by-platform', { opened_by: 'platform', ...unanswered }, 'no_row'),
  one('A talk with a bot is not counted', 'sr-bot', { kind: 'bot', ...unanswered }, 'no_row'),
  one('Spam is not counted', 'sr-spam', { kind: 'spam', ...unanswered }, 'no_row'),
  one(
    'A question of the run date is pending',
    'sr-today',
    { ...unanswered, opened_at: '2026-11-20T00:00:00Z', dt: '2026-11-20' },
    'pending',
    null,
    '2026-11-20',
  ),
  one(
    'A question of the day before the run date is final',
    'sr-yesterday',
    { ...unanswered, opened_at: '2026-11-19T23:59:59Z', dt: '2026-11-20' },
    'fault',
    'missing',
    '2026-11-19',
  ),
  one(
    'A question opened after the run date has not been asked yet',
    'sr-tomorrow',
    { ...unanswered, opened_at: '2026-11-21T00:00:00Z', dt: '2026-11-20' },
    'no_row',
  ),
  exempted(
    'A closure declared for that day forgives a missing answer',
    'sr-closure',
    { valid_from: '2026-11-16', valid_to: '2026-11-16' },
    'forgiven',
    'declared_closure',
  ),
  exempted('A closure that ended the day before does not', 'sr-reopened', { valid_to: '2026-11-15' }, 'fault', 'missing'),
  exempted(
    'An exemption for one carrier’s parcels does not reach a conversation',
    'sr-carrier',
    { carrier: 'Parcelline' },
    'fault',
    'missing',
  ),
  asked({
    name: 'By default a reply after thirty hours is late',
    id: 'sr-thirty-hours',
    landed: afterThirtyHours('sr-thirty-hours'),
    outcome: 'fault',
    reason: 'late',
  }),
  asked({
    name: 'Where policy gives two days, a reply after thirty hours is in time',
    id: 'sr-thirty-of-48',
    landed: afterThirtyHours('sr-thirty-of-48'),
    settings: twoDays,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy gives two days, a reply after exactly 48 hours is in time',
    id: 'sr-48',
    landed: asked24('2026-11-18T10:00:00Z')('sr-48'),
    settings: twoDays,
    outcome: 'met',
  }),
  asked({
    name: 'Where policy gives two days, a reply a second later is late',
    id: 'sr-48-second',
    landed: asked24('2026-11-18T10:00:01Z')('sr-48-second'),
    settings: twoDays,
    outcome: 'fault',
    reason: 'late',
  }),
  asked({
    name: 'A declared closure forgives a reply after thirty hours',
    id: 'sr-exempt-thirty',
    landed: {
      ...afterThirtyHours('sr-exempt-thirty'),
      exemptions: [exemption('sr-exempt-thirty', { metrics: ['slow_response'], seller_id: sellerOf('sr-exempt-thirty') })],
    },
    outcome: 'forgiven',
    reason: 'carrier_incident',
  }),
  asked({
    name: 'A declared closure leaves a reply after 24 hours met',
    id: 'sr-exempt-met',
    landed: {
      ...asked24('2026-11-17T10:00:00Z')('sr-exempt-met'),
      exemptions: [exemption('sr-exempt-met', { metrics: ['slow_response'], seller_id: sellerOf('sr-exempt-met') })],
    },
    outcome: 'met',
  }),
  asked({
    name: 'An exemption of a region for one day reaches its conversations',
    id: 'sr-region',
    landed: {
      conversations: [conversation('sr-region', { region: 'SP', first_reply_at: null })],
      exemptions: [
        exemption('sr-region', {
          metrics: ['slow_response'],
          region: 'SP',
          valid_from: '2026-11-16',
          valid_to: '2026-11-16',
          reason: 'force_majeure',
        }),
      ],
    },
    outcome: 'forgiven',
    reason: 'force_majeure',
  }),
  asked({
    name: 'An exemption of the order reaches the conversation about it',
    id: 'sr-order',
    landed: {
      conversations: [conversation('sr-order', { order_id: 'sr-order-of', first_reply_at: null })],
      exemptions: [exemption('sr-order', { metrics: ['slow_response'], order_id: 'sr-order-of' })],
    },
    outcome: 'forgiven',
    reason: 'carrier_incident',
  }),
  ...exemptionCases({
    metric: 'slow_response',
    prefix: 'sr',
    reason: 'late',
    cohort_day: '2026-11-16',
    landed: afterThirtyHours,
    has_parcel: false,
  }),
];
