import {
  type Changes,
  casesOf,
  exemption,
  exemptionCases,
  type Landed,
  NIGHT,
  type OutcomeCase,
  order,
  returned,
  seller,
  sellerOf,
  YEAR_END,
} from '../case.js';

const one = casesOf('refund_on_time');

/** A return asked for on 15 November at 9:00, whoever answers for it; the money went back at `refunded_at`. */
const asked = (id: string, refunded_at: string | null, changes: Changes = {}): Landed => ({
  orders: [order(id)],
  returns: [
    returned(id, {
      responsible: 'buyer',
      refunded_at,
      ...(refunded_at ? { dt: refunded_at.slice(0, 10), updated_at: refunded_at } : {}),
      ...changes,
    }),
  ],
});

const withinWeek = { refund_on_time: { days: 7, maturation_days: 10 } } as const;

/** Asked for on a Sunday, on which nobody works; 18 November is a holiday in Britain and Germany. */
const inBusinessDays = { refund_on_time: { days: 7, maturation_days: 10, on: 'business_days' } } as const;
const ofHome = { refund_on_time: { ...inBusinessDays.refund_on_time, calendar: 'seller_home' } } as const;
const businessDays = (
  name: string,
  id: string,
  refunded_at: string | null,
  { reason, settings = inBusinessDays, home }: { reason?: string; settings?: OutcomeCase['settings']; home?: string } = {},
): OutcomeCase =>
  one({
    ...{ name, id, settings, run_date: YEAR_END, outcome: reason ? 'fault' : 'met', ...(reason ? { reason } : {}) },
    landed: { ...asked(id, refunded_at), ...(home ? { sellers: [seller(sellerOf(id), home)] } : {}) },
  });

export const cases: OutcomeCase[] = [
  businessDays('Of seven business days, neither Sundays nor a holiday is one', 'rf-bd', '2026-11-26T00:00:00Z'),
  businessDays('A refund a second after seven business days is late', 'rf-bd-second', '2026-11-26T00:00:01Z', {
    reason: 'refunded_late',
  }),
  businessDays('A refund that never came is missing after seven business days', 'rf-bd-never', null, { reason: 'not_refunded' }),
  businessDays('By the calendar of its home, a German shop works on Saturday', 'rf-home', '2026-11-24T23:00:00Z', {
    ...{ settings: ofHome, home: 'DE' },
  }),
  businessDays('A German shop is late a second after its seven business days', 'rf-home-second', '2026-11-24T23:00:01Z', {
    ...{ settings: ofHome, home: 'DE', reason: 'refunded_late' },
  }),
  businessDays(
    'Of a shop that nobody described, the delivery region’s holidays count',
    'rf-home-unknown',
    '2026-11-26T00:00:00Z',
    {
      settings: ofHome,
    },
  ),
  one({
    name: 'A return refunded on the next day is met, on the day it was asked for',
    id: 'rf-next-day',
    landed: asked('rf-next-day', '2026-11-16T09:00:00Z'),
    run_date: YEAR_END,
    outcome: 'met',
    day: '2026-11-15',
  }),
  one({
    name: 'A refund exactly fourteen days after the request is in time',
    id: 'rf-exact',
    landed: asked('rf-exact', '2026-11-29T09:00:00Z'),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'A refund a second later is late',
    id: 'rf-second',
    landed: asked('rf-second', '2026-11-29T09:00:01Z'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'refunded_late',
  }),
  one({
    name: 'A refund in the last second of the sixteenth day is late, not unknown',
    id: 'rf-sixteenth',
    landed: asked('rf-sixteenth', '2026-12-01T23:59:59Z'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'refunded_late',
  }),
  one({
    name: 'A refund after the sixteenth day came too late to matter',
    id: 'rf-seventeenth',
    landed: asked('rf-seventeenth', '2026-12-02T00:00:00Z'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
  }),
  one({
    name: 'A return never refunded is at fault',
    id: 'rf-never',
    landed: asked('rf-never', null),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
  }),
  one({
    name: 'A return asked for sixteen days ago is final',
    id: 'rf-final',
    landed: asked('rf-final', null, { requested_at: '2026-12-15T23:59:59Z', dt: '2026-12-15' }),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
    day: '2026-12-15',
  }),
  one({
    name: 'A return asked for fifteen days ago is pending',
    id: 'rf-fifteenth',
    landed: asked('rf-fifteenth', null, { requested_at: '2026-12-16T00:00:00Z', dt: '2026-12-16' }),
    run_date: YEAR_END,
    outcome: 'pending',
    day: '2026-12-16',
  }),
  one({
    name: 'A return is pending although its money has gone back',
    id: 'rf-pending',
    landed: asked('rf-pending', '2026-11-16T09:00:00Z'),
    outcome: 'pending',
  }),
  one({
    name: 'An order that nobody returned is not counted',
    id: 'rf-kept',
    landed: { orders: [order('rf-kept')] },
    outcome: 'no_row',
  }),
  one({
    name: 'A return to be asked for after the run date is not there yet',
    id: 'rf-foretold',
    landed: asked('rf-foretold', null, { requested_at: '2026-11-21T00:00:00Z', dt: NIGHT }),
    outcome: 'no_row',
  }),
  one({
    name: 'Of two returns of one order the first counts',
    id: 'rf-two',
    landed: {
      orders: [order('rf-two')],
      returns: [
        returned('rf-two', { refunded_at: '2026-11-16T09:00:00Z' }),
        returned('rf-two', { return_id: 'rf-two-2', requested_at: '2026-11-18T09:00:00Z', dt: '2026-11-18' }),
      ],
    },
    run_date: YEAR_END,
    outcome: 'met',
    day: '2026-11-15',
  }),
  one({
    name: 'In New York a return asked for before midnight there belongs to that day',
    id: 'rf-new-york',
    landed: {
      ...asked('rf-new-york', null, { requested_at: '2026-11-16T04:59:59Z', dt: '2026-11-16' }),
      orders: [order('rf-new-york', { region: 'NY' })],
    },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
    day: '2026-11-15',
  }),
  one({
    name: 'In Auckland a return asked for after midnight there belongs to the next day',
    id: 'rf-auckland',
    landed: {
      ...asked('rf-auckland', null, { requested_at: '2026-11-15T11:00:00Z' }),
      orders: [order('rf-auckland', { region: 'NZ' })],
    },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
    day: '2026-11-16',
  }),
  one({
    name: 'Where policy gives a week, a refund after eight days is late',
    id: 'rf-week',
    landed: asked('rf-week', '2026-11-23T09:00:00Z'),
    settings: withinWeek,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'refunded_late',
  }),
  one({
    name: 'Where policy waits ten days, a refund after eleven is unknown',
    id: 'rf-ten-days',
    landed: asked('rf-ten-days', '2026-11-26T09:00:00Z'),
    settings: withinWeek,
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'not_refunded',
  }),
  one({
    name: 'An exemption leaves a refund in time met',
    id: 'rf-exempt-met',
    landed: {
      ...asked('rf-exempt-met', '2026-11-29T09:00:00Z'),
      exemptions: [exemption('rf-exempt-met', { metrics: 'all', seller_id: sellerOf('rf-exempt-met') })],
    },
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'refund_on_time',
    prefix: 'rf',
    reason: 'refunded_late',
    cohort_day: '2026-11-15',
    landed: (id, carrier) => ({ ...asked(id, '2026-11-29T09:00:01Z'), orders: [order(id, { carrier })] }),
  }),
];
