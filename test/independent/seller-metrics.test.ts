import { describe, expect, it } from 'vitest';
import type { JudgedMetric, Programme, ProgrammeMetric } from '../../policies/policy.js';
import { accountableRate, inWindow, mostFaults, noCounts, rawRate, within } from './counts.js';
import { details } from './details.js';
import type { JudgedOrder, Ledger, Verdict } from './judge.js';
import { reasonCounts } from './reason-counts.js';
import { regionMetrics } from './region-metrics.js';
import { sellers } from './seller-metrics.js';
import { day } from './time.js';

const RUN = day('2026-11-20');

/** Two metrics that are final at once, so that ages in these tests are days before the run date, whatever the outcome. */
const atOnce = (metric: string, changes: Partial<JudgedMetric> = {}): JudgedMetric => ({
  ...{ metric, title: metric, subject: 'order', maturation_days: 0, count: 'orders', counts_as_met: [], settings: {} },
  ...changes,
});
const METRICS = [atOnce('late_dispatch'), atOnce('order_defect')];

const bound = (at_most: number) => ({ at_most, why: 'for this test' });

const programme: Programme = {
  programme: 'standards',
  title: 'Standards',
  version: '1.0',
  in_force_from: '2026-01-01',
  regions: ['GB', 'DE'],
  tiers: ['top', 'good', 'at_risk', 'below'].map((key) => ({ key, title: key, means: key })),
  standard: 'good',
  assessable: { orders: 4, window_days: 90, why: 'for this test' },
  metrics: [
    {
      metric: 'late_dispatch',
      window_days: 30,
      why: 'for this test',
      at_least: { counted: 0, faults: 0 },
      tiers: { top: bound(0.1), good: bound(0.25), at_risk: bound(0.5) },
    },
    {
      metric: 'order_defect',
      window_days: 90,
      why: 'for this test',
      at_least: { counted: 0, faults: 0 },
      tiers: { top: bound(0), good: bound(0.5), at_risk: bound(0.75) },
    },
  ],
};

const verdict = (outcome: Verdict['outcome'], age: number): Verdict => ({
  day: RUN - age,
  outcome,
  reason: null,
  exemption_id: null,
  counts_as_met: false,
});

let next = 0;
/** An order placed so many days before the run date, with one outcome of late dispatch on that same day. */
function order(seller_id: string, outcome: Verdict['outcome'], age: number, changes: Partial<JudgedOrder> = {}): JudgedOrder {
  const order_id = `order-${next++}`;
  return {
    seller_id,
    order_id,
    region: 'GB',
    buyer_id: null,
    placed_day: RUN - age,
    items: 1,
    verdicts: { late_dispatch: verdict(outcome, age) },
    ...changes,
  };
}

const ledger = (orders: JudgedOrder[], metrics: readonly JudgedMetric[] = METRICS): Ledger => ({
  ...{ run_date: RUN, metrics, orders, conversations: [], landed: [] },
});
const repeat = (n: number, make: () => JudgedOrder): JudgedOrder[] => Array.from({ length: n }, make);
const none: ReadonlySet<string> = new Set();
const tierOf = (orders: JudgedOrder[], notMeasured = none) => sellers(ledger(orders), [programme], notMeasured).tiers[0];

describe('rates', () => {
  it('the accountable rate leaves forgiven orders out, the raw rate counts them as faults', () => {
    const counts = { ...noCounts(), met: 6, fault: 2, forgiven: 2, excluded: 9, pending: 9 };
    expect([accountableRate(counts), rawRate(counts)]).toEqual([0.25, 0.4]);
  });

  it('what is forgiven as met stays in the denominator: 90 saved by the scan, 9 in time and 1 late are 1 %', () => {
    const counts = { ...noCounts(), met: 9, fault: 1, forgiven: 90, forgiven_as_met: 90 };
    expect([accountableRate(counts), rawRate(counts)]).toEqual([0.01, 0.91]);
    expect([within({ at_most: 0.01 }, counts), within({ at_most: 0.009 }, counts)]).toEqual([true, false]);
  });

  it('where nothing was counted there is no rate', () => {
    const counts = { ...noCounts(), excluded: 3, pending: 2 };
    expect([accountableRate(counts), rawRate(counts)]).toEqual([null, null]);
  });

  it('a rate exactly at its bound keeps it, also where the division is not exact', () => {
    expect(within({ at_most: 0.07 }, { ...noCounts(), met: 93, fault: 7 })).toBe(true);
    expect(within({ at_most: 0.07 }, { ...noCounts(), met: 9299, fault: 701 })).toBe(false);
    expect(within({ at_most: 0.29 }, { ...noCounts(), met: 71, fault: 29 })).toBe(true);
  });
});

