import {
  casesOf,
  conversation,
  exemption,
  exemptionCases,
  is,
  NIGHT,
  type OneCase,
  type OutcomeCase,
  seller,
  sellerOf,
} from '../case.js';

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

const inTime = (name: string, id: string, changes: Parameters<typeof conversation>[1], more: Partial<OneCase> = {}) =>
  asked({
    ...{ name, id, outcome: 'met', settings: { slow_response: { on: 'business_days' } } },
    landed: { conversations: [conversation(id, changes)] },
    ...more,
  });
const late = (...[name, id, changes, more]: Parameters<typeof inTime>) =>
  inTime(name, id, changes, { outcome: 'fault', reason: 'late', ...more });

/** Friday 13 November 2026 in the evening; 18 November is a holiday in Britain and Germany. */
const friday = { opened_at: '2026-11-13T18:00:00Z' };
const openHours = { settings: { slow_response: { on: 'business_hours', hours: 8 } } } as const;
const home = { settings: { slow_response: { on: 'business_days', calendar: 'seller_home' } } } as const;
const soldFrom = (id: string, home_region: string, changes: Parameters<typeof conversation>[1]) => ({
  landed: {
    conversations: [conversation(id, changes)],
    sellers: [seller(sellerOf(id), home_region)],
  },
});

