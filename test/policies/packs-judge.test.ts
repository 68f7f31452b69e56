/** What the example packs make of orders at their bounds, by the independent judge. */
import { describe, expect, it } from 'vitest';
import { type Changes, conversation, type Landed, lostCase, order, review, UNSHIPPED } from '../../metrics/case.js';
import { judge } from '../independent/judge.js';
import { notMeasured } from '../independent/measured.js';
import { addRow, noRecords } from '../independent/records.js';
import { sellers } from '../independent/seller-metrics.js';
import { day } from '../independent/time.js';
import { packOn } from './packs.js';

const SELLER = 'the-seller';

/** So many orders of the seller, each of a buyer of its own. */
const orders = (many: number, prefix: string, changes: Changes = {}) =>
  Array.from({ length: many }, (_, nth) =>
    order(`${prefix}-${nth}`, { seller_id: SELLER, buyer_id: `${prefix}-${nth}`, ...changes }),
  );
const ofSeller = { seller_id: SELLER };
const cancelled = (by: string, at = '2026-11-03T10:00:00Z'): Changes => ({ ...UNSHIPPED, cancelled_at: at, cancelled_by: by });
/** Handed over after its ship-by moment, and late at the door too. */
const late: Changes = {
  confirmed_at: '2026-11-05T09:00:00Z',
  first_scan_at: '2026-11-05T15:00:00Z',
  delivered_at: '2026-11-10T12:00:00Z',
};
/** Handed over in time, and late at the door. */
const carrierLate: Changes = { delivered_at: '2026-11-10T12:00:00Z' };

/** The seller's tier by its bounds, and the counts and verdict of each measured metric. */
function judged(pack: string, run_date: string, landed: Landed) {
  const policies = packOn(pack, run_date);
  const zones = new Map(policies.regions.map(({ code, time_zone }) => [code, time_zone]));
  const records = noRecords();
  for (const [dataset, rows] of Object.entries(landed))
    for (const { dt, ...row } of rows) expect(addRow(records, dataset, row, day(dt), zones), JSON.stringify(row)).toBe(true);
  const found = sellers(judge(records, policies, run_date), policies.programmes, notMeasured(records, policies, run_date));
  const metrics = found.metrics.filter(({ seller_id }) => seller_id === SELLER);
  return {
    tier: found.tiers.find(({ seller_id }) => seller_id === SELLER)!.tier,
    ...Object.fromEntries(
      metrics.map(({ metric, counts, counted, verdict, because, window_days, alert_exceeded }) => [
        metric,
        `${counts?.fault} of ${counted} in ${window_days}: ${verdict} (${because})${alert_exceeded ? ', not as advised' : ''}`,
      ]),
    ),
  };
}

describe('a short-video shop', () => {
  const judgedWith = (lateOnes: number, others: readonly ReturnType<typeof order>[]) =>
    judged('short-video-shop-uk', '2026-11-20', { orders: [...orders(lateOnes, 'late', late), ...others] });

  it('counts what the platform dispatches among all dispatched: 2 of 51 are less than 4 %, 2 of 50 are not', () => {
    const platform = orders(20, 'platform', { ...late, fulfilment: 'platform' });
    expect(judgedWith(2, [...orders(29, 'fine'), ...platform])).toMatchObject({
      ...{ late_dispatch: '2 of 51 in 30: met (within)', tier: 'healthy' },
    });
    expect(judgedWith(2, [...orders(28, 'fine'), ...platform])).toMatchObject({
      ...{ late_dispatch: '2 of 50 in 30: missed (above)', tier: 'watched' },
    });
  });

  it('restricts whoever is 10 % late, and takes the confirmation for the dispatch', () => {
    expect(judgedWith(5, orders(45, 'fine'))).toMatchObject({ tier: 'restricted' });
    expect(judgedWith(0, orders(50, 'scanned-late', { first_scan_at: late.first_scan_at! }))).toMatchObject({ tier: 'healthy' });
  });

  it('counts an automatic cancellation on the twelfth day', () => {
    const automatic = orders(2, 'automatic', cancelled('system', '2026-11-14T10:00:00Z'));
    expect(judged('short-video-shop-uk', '2026-11-20', { orders: [...automatic, ...orders(38, 'fine')] })).toMatchObject({
      ...{ seller_cancellation: '2 of 40 in 30: missed (above)', tier: 'watched' },
    });
  });
});