describe('a bound that leaves itself out', () => {
  const two = { ...noCounts(), met: 98, fault: 2 };
  it('is kept by less, not by exactly as much', () => {
    expect(within({ at_most: 0.02 }, two)).toBe(true);
    expect(within({ at_most: 0.02, said: 'below' }, two)).toBe(false);
    expect(within({ at_most: 0.02, said: 'below' }, { ...two, met: 99 })).toBe(true);
    expect(within({ at_most: 0.02, said: 'met_at_least' }, two)).toBe(true);
    expect(within({ at_most: 0.02, said: 'met_above' }, two)).toBe(false);
  });

  it('allows one fault fewer where it is a whole number of them', () => {
    expect([mostFaults({ at_most: 0.02 }, two), mostFaults({ at_most: 0.02, said: 'below' }, two)]).toEqual([2, 1]);
    expect(mostFaults({ at_most: 0.025, said: 'below' }, two)).toBe(2);
    expect(mostFaults({ at_most: 0.02, said: 'below' }, noCounts())).toBe(0);
  });
});

describe('the window', () => {
  const counted = (age: number) =>
    sellers(ledger([order('a', 'fault', age), order('a', 'met', 0)]), [programme], none).metrics[0]!.counts!.fault;

  it('of 30 days holds the run date and the 29 days before it', () => {
    expect([counted(0), counted(29), counted(30)]).toEqual([1, 1, 0]);
  });

  it('does not hold a day to come', () => {
    expect(counted(-1)).toBe(0);
  });

  it('holds only orders of the regions of the programme', () => {
    const found = sellers(ledger([order('a', 'met', 1), order('a', 'fault', 1, { region: 'FR' })]), [programme], none);
    expect(found.metrics[0]!.counts).toMatchObject({ ...noCounts(), met: 1 });
    expect(found.tiers[0]!.orders).toBe(1);
  });
});

