import {
  type Changes,
  casesOf,
  conversation,
  exemptionCases,
  type Landed,
  type OutcomeCase,
  order,
  sellerOf,
  UNSHIPPED,
  YEAR_END,
} from '../case.js';

const one = casesOf('contact_rate');

/** An order of 2 November about which its buyer wrote on the 16th. */
const asked = (id: string, changes: Changes = {}): Landed => ({
  orders: [order(id)],
  conversations: [conversation(`question-of-${id}`, { seller_id: sellerOf(id), order_id: id, ...changes })],
});

const cancelled = (id: string, cancelled_by: string): Landed => ({
  ...asked(id),
  orders: [order(id, { ...UNSHIPPED, cancelled_at: '2026-11-08T09:00:00Z', cancelled_by })],
});

export const cases: OutcomeCase[] = [
  one({
    name: 'An order that nobody asked about is met, on the day it was placed',
    id: 'cr-quiet',
    landed: { orders: [order('cr-quiet')] },
    run_date: YEAR_END,
    outcome: 'met',
    day: '2026-11-02',
  }),
  one({
    name: 'An order that its buyer asked about counts, however soon the answer came',
    id: 'cr-asked',
    landed: asked('cr-asked'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'contacted',
  }),
  one({
    name: 'A talk with a bot is no contact',
    id: 'cr-bot',
    landed: asked('cr-bot', { kind: 'bot' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'What the seller writes is no contact',
    id: 'cr-by-seller',
    landed: asked('cr-by-seller', { opened_by: 'seller' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'A question about no order is no contact about one',
    id: 'cr-other',
    landed: asked('cr-other', { order_id: null }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'A question on the thirtieth day after the order counts',
    id: 'cr-thirtieth',
    landed: asked('cr-thirtieth', { opened_at: '2026-12-02T23:59:59Z', first_reply_at: null, dt: '2026-12-03' }),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'contacted',
  }),
  one({
    name: 'A question on the thirty-first day after the order does not count',
    id: 'cr-thirty-first',
    landed: asked('cr-thirty-first', { opened_at: '2026-12-03T00:00:00Z', first_reply_at: null, dt: '2026-12-03' }),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'Of two questions the earlier one decides',
    id: 'cr-two',
    landed: {
      orders: [order('cr-two')],
      conversations: ['2026-11-16T10:00:00Z', '2026-12-20T10:00:00Z'].map((opened_at, nth) =>
        conversation(`cr-two-${nth}`, {
          seller_id: sellerOf('cr-two'),
          order_id: 'cr-two',
          opened_at,
          first_reply_at: null,
          dt: opened_at.slice(0, 10),
        }),
      ),
    },
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'contacted',
  }),
  one({
    name: 'An order is pending for thirty days, though its buyer has asked',
    id: 'cr-pending',
    landed: asked('cr-pending'),
    outcome: 'pending',
  }),
  one({
    name: 'An order that its buyer cancelled is left out at once',
    id: 'cr-buyer',
    landed: cancelled('cr-buyer', 'buyer'),
    outcome: 'excluded',
    reason: 'cancelled',
  }),
  one({
    name: 'An order that its seller cancelled still counts',
    id: 'cr-seller',
    landed: cancelled('cr-seller', 'seller'),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'contacted',
  }),
  one({
    name: 'Where policy waits a week, a question after two does not count',
    id: 'cr-week',
    landed: asked('cr-week'),
    settings: { contact_rate: { maturation_days: 7 } },
    run_date: YEAR_END,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'contact_rate',
    prefix: 'cr',
    reason: 'contacted',
    cohort_day: '2026-11-02',
    landed: (id, carrier) => ({ ...asked(id), orders: [order(id, { carrier })] }),
  }),
];
