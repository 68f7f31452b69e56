import { conversation, exemption, is, NIGHT, type OutcomeCase, sellerOf } from './case.js';

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

export const slowResponse: OutcomeCase[] = [
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
];