describe('a window of 7 matured days, final after 3', () => {
  const RUN_DATE = { run_date: RUN, maturation: 3, days: 7 };
  const ages = (outcome: Verdict['outcome'], back = 0) =>
    Array.from({ length: 22 }, (_, i) => i - 1).filter((age) => inWindow(verdict(outcome, age), RUN_DATE, back));

  it.each(['met', 'fault', 'forgiven', 'excluded'] as const)('holds what is %s 3 to 9 days before the run date', (outcome) => {
    expect(ages(outcome)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('holds what is pending on those days and on the days since, but no day to come', () => {
    expect(ages('pending')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each(['met', 'pending'] as const)('comes after one of as many days, also for what is %s', (outcome) => {
    expect(ages(outcome, 1)).toEqual([10, 11, 12, 13, 14, 15, 16]);
  });
});

describe('items', () => {
  const metrics = [atOnce('late_dispatch', { count: 'items' }), atOnce('order_defect')];

  it('weigh an order where policy counts items, but not among the orders placed', () => {
    const found = sellers(ledger([order('a', 'fault', 1, { items: 3 }), order('a', 'met', 1)], metrics), [programme], none);
    expect(found.metrics[0]).toMatchObject({ unit: 'items', counted: 4, accountable_rate: 0.75 });
    expect(found.tiers[0]!.orders).toBe(2);
  });

  it('weigh the reasons of a region too', () => {
    expect(reasonCounts(ledger([order('a', 'excluded', 1, { items: 3 })], metrics), none)).toContainEqual(
      expect.objectContaining({ region: 'ALL', window_days: 7, outcome: 'excluded', orders: 3 }),
    );
  });
});

describe('floors', () => {
  const withFloor = (at_least: ProgrammeMetric['at_least']): Programme => ({
    ...programme,
    metrics: programme.metrics.map((m) => ({ ...m, at_least })),
  });
  const found = (orders: JudgedOrder[], at_least: ProgrammeMetric['at_least']) => {
    const { metrics, tiers } = sellers(ledger(orders), [withFloor(at_least)], none);
    return { ...metrics[0]!, seller_tier: tiers[0]!.tier, tier_projected: tiers[0]!.tier_projected };
  };
  const fourFaults = repeat(4, () => order('a', 'fault', 1));

  it('a metric that counts fewer than asked for is not assessed and holds nobody back', () => {
    expect(found(fourFaults, { counted: 5, faults: 0 })).toMatchObject({
      ...{ verdict: 'not_assessable', because: 'few_counted', tier: null, seller_tier: 'not_assessable' },
    });
    expect(found(fourFaults, { counted: 4, faults: 0 })).toMatchObject({ verdict: 'missed', because: 'above', tier: 'below' });
  });

  it('what is still pending may lift it over that floor', () => {
    const orders = [...repeat(4, () => order('a', 'met', 1)), order('a', 'pending', 1)];
    expect(found(orders, { counted: 5, faults: 0 })).toMatchObject({ seller_tier: 'not_assessable', tier_projected: 'top' });
  });

  it('fewer faults than the floor meet every bound, as many do not', () => {
    expect(found(fourFaults, { counted: 0, faults: 5 })).toMatchObject({ verdict: 'met', tier: 'top', allowed: 4 });
    expect(found(fourFaults, { counted: 0, faults: 4 })).toMatchObject({ verdict: 'missed', tier: 'below', allowed: 3 });
  });
});

describe('floors of what faults have in common', () => {
  const under = (at_least: Partial<ProgrammeMetric['at_least']>, orders: JudgedOrder[]) => {
    const asked = { ...programme, metrics: programme.metrics.map((m) => ({ ...m, at_least: { ...m.at_least, ...at_least } })) };
    const { metrics, tiers } = sellers(ledger(orders), [asked], none);
    return { ...metrics[0]!, seller_tier: tiers[0]!.tier };
  };
  const of = (buyer_id: string | null, age = 1) => order('a', 'fault', age, { buyer_id });

  it('eleven faults towards one buyer are one unhappy buyer where policy asks for two', () => {
    expect(
      under(
        { buyers: 2 },
        repeat(11, () => of('one')),
      ),
    ).toMatchObject({
      because: 'few_buyers',
      verdict: 'met',
      tier: 'top',
      seller_tier: 'top',
      fault_buyers: 1,
      fault_days: null,
    });
    expect(under({ buyers: 2 }, [...repeat(10, () => of('one')), of('other')])).toMatchObject({
      because: 'above',
      tier: 'below',
    });
  });

  it('a buyer whom nobody knows is another one each time', () => {
    expect(
      under(
        { buyers: 5 },
        repeat(4, () => of(null)),
      ),
    ).toMatchObject({ because: 'few_buyers', fault_buyers: 4 });
    expect(
      under(
        { buyers: 4 },
        repeat(4, () => of(null)),
      ),
    ).toMatchObject({ because: 'above' });
  });

  it('faults of one day count as one bad day where policy asks for two', () => {
    expect(under({ days: 2 }, [...repeat(4, () => of('one')), of('two')])).toMatchObject({ because: 'few_days', fault_days: 1 });
    expect(under({ days: 2 }, [...repeat(4, () => of('one')), of('two', 2)])).toMatchObject({ because: 'above', fault_days: 2 });
  });
});

describe('a longer window for low volume', () => {
  const asked = (fewer_than: number): Programme => ({
    ...programme,
    metrics: programme.metrics.map((m) => ({ ...m, low_volume: { fewer_than, window_days: 60, why: 'for this test' } })),
  });
  const orders = [
    order('a', 'fault', 29),
    order('a', 'excluded', 1),
    order('a', 'met', 31),
    order('a', 'fault', 59),
    order('a', 'met', 60),
  ];

  it('is asked where fewer are counted in the other', () => {
    expect(sellers(ledger(orders), [asked(2)], none).metrics[0]).toMatchObject({ window_days: 60, counted: 3 });
    expect(sellers(ledger(orders), [asked(1)], none).metrics[0]).toMatchObject({ window_days: 30, counted: 1 });
  });

  it('lists what it counts, for so long', () => {
    const faults = (fewer_than: number) =>
      details(ledger(orders), [asked(fewer_than)], none).flatMap((one) =>
        one.verdict.outcome === 'fault' ? [one.leaves_window_on - RUN] : [],
      );
    expect([faults(2), faults(1)]).toEqual([[31, 1], [1]]);
  });
});

describe('a window that stretches', () => {
  const asked = (until: number, at_most_days = 60): Programme => ({
    ...programme,
    metrics: programme.metrics.map((m) => ({ ...m, stretch: { until, at_most_days, why: 'for this test' } })),
  });
  /** Ten in 30 days; two on the 40th day, and one on the 60th. */
  const orders = [
    ...repeat(8, () => order('a', 'met', 1)),
    ...[order('a', 'fault', 29), order('a', 'met', 29), order('a', 'excluded', 39)],
    ...[order('a', 'fault', 39), order('a', 'met', 39, { region: 'DE' }), order('a', 'met', 59), order('a', 'fault', 60)],
  ];
  const judgedBy = (programme: Programme, some = orders, metrics = METRICS) => {
    const { window_days, counted, counts } = sellers(ledger(some, metrics), [programme], none).metrics[0]!;
    return { window_days, counted, fault: counts!.fault };
  };

  it('stays where exactly enough are counted, and goes back to the day that holds enough where one is missing', () => {
    expect(judgedBy(asked(10))).toEqual({ window_days: 30, counted: 10, fault: 1 });
    expect(judgedBy(asked(11))).toEqual({ window_days: 40, counted: 12, fault: 2 });
  });

  it('takes in a day as a whole, in every region, good and bad', () => {
    expect(judgedBy(asked(11))).toEqual(judgedBy(asked(12)));
    expect(judgedBy(asked(13))).toEqual({ window_days: 60, counted: 13, fault: 2 });
  });

  it('ends where policy says, however few it holds', () => {
    expect(judgedBy(asked(14))).toEqual({ window_days: 60, counted: 13, fault: 2 });
    expect(judgedBy(asked(14, 61))).toEqual({ window_days: 61, counted: 14, fault: 3 });
    expect(judgedBy(asked(11, 39))).toEqual({ window_days: 39, counted: 10, fault: 1 });
  });

  it('counts items where the metric counts items', () => {
    const [dispatch, defect] = METRICS;
    const items = [{ ...dispatch!, count: 'items' as const }, defect!];
    const some = [order('a', 'met', 1, { items: 9 }), order('a', 'fault', 31, { items: 5 }), order('a', 'met', 45)];
    expect(judgedBy(asked(10), some, items)).toEqual({ window_days: 32, counted: 14, fault: 5 });
  });

  it('lists what it counts', () => {
    const listed = details(ledger(orders), [asked(11)], none).filter((one) => one.verdict.outcome === 'fault');
    expect(listed.map((one) => one.leaves_window_on - RUN)).toEqual([11, 1]);
  });

  it('a good order more never hurts while the window stays, and lets the oldest day out once enough are counted without it', () => {
    const more = [...orders, order('a', 'met', 2)];
    expect(judgedBy(asked(13), more)).toEqual({ window_days: 40, counted: 13, fault: 2 });
    expect(judgedBy(asked(12), more)).toEqual({ window_days: 40, counted: 13, fault: 2 });
    expect(judgedBy(asked(11), more)).toEqual({ window_days: 30, counted: 11, fault: 1 });
  });
});

describe('what is recommended beside a standard', () => {
  const asked = (alert: ProgrammeMetric['alert'], more: Partial<ProgrammeMetric> = {}): Programme => ({
    ...programme,
    metrics: programme.metrics.map((m) => ({
      ...m,
      ...(m.metric === 'late_dispatch' ? { alert, ...more } : {}),
    })) as ProgrammeMetric[],
  });
  const oneOfTen = [...repeat(9, () => order('a', 'met', 1)), order('a', 'fault', 1)];
  const said = (programme: Programme, some = oneOfTen) => sellers(ledger(some), [programme], none);

  it('is exceeded without a change of verdict or tier', () => {
    const alert = { at_most: 0.09, why: 'for this test' };
    const { metrics, tiers } = said(asked(alert));
    expect(metrics[0]).toMatchObject({ alert_at_most: 0.09, alert_said: 'at_most', alert_allowed: 0, alert_exceeded: true });
    const without = said(asked(undefined));
    expect(without.metrics[0]).toMatchObject({ alert_at_most: null, alert_exceeded: null });
    const { verdict, tier, allowed } = metrics[0]!;
    expect([{ verdict, tier, allowed }, tiers]).toEqual([{ verdict: 'met', tier: 'top', allowed: 2 }, without.tiers]);
  });

  it('is kept exactly at it, unless policy says below', () => {
    const alert = { at_most: 0.1, why: 'for this test' };
    expect(said(asked(alert)).metrics[0]).toMatchObject({ alert_allowed: 1, alert_exceeded: false });
    expect(said(asked({ ...alert, said: 'below' })).metrics[0]).toMatchObject({ alert_allowed: 0, alert_exceeded: true });
  });

  it('is met by floors, and asked of nobody who is not assessed', () => {
    const alert = { at_most: 0, why: 'for this test' };
    const floor = (at_least: ProgrammeMetric['at_least']) => said(asked(alert, { at_least })).metrics[0];
    expect(floor({ counted: 0, faults: 2 })).toMatchObject({ alert_allowed: 1, alert_exceeded: false });
    expect(floor({ counted: 0, faults: 0, days: 2 })).toMatchObject({ alert_exceeded: false });
    expect(floor({ counted: 11, faults: 0 })).toMatchObject({ verdict: 'not_assessable', alert_exceeded: null });
  });
});

describe('the drill-down', () => {
  const listed = (orders: JudgedOrder[], programmes = [programme]) => details(ledger(orders), programmes, none);

  it('names the day on which an order leaves the window: the last that counts it is the day before', () => {
    const [one] = listed([order('a', 'fault', 29)]);
    expect(one!.leaves_window_on).toBe(RUN + 1);
    expect(listed([order('a', 'fault', 30)])).toEqual([]);
  });

  it('lists an order once per programme that counts it', () => {
    const other = { ...programme, programme: 'other', regions: ['DE'] };
    const both = { ...programme, programme: 'both' };
    expect(listed([order('a', 'fault', 1)], [programme, other, both]).map((one) => one.programme)).toEqual(['standards', 'both']);
  });

  it('leaves out what is excluded because the platform ships, what is met and what is pending', () => {
    const excluded = (reason: string) => ({ late_dispatch: { ...verdict('excluded', 1), reason } });
    const orders = [
      order('a', 'excluded', 1, { verdicts: excluded('platform_fulfilled') }),
      order('a', 'excluded', 1, { order_id: 'cancelled', verdicts: excluded('cancelled_before_due') }),
      order('a', 'met', 1),
      order('a', 'pending', 1),
    ];
    expect(listed(orders).map((one) => one.subject_id)).toEqual(['cancelled']);
  });
});

describe('who is there', () => {
  it('a seller without an order in any window is absent, not zero', () => {
    const found = sellers(ledger([order('gone', 'fault', 91), order('here', 'met', 1)]), [programme], none);
    expect(found.tiers.map((t) => t.seller_id)).toEqual(['here']);
    expect(found.metrics.map((m) => `${m.seller_id} ${m.metric}`)).toEqual(['here late_dispatch', 'here order_defect']);
  });

  it('a seller present has a row for a metric that is not measured, without counts', () => {
    const found = sellers(ledger([order('here', 'met', 1)]), [programme], new Set(['order_defect']));
    expect(found.metrics[1]).toMatchObject({ metric: 'order_defect', counts: null, accountable_rate: null, raw_rate: null });
  });
});

describe('what is not measured', () => {
  it('makes nobody present', () => {
    const orders = [order('gone', 'met', 91, { verdicts: { order_defect: verdict('met', 60) } })];
    expect(sellers(ledger(orders), [programme], none).metrics).toHaveLength(2);
    expect(sellers(ledger(orders), [programme], new Set(['order_defect'])).metrics).toEqual([]);
  });
});

describe('tiers', () => {
  it('a seller under the orders asked for is not assessable, however bad', () => {
    expect(tierOf(repeat(3, () => order('a', 'fault', 1)))).toMatchObject({ orders: 3, tier: 'not_assessable' });
  });

  it('a seller whose orders are all left out is not assessable: nothing speaks for a tier', () => {
    expect(tierOf(repeat(4, () => order('a', 'excluded', 1)))).toMatchObject({ orders: 4, tier: 'not_assessable' });
  });

  it('a metric under which nothing was counted imposes nothing', () => {
    const left = () =>
      order('a', 'met', 1, { verdicts: { late_dispatch: verdict('met', 1), order_defect: verdict('excluded', 1) } });
    expect(tierOf(repeat(4, left))).toMatchObject({ tier: 'top' });
  });

  it('a seller with none of the metrics measured is not measured', () => {
    const both = new Set(['late_dispatch', 'order_defect']);
    expect(
      tierOf(
        repeat(9, () => order('a', 'fault', 1)),
        both,
      ),
    ).toMatchObject({ tier: 'not_measured' });
  });

  it('one in four at fault keeps the bound of a quarter', () => {
    expect(tierOf([order('a', 'fault', 1), ...repeat(3, () => order('a', 'met', 1))])).toMatchObject({ tier: 'good' });
  });

  it('one more fault loses it', () => {
    expect(tierOf([order('a', 'fault', 1), order('a', 'fault', 1), ...repeat(3, () => order('a', 'met', 1))])).toMatchObject({
      tier: 'at_risk',
    });
  });

  it('more faults than the last bound allows leave the last tier', () => {
    expect(tierOf(repeat(4, () => order('a', 'fault', 1)))).toMatchObject({ tier: 'below' });
  });

  it('the worst metric decides', () => {
    const defective = () =>
      order('a', 'met', 1, { verdicts: { late_dispatch: verdict('met', 1), order_defect: verdict('fault', 60) } });
    expect(tierOf(repeat(4, defective))).toMatchObject({ tier: 'below' });
  });

  it('a metric that is not measured imposes nothing', () => {
    const defective = () =>
      order('a', 'met', 1, { verdicts: { late_dispatch: verdict('met', 1), order_defect: verdict('fault', 60) } });
    expect(tierOf(repeat(4, defective), new Set(['order_defect']))).toMatchObject({ tier: 'top' });
  });

  it('pending orders count as met in the tier projected', () => {
    const orders = [
      order('a', 'fault', 3),
      ...repeat(2, () => order('a', 'met', 3)),
      ...repeat(7, () => order('a', 'pending', 1)),
    ];
    expect(tierOf(orders)).toMatchObject({ tier: 'at_risk', tier_projected: 'top' });
  });
});

describe('regions', () => {
  const found = (orders: JudgedOrder[], region: string, window_days = 7) =>
    regionMetrics(ledger(orders), [{ code: 'GB' }, { code: 'DE' }], none).find(
      (m) => m.region === region && m.metric === 'late_dispatch' && m.window_days === window_days,
    )!;

  it('every order weighs the same in one rate, every seller in the other', () => {
    const orders = [...repeat(8, () => order('big', 'met', 1)), order('small', 'fault', 1), order('small', 'met', 1)];
    expect(found(orders, 'GB').now).toMatchObject({ accountable_rate: 0.1, seller_weighted_rate: 0.25, sellers: 2 });
  });

  it('a seller with nothing but pending orders has no weight', () => {
    expect(found([order('a', 'met', 1), order('b', 'pending', 1)], 'GB').now).toMatchObject({
      sellers: 1,
      seller_weighted_rate: 0,
    });
  });

  it('the period before has as many days and ends where this one begins', () => {
    const orders = [order('a', 'met', 6), order('a', 'fault', 7), order('a', 'fault', 13), order('a', 'fault', 14)];
    const { now, previous } = found(orders, 'GB');
    expect([now.counts, previous.counts]).toEqual([
      { ...noCounts(), met: 1 },
      { ...noCounts(), fault: 2 },
    ]);
  });

  it('ALL holds every region, and a seller of two regions once', () => {
    const orders = [order('a', 'met', 1), order('a', 'fault', 1, { region: 'DE' })];
    expect(found(orders, 'ALL').now).toMatchObject({
      counts: { ...noCounts(), met: 1, fault: 1 },
      sellers: 1,
      seller_weighted_rate: 0.5,
    });
    expect(found(orders, 'DE').now.counts).toEqual({ ...noCounts(), fault: 1 });
  });
});
