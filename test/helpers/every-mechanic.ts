import type { Points } from '../../policies/points.js';
import type { Policies, Programme, ProgrammeMetric } from '../../policies/policy.js';
import type { Score } from '../../policies/score.js';

const saying = (tiers: ProgrammeMetric['tiers'], said: 'below' | 'met_above'): ProgrammeMetric['tiers'] =>
  Object.fromEntries(Object.entries(tiers).map(([tier, bound]) => [tier, { ...bound, said }]));

/** What policy may ask of a metric beside a window and bounds, for the metrics of a programme in their order. */
const MECHANICS: readonly ((m: ProgrammeMetric) => Partial<ProgrammeMetric>)[] = [
  ({ at_least }) => ({ at_least: { ...at_least, buyers: 3, days: 3 } }),
  ({ tiers }) => ({ tiers: saying(tiers, 'below') }),
  ({ tiers }) => ({ tiers: saying(tiers, 'met_above') }),
  ({ window_days }) => ({ low_volume: { fewer_than: 20, window_days: window_days + 60, why: 'few orders' } }),
  ({ window_days, tiers: { good } }) => ({
    stretch: { until: 40, at_most_days: window_days + 60, why: 'few orders' },
    ...(good ? { alert: { at_most: good.at_most / 2, said: 'below', why: 'half of the standard' } } : {}),
  }),
];

/** The first metric once more, on days of its own, and in the window that stretches. */
const again = (m: ProgrammeMetric): ProgrammeMetric => ({
  ...m,
  ...{ metric: `${m.metric}_again`, of: m.metric, title: 'Once more', window_days: m.window_days + 3 },
  stretch: { until: 30, at_most_days: m.window_days + 40, why: 'few orders' },
  peaks: [{ name: 'Sale', from: '2026-11-01', to: '2026-11-12', extra_hours: 24, why: 'many orders' }],
  collapse: { same: 'buyer_and_day', why: 'one unhappy buyer' },
});

/** The first metric once more, of some orders only: by all that an order may be asked for, and across borders in a window that stretches. */
const segments = (m: ProgrammeMetric, regions: readonly string[]): ProgrammeMetric[] => [
  {
    ...{ ...m, metric: 'some', of: m.metric, title: 'Some' },
    where: {
      category: { names: ['books'], not: true },
      fulfilment: 'seller',
      carrier_class: { names: ['fast'], not: true },
      carrier: { names: ['swiftline'], not: true },
      region: regions.slice(0, 2),
    },
  },
  {
    ...{ ...again(m), metric: 'abroad', title: 'Abroad' },
    where: { cross_border: true, carrier_class: { names: ['fast', 'other'] }, carrier: { names: [], not: true } },
  },
];

/** The best tier asks for orders, sales and days too, and is kept by half as much again as it is got by. */
const withGates = (programme: Programme): Programme => {
  const [best, ...others] = programme.tiers;
  const why = 'made';
  const asks = {
    orders: { at_least: 60, window_days: 90, why },
    sales: { at_least: 2000, currency: 'EUR', window_days: 60, why },
    days_selling: { at_least: 200, why },
  };
  const keeping = (m: ProgrammeMetric): ProgrammeMetric => {
    const bound = m.tiers[best!.key]!;
    return { ...m, tiers: { ...m.tiers, [best!.key]: { ...bound, keep: { at_most: bound.at_most * 1.5, why } } } };
  };
  return { ...programme, tiers: [{ ...best!, asks }, ...others], metrics: programme.metrics.map(keeping) };
};

/** A score over all metrics, by weights, each beside its category, of which the best tier asks for something. */
function scoreOver({ metrics, tiers }: Programme): Score {
  const why = 'made';
  const curve: [number, number][] = [
    [0.01, 5],
    [0.04, 2.5],
    [0.3, 0.5],
  ];
  const benchmark = { percentile: 50, at_least_sellers: 5, relative_to: 0.04, not_below: 0.02, not_above: 0.08, why };
  const part = (nth: number) => ({
    ...{ key: `part_${nth}`, title: `Part ${nth}`, weight: nth + 1, why },
    metrics: Object.fromEntries(
      metrics.filter((_, at) => at % 2 === nth).map(({ metric }, at) => [metric, { weight: at + 1, curve, why, benchmark }]),
    ),
  });
  return {
    ...{ title: 'Made', why, out_of: 5, decides: 'weighted', dimensions: [part(0), part(1)], needs: { metrics: 1, why } },
    tiers: { [tiers[0]!.key]: { at_least: 4.9, why } },
  };
}

/** A programme whose points are a rating, given for everything and with a cap, and with a score. */
function withPoints(programme: Programme): Programme {
  const { evaluation: _, ...rest } = programme;
  const why = 'made';
  const given = { points: 4, why };
  const milestone = (at: number) => ({ at, title: 'Less', means: 'less than before', why });
  const points: Points = {
    ...{ why, expire_after_days: { value: 90, why }, looked_at: { every: 'monday', why } },
    rating: { starts_at: 200, at_most: 1000, earned: { points: 4, per_orders: 20, why }, why },
    violations: { rules: { counterfeit: given }, severities: { high: given }, other: 'landed', why },
    missed_metrics: { [programme.metrics[0]!.metric]: given },
    milestones: [milestone(199), { ...milestone(100), caps_at: programme.tiers.at(-1)!.key }],
  };
  const [first, ...others] = programme.metrics;
  return {
    ...{ ...rest, programme: `${programme.programme}-points`, points, metrics: [{ ...first!, window_days: 7 }, ...others] },
    score: scoreOver(programme),
    probation: {
      ...{ of_sellers_since: '2026-01-01', why, orders_a_day: { at_most: 2, why } },
      exits: [
        { name: 'Proven', orders: { at_least: 20, window_days: 30 }, metrics: [first!.metric], why },
        { name: 'Over', days: { at_least: 200 }, why },
      ],
    },
  };
}

/** Answers are due in opening hours of where the seller is. */
const inBusinessTime = (policies: Policies): Policies => ({
  ...policies,
  regions: policies.regions.map((region) => ({
    ...region,
    calendar: {
      working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: { opens: '09:00', closes: '18:00' },
      ...{ years: [2026], holidays: [{ on: '2026-11-11', name: 'Made Day' }], why: 'made' },
    },
  })),
  metrics: policies.metrics.map((m) =>
    m.metric === 'slow_response' ? { ...m, settings: { ...m.settings, on: 'business_hours', calendar: 'seller_home' } } : m,
  ),
});

/**
 * The same policies where the first metrics of each programme are asked by everything that a metric can be asked by, the first of them
 * twice and of some orders only, and beside them the same with points.
 */
export const everyMechanic = (policies: Policies): Policies => ({
  ...inBusinessTime(policies),
  carrier_classes: { fast: ['swiftline'] },
  programmes: [
    ...policies.programmes.map(withGates).map((programme) => ({
      ...programme,
      metrics: [
        ...programme.metrics.map((m, nth) => ({ ...m, ...MECHANICS[nth]?.(m) })),
        again(programme.metrics[0]!),
        ...segments(programme.metrics[0]!, programme.regions),
      ],
    })),
    ...policies.programmes.map(withPoints),
  ],
});