describe('an everything store', () => {
  const store = (landed: Landed) => judged('everything-store-uk', '2026-11-20', landed);

  it('counts poor feedback and claims that the seller paid, and no cancellation, as defects: of 200, two are too many', () => {
    const placed: Changes = { placed_at: '2026-10-20T10:00:00Z', delivered_at: '2026-10-23T10:00:00Z' };
    const all = [...orders(195, 'sold', placed), ...orders(5, 'cancelled', { ...placed, ...cancelled('seller') })];
    const closed = { closed_at: '2026-11-03T09:00:00Z', opened_at: '2026-10-28T09:00:00Z', updated_at: '2026-11-03T09:00:00Z' };
    const paid = lostCase('sold-0', { ...ofSeller, ...closed, dt: '2026-11-03', resolved_by: 'seller' });
    const poor = review('sold-1', { ...ofSeller, rating: 2, created_at: '2026-11-04T09:00:00Z' });
    expect(store({ orders: all, cases: [paid], reviews: [poor] })).toMatchObject({
      ...{ order_defect: '2 of 200 in 60: missed (above)', tier: 'at_risk' },
    });
    expect(store({ orders: all, cases: [{ ...paid, outcome: 'withdrawn' }], reviews: [poor] })).toMatchObject({
      ...{ order_defect: '1 of 200 in 60: met (within)' },
    });
  });

  it('asks for dispatch in time over 30 days and over 10: missed over either, the target is missed', () => {
    const early: Changes = {
      ...{ placed_at: '2026-10-26T10:00:00Z', ship_by: '2026-10-28T17:00:00Z', confirmed_at: '2026-10-28T09:00:00Z' },
      ...{ first_scan_at: '2026-10-28T15:00:00Z', deliver_by: '2026-11-02T20:00:00Z', delivered_at: '2026-11-01T12:00:00Z' },
    };
    const lateThen: Changes = { ...early, confirmed_at: '2026-10-30T09:00:00Z', first_scan_at: '2026-10-30T15:00:00Z' };
    const on = (landed: Landed) => judged('everything-store-uk', '2026-11-13', landed);
    expect(on({ orders: [...orders(76, 'before', early), ...orders(22, 'fine'), ...orders(2, 'late', late)] })).toMatchObject({
      late_dispatch: '2 of 100 in 30: met (within)',
      ...{ late_dispatch_10: '2 of 24 in 10: missed (above)', tier: 'at_risk' },
    });
    expect(on({ orders: [...orders(50, 'fine'), ...orders(30, 'before', early), ...orders(4, 'then', lateThen)] })).toMatchObject(
      {
        late_dispatch: '4 of 84 in 30: missed (above)',
        ...{ late_dispatch_10: '0 of 50 in 10: met (within)', tier: 'at_risk' },
      },
    );
  });

  it('judges delivery by tracked units, from 20 of them on', () => {
    const letters = orders(30, 'letter', { tracking_number: null, first_scan_at: null, delivered_at: null, carrier: null });
    const units = (many: number) => [...orders(1, 'late', { ...late, items: 2 }), ...orders(many - 2, 'fine'), ...letters];
    expect(store({ orders: units(19) })).toMatchObject({ late_delivery: '2 of 19 in 14: not_assessable (few_counted)' });
    expect(store({ orders: units(20) })).toMatchObject({ late_delivery: '2 of 20 in 14: met (within)' });
    expect(store({ orders: [...units(20), ...orders(1, 'later', carrierLate)] })).toMatchObject({
      late_delivery: '3 of 21 in 14: missed (above)',
    });
  });
});