/** Where policy counts business time; sql/outcomes/business_deadlines.sql. */
const inBusinessTime: OutcomeCase[] = [
  inTime('In business days, a question of Friday 18:00 may be answered on Monday until 18:00', 'sr-bd-monday', {
    ...friday,
    first_reply_at: '2026-11-16T18:00:00Z',
  }),
  late('In business days, an answer a second after Monday 18:00 to a question of Friday 18:00 is late', 'sr-bd-second', {
    ...friday,
    first_reply_at: '2026-11-16T18:00:01Z',
  }),
  inTime('Part of a second counts on both sides of a weekend', 'sr-bd-half', {
    opened_at: '2026-11-13T18:00:00.500Z',
    first_reply_at: '2026-11-16T18:00:00.500Z',
  }),
  late('Half a second more than the business time is late', 'sr-bd-half-late', {
    opened_at: '2026-11-13T18:00:00.500Z',
    first_reply_at: '2026-11-16T18:00:01Z',
  }),
  inTime('A question of Saturday is due when Monday ends', 'sr-bd-saturday', {
    opened_at: '2026-11-14T12:00:00Z',
    first_reply_at: '2026-11-17T00:00:00Z',
  }),
  late('A question of Saturday answered a second after Monday has ended is late', 'sr-bd-saturday-late', {
    opened_at: '2026-11-14T12:00:00Z',
    first_reply_at: '2026-11-17T00:00:01Z',
  }),
  inTime('A question of the last instant of Friday has the whole of Monday', 'sr-bd-midnight', {
    opened_at: '2026-11-14T00:00:00Z',
    first_reply_at: '2026-11-17T00:00:00Z',
  }),
  late(
    'A question of a second before midnight on Friday is due a second before Monday ends: what comes later is missing',
    'sr-bd-before-midnight',
    {
      opened_at: '2026-11-13T23:59:59Z',
      first_reply_at: '2026-11-17T00:00:00Z',
    },
    { reason: 'missing' },
  ),
  inTime('A public holiday does not count', 'sr-bd-holiday', {
    opened_at: '2026-11-17T12:00:00Z',
    first_reply_at: '2026-11-19T12:00:00Z',
  }),
  late('The day after a public holiday counts', 'sr-bd-after-holiday', {
    opened_at: '2026-11-17T12:00:00Z',
    first_reply_at: '2026-11-19T12:00:01Z',
  }),
  late(
    'A question never answered is missing once its business time is over',
    'sr-bd-never',
    { ...friday, ...unanswered },
    {
      reason: 'missing',
      day: '2026-11-13',
    },
  ),
  late(
    'An answer on Tuesday to a question of Friday came after the days that we wait for',
    'sr-bd-tuesday',
    {
      ...friday,
      first_reply_at: '2026-11-17T08:00:00Z',
    },
    { reason: 'missing' },
  ),
  inTime(
    'A question of the day before a public holiday is pending on the holiday',
    'sr-bd-pending',
    { region: 'FR', opened_at: '2026-11-19T12:00:00Z', dt: '2026-11-20', ...unanswered },
    { outcome: 'pending', day: '2026-11-19' },
  ),
  inTime('Over a weekend in which clocks go back, the last working hour counts once', 'sr-bd-clock-back', {
    region: 'NY',
    opened_at: '2026-10-30T22:00:00Z',
    first_reply_at: '2026-11-02T23:00:00Z',
  }),
  late('Over such a weekend an answer a second later is late', 'sr-bd-clock-back-late', {
    region: 'NY',
    opened_at: '2026-10-30T22:00:00Z',
    first_reply_at: '2026-11-02T23:00:01Z',
  }),
  inTime('Where shops work every day, business days are days: 24 hours later, whatever clocks do', 'sr-bd-every', {
    region: 'CU',
    opened_at: '2026-10-31T16:00:00Z',
    first_reply_at: '2026-11-01T16:00:00Z',
  }),
  late('Where shops work every day, a second more than 24 hours is late', 'sr-bd-every-late', {
    region: 'CU',
    opened_at: '2026-10-31T16:00:00Z',
    first_reply_at: '2026-11-01T16:00:01Z',
  }),
  inTime(
    'In opening hours, a question of Friday 17:00 has one hour left then, and seven on Monday',
    'sr-bh-friday',
    {
      opened_at: '2026-11-13T17:00:00Z',
      first_reply_at: '2026-11-16T16:00:00Z',
    },
    openHours,
  ),
  late(
    'In opening hours, a second later is late',
    'sr-bh-friday-late',
    {
      opened_at: '2026-11-13T17:00:00Z',
      first_reply_at: '2026-11-16T16:00:01Z',
    },
    openHours,
  ),
  inTime(
    'A question of the early morning waits until the shop opens',
    'sr-bh-early',
    {
      opened_at: '2026-11-16T06:00:00Z',
      first_reply_at: '2026-11-16T17:00:00Z',
    },
    openHours,
  ),
  late(
    'A question of after closing time is due eight open hours into the next day',
    'sr-bh-evening',
    {
      opened_at: '2026-11-16T18:00:00Z',
      first_reply_at: '2026-11-17T17:00:01Z',
    },
    openHours,
  ),
  inTime(
    'A shop that opens at 00:30 opens at the first of two, on the night on which clocks go back',
    'sr-bh-twice',
    {
      region: 'CU',
      opened_at: '2026-11-01T04:00:00Z',
      first_reply_at: '2026-11-01T12:30:00Z',
    },
    openHours,
  ),
  late(
    'On that night eight hours count from the first 00:30',
    'sr-bh-twice-late',
    {
      region: 'CU',
      opened_at: '2026-11-01T04:00:00Z',
      first_reply_at: '2026-11-01T12:30:01Z',
    },
    openHours,
  ),
  late(
    'By the calendar of its home, a German shop works on Saturday',
    'sr-home-late',
    {},
    {
      ...home,
      ...soldFrom('sr-home-late', 'DE', { ...friday, first_reply_at: '2026-11-14T18:00:01Z' }),
    },
  ),
  inTime(
    'By the calendar of its home, Saturday 18:00 is in time for Friday 18:00',
    'sr-home',
    {},
    {
      ...home,
      ...soldFrom('sr-home', 'DE', { ...friday, first_reply_at: '2026-11-14T18:00:00Z' }),
    },
  ),
  inTime(
    'Of a home without a calendar, that of the delivery region holds',
    'sr-home-far',
    {},
    {
      ...home,
      ...soldFrom('sr-home-far', 'CN', { ...friday, first_reply_at: '2026-11-16T18:00:00Z' }),
    },
  ),
  inTime(
    'Of a shop that nobody described, the calendar of the delivery region holds',
    'sr-home-unknown',
    {
      ...friday,
      first_reply_at: '2026-11-16T18:00:00Z',
    },
    home,
  ),
];

export const cases: OutcomeCase[] = [
  ...inBusinessTime,
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