describe('auctions and shops', () => {
  const shop = (landed: Landed) => judged('auctions-and-shops-uk', '2026-12-31', landed);
  const noCase = { cases: [lostCase('elsewhere')] };

  it('counts different buyers: eleven cancellations of one buyer among 100 are no defect rate, of five buyers they are', () => {
    const by = (buyers: number) =>
      orders(11, 'card', cancelled('seller')).map((one, nth) => ({ ...one, buyer_id: `buyer-${nth % buyers}` }));
    expect(shop({ ...noCase, orders: [...orders(89, 'fine'), ...by(1)] })).toMatchObject({
      ...{ order_defect: '11 of 100 in 365: met (few_buyers)', tier: 'top' },
    });
    expect(shop({ ...noCase, orders: [...orders(89, 'fine'), ...by(4)] })).toMatchObject({
      ...{ order_defect: '11 of 100 in 365: met (few_buyers)', tier: 'above_standard' },
    });
    // What costs the top level alone: defects of four buyers, not of three.
    expect(shop({ ...noCase, orders: [...orders(89, 'fine'), ...by(3)] })).toMatchObject({ tier: 'top' });
    expect(shop({ ...noCase, orders: [...orders(89, 'fine'), ...by(5)] })).toMatchObject({
      ...{ order_defect: '11 of 100 in 365: missed (above)', tier: 'below_standard' },
    });
  });

  it('takes a delivery that a scan saved for one in time, and late ones only cost the top level', () => {
    const saved = orders(60, 'saved', carrierLate);
    expect(shop({ ...noCase, orders: [...orders(35, 'fine'), ...saved, ...orders(5, 'late', late)] })).toMatchObject({
      ...{ late_delivery: '5 of 100 in 365: met (within)', tier: 'top' },
    });
    expect(shop({ ...noCase, orders: [...orders(34, 'fine'), ...saved, ...orders(6, 'late', late)] })).toMatchObject({
      ...{ late_delivery: '6 of 100 in 365: met (within)', tier: 'above_standard' },
    });
  });

  it('looks at three months of whoever has 400 sales in them', () => {
    const sold = (many: number) =>
      shop({ ...noCase, orders: [...orders(many - 1, 'fine'), ...orders(1, 'out', cancelled('seller'))] });
    expect(sold(400)).toMatchObject({ order_defect: '1 of 400 in 90: met (within)' });
    expect(sold(399)).toMatchObject({ order_defect: '1 of 399 in 365: met (within)' });
  });

  it('forgives two lost cases, and not three of 399', () => {
    const lost = (many: number) => ({
      orders: orders(399, 'sold'),
      cases: Array.from({ length: many }, (_, nth) => lostCase(`sold-${nth}`, ofSeller)),
    });
    expect(shop(lost(2))).toMatchObject({ unresolved_case: '2 of 399 in 365: met (within)', tier: 'top' });
    expect(shop(lost(3))).toMatchObject({ unresolved_case: '3 of 399 in 365: missed (above)', tier: 'below_standard' });
  });
});

describe('a supermarket', () => {
  const market = (lateOnes: number) =>
    judged('supermarket-us', '2026-11-30', {
      orders: [
        ...orders(200 - lateOnes, 'fine', { region: 'US' }),
        ...orders(lateOnes, 'late', { ...carrierLate, region: 'US' }),
      ],
    });

  it.each([
    [10, 'pro'],
    [11, 'advanced'],
    [15, 'advanced'],
    [16, 'rising'],
    [20, 'rising'],
    [21, 'no_level'],
  ])('with %i of 200 late at the door, whoever the carrier is: %s', (lateOnes, tier) => {
    expect(market(lateOnes)).toMatchObject({ tier });
  });

  it('takes an answer after 47 hours for one in time, and one after 49 for late', () => {
    const asked = (nth: number, first_reply_at: string) =>
      conversation(`asked-${nth}`, { ...ofSeller, region: 'US', first_reply_at });
    const conversations = [asked(1, '2026-11-18T09:00:00Z'), asked(2, '2026-11-18T11:00:00Z')];
    expect(
      judged('supermarket-us', '2026-11-30', { orders: orders(101, 'fine', { region: 'US' }), conversations }),
    ).toMatchObject({ slow_response: '1 of 2 in 30: missed (above)' });
  });
});

describe('a shop of the Low Countries', () => {
  // On Wednesday the 18th the week from Monday the 9th to Sunday the 15th is judged.
  const week = (changes: Changes, more: readonly ReturnType<typeof order>[] = [], run_date = '2026-11-18') =>
    judged('low-countries-shop', run_date, {
      orders: [
        ...orders(18, 'fine', { region: 'NL' }),
        ...orders(1, 'late', { ...carrierLate, region: 'NL', ...changes }),
        ...more,
      ],
    });

  it('two items of 20 late are no bad week, three are one', () => {
    expect(week({ items: 2 })).toMatchObject({ late_delivery: '2 of 20 in 7: met (within)', tier: 'norm' });
    expect(week({ items: 3 })).toMatchObject({ late_delivery: '3 of 21 in 7: missed (above), not as advised', tier: 'bad_week' });
  });

  it('three items of 60 late are as the shop advises, three of 59 are not, and the norm is met by both', () => {
    const others = (many: number) => orders(many, 'more', { region: 'NL' });
    expect(week({ items: 3 }, others(39))).toMatchObject({ late_delivery: '3 of 60 in 7: met (within)', tier: 'norm' });
    expect(week({ items: 3 }, others(38))).toMatchObject({
      ...{ late_delivery: '3 of 59 in 7: met (within), not as advised', tier: 'norm' },
    });
  });

  it('Sunday is of the week that is told on Wednesday, Monday is of the next', () => {
    const promised = (deliver_by: string) => orders(4, 'other', { region: 'NL', deliver_by });
    expect(week({ items: 2 }, promised('2026-11-15'))).toMatchObject({ late_delivery: '2 of 24 in 7: met (within)' });
    expect(week({ items: 2 }, promised('2026-11-16'))).toMatchObject({ late_delivery: '2 of 20 in 7: met (within)' });
    expect(week({ items: 2 }, promised('2026-11-08'))).toMatchObject({ late_delivery: '2 of 20 in 7: met (within)' });
  });

  it('three items of 100 that are cancelled automatically are too many', () => {
    const cards = (items: number) => [
      ...orders(97, 'kept', { region: 'NL' }),
      ...orders(1, 'automatic', { region: 'NL', ...cancelled('system', '2026-11-12T10:00:00Z'), items }),
    ];
    const asked = (items: number) => judged('low-countries-shop', '2026-11-18', { orders: cards(items) });
    expect(asked(2)).toMatchObject({ seller_cancellation: '2 of 99 in 7: met (within)' });
    expect(asked(3)).toMatchObject({ seller_cancellation: '3 of 100 in 7: missed (above)', tier: 'bad_week' });
  });
});

describe('a fashion shop', () => {
  /** Of articles sold on 2 November, judged eight days later, and orders of the last seven days. */
  const shop = (cancelledItems: number, recent = 31) =>
    judged('fashion-shop-de', '2026-11-10', {
      orders: [
        ...orders(198, 'sold', { region: 'DE' }),
        ...orders(1, 'cancelled', { region: 'DE', ...cancelled('seller'), items: cancelledItems }),
        ...orders(recent, 'recent', { region: 'DE', placed_at: '2026-11-05T10:00:00Z' }),
      ],
    });

  it('two of 200 articles that the partner cancelled are one in a hundred, three of 201 are more', () => {
    expect(shop(2)).toMatchObject({ seller_cancellation: '2 of 200 in 7: met (within)', tier: 'full' });
    expect(shop(3)).toMatchObject({ seller_cancellation: '3 of 201 in 7: missed (above)', tier: 'lower' });
  });

  it('judges nobody with 30 orders in seven days', () => {
    expect(shop(3, 30)).toMatchObject({ tier: 'not_assessable' });
  });
});
