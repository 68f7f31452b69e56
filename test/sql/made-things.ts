/**
 * What sellers' faults have in common, over drawn orders: expected is what a second computation in plain TypeScript finds, order by
 * order. The run date is Monday 16 November; what is dispatched or answered by then is final two days later, in windows of 28 days.
 */
import { addDays, daysBetween, weekday } from '../../contracts/days.js';
import type { Policies } from '../../policies/policy.js';
import { MADE_POLICIES, type MadeRows, none, rows } from './made-rows.js';

const RUN_DATE = '2026-11-16';
const [like] = MADE_POLICIES.programmes[0]!.metrics;
/** `both` asks for dispatch, delivery in 28 days, answers, and dispatch of parcels of toys alone, for whose few it looks at more days. */
const POLICIES: Policies = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) =>
    p.programme === 'both'
      ? {
          ...p,
          metrics: [
            ...p.metrics,
            { ...like!, metric: 'slow_response' },
            { ...like!, metric: 'damaged_parcels' },
            { ...like!, metric: 'late_toys', of: 'late_dispatch', where: { category: { names: ['toys'] } } },
          ],
        }
      : p,
  ),
};

/** Codes of outcomes: 1 met, 2 fault, 3 forgiven, 4 left out, 6 forgiven as met. */
interface Order {
  seller: string;
  region: 'GB' | 'DE' | 'FR';
  carrier: string | null;
  category: string | null;
  day: string;
  outcome: 1 | 2 | 3 | 4 | 6;
  items: number | null;
  metric: 'late_dispatch' | 'slow_response';
}
interface Entry {
  programme: string;
  metric: string;
  counts(order: Order): boolean;
}
const ENTRIES: readonly Entry[] = [
  { programme: 'both', metric: 'late_dispatch', counts: (o) => o.metric === 'late_dispatch' && o.region !== 'FR' },
  { programme: 'both', metric: 'slow_response', counts: (o) => o.metric === 'slow_response' && o.region !== 'FR' },
  {
    programme: 'both',
    metric: 'late_toys',
    counts: (o) => o.metric === 'late_dispatch' && o.region !== 'FR' && o.category === 'toys',
  },
  { programme: 'german', metric: 'late_dispatch', counts: (o) => o.metric === 'late_dispatch' && o.region === 'DE' },
];

/** Sellers whose faults come with a carrier, a weekday, a category or nothing in particular, the more the higher their number. */
function drawn(): Order[] {
  let state = 7;
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647; // Park and Miller's: the same draws every time
    return state % below;
  };
  const orders: Order[] = [];
  for (let seller = 0; seller < 16; seller++)
    for (let n = 0; n < 260; n++) {
      const carrier = (['swift', 'royal', 'royal', 'post', null] as const)[draw(5)]!;
      const category = (['toys', 'books', 'books', null] as const)[draw(4)]!;
      const day = addDays('2026-10-14', draw(34));
      const [late, friday, toys] = [carrier === 'swift', weekday(day) === 5, category === 'toys'];
      const wrong = [draw(100) < 12, late, friday, toys, late && friday, late || toys, friday && toys, friday || toys][
        seller % 8
      ];
      const fault = wrong && draw(16) <= seller;
      const outcome = fault ? (draw(8) === 0 ? 3 : draw(8) === 0 ? 6 : 2) : draw(20) === 0 ? 4 : draw(20) === 0 ? 6 : 1;
      const metric = n % 5 === 0 ? 'slow_response' : 'late_dispatch';
      const ofOrder = metric === 'late_dispatch' ? { carrier, category } : { carrier: null, category: null };
      const region = (['GB', 'GB', 'DE', 'FR'] as const)[draw(4)]!;
      const items = n % 7 === 0 ? null : n % 4;
      orders.push({ seller: `s-${String(seller).padStart(2, '0')}`, region, ...ofOrder, day, outcome, metric, items });
    }
  return orders;
}

const ORDERS = drawn();
const SELLERS = [...new Set(ORDERS.map(({ seller }) => seller))];
/** Some are looked at over fewer days. */
const windowOf = (seller: string): number => (seller.endsWith('3') ? 14 : 28);
const AGE = 2;
const inWindow = ({ seller, day }: Order): boolean => {
  const old = daysBetween(day, RUN_DATE) - AGE;
  return old >= 0 && old < windowOf(seller);
};
const COUNTS: readonly number[] = [1, 2, 6];

interface Asked extends Entry {
  seller: string;
  counted: Order[];
  faults: Order[];
  allowed: number;
  verdict: 'met' | 'missed';
  ahead: boolean;
}
const ASKED: readonly Asked[] = SELLERS.flatMap((seller, nth) =>
  ENTRIES.map((entry): Asked => {
    const own = ORDERS.filter((o) => o.seller === seller && entry.counts(o) && inWindow(o));
    const counted = own.filter(({ outcome }) => COUNTS.includes(outcome));
    const faults = own.filter(({ outcome }) => outcome === 2);
    // Of every sixth the standard is met; of every twelfth the next tier's bound is missed all the same, in one programme.
    const met = nth % 6 === 5;
    return {
      ...entry,
      seller,
      counted,
      faults,
      allowed: nth % 3,
      verdict: met ? 'met' : 'missed',
      ahead: nth % 12 === 5 && entry.programme === 'both',
    };
  }),
);

type Kind = 'carrier' | 'category' | 'weekday';
const causeOf = (kind: Kind, order: Order): string | null => (kind === 'weekday' ? String(weekday(order.day)) : order[kind]);

/** The chance that so many of n are at fault is at most e to the minus this, whatever else is drawn (Hoeffding 1963, theorem 1). */
function surprise(k: number, n: number, p: number): number {
  const q = k / n;
  if (q <= p) return 0;
  return n * (q * Math.log(q / p) + (q < 1 ? (1 - q) * Math.log((1 - q) / (1 - p)) : 0));
}

/** What is at fault and counted: orders, or their items. */
type Units = (orders: readonly Order[]) => number;
const asOrders: Units = (orders) => orders.length;
const unitsOf = ({ items }: Order): number => Math.max(items ?? 1, 1);
/** Answers are counted one by one all the same. */
const asItems: Units = (orders) =>
  orders.reduce((sum, order) => sum + (order.metric === 'late_dispatch' ? unitsOf(order) : 1), 0);

function found({ seller, programme, metric, counted, faults, allowed, verdict, ahead }: Asked, units: Units) {
  if (units(faults) < 3 || (verdict === 'met' && !ahead)) return [];
  return (['carrier', 'category', 'weekday'] as const).flatMap((kind) => {
    const causes = [...new Set(faults.flatMap((order) => causeOf(kind, order) ?? []))].sort();
    const out = causes.flatMap((cause) => {
      const of = faults.filter((order) => causeOf(kind, order) === cause);
      const all = units(counted.filter((order) => causeOf(kind, order) === cause));
      const days = Map.groupBy(of, ({ day }) => day);
      const worst = Math.max(...[...days.values()].map(units));
      const p = (units(faults) - worst) / (units(counted) - worst);
      const isOut = days.size >= 3 && surprise(units(of) - worst, all - worst, p) >= Math.log(20);
      const rate = (units(faults) - units(of)) / units(counted);
      const enough = units(faults) - units(of) <= allowed;
      const whole = { fault: units(faults), counted: units(counted), allowed };
      return isOut ? [{ seller, programme, metric, kind, cause, part: units(of), all, rate, enough, ...whole }] : [];
    });
    return out.toSorted((a, b) => b.part - a.part).slice(0, 1);
  });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const expected = (asked: readonly Asked[], units: Units) => {
  const each = asked.flatMap((one) => found(one, units));
  return [...Map.groupBy(each, ({ seller, programme }) => `${seller} ${programme}`).values()].flatMap((own) =>
    own
      .toSorted((a, b) => b.part - a.part || byText(a.metric, b.metric) || byText(a.kind, b.kind))
      .map((one, at) => ({ ...one, place: at + 1 })),
  );
};

const text = (value: string | null): string => (value === null ? 'CAST(NULL AS VARCHAR)' : `'${value}'`);
const thingsOf = (says: string, asked: readonly Asked[], units: Units, policies: Policies): MadeRows => ({
  path: 'marts/things_to_do.sql',
  says,
  night: { policies },
  reads: {
    seller_metrics: rows(
      'seller_id, programme, metric, window_days, fault, counted, allowed, verdict',
      ...asked.map(
        ({ seller, programme, metric, faults, counted, allowed, verdict }) =>
          `'${seller}', '${programme}', '${metric}', ${windowOf(seller)}, CAST(${units(faults)} AS BIGINT), CAST(${units(counted)} AS BIGINT),
           CAST(${allowed} AS BIGINT), '${verdict}'`,
      ),
    ),
    next_tiers: rows(
      'seller_id, programme, metric',
      "'?', '?', '?'",
      ...asked.filter(({ ahead }) => ahead).map(({ seller, programme, metric }) => `'${seller}', '${programme}', '${metric}'`),
    ),
    outcome_details: rows(
      'seller_id, programme, metric, outcome, cohort_day, carrier, category, items',
      ...asked.flatMap(({ seller, programme, metric, counts }) =>
        ORDERS.filter((o) => o.seller === seller && counts(o) && inWindow(o) && [2, 3, 6].includes(o.outcome)).map(
          (o) =>
            `'${seller}', '${programme}', '${metric}', '${o.outcome === 2 ? 'fault' : 'forgiven'}', DATE '${o.day}', ${text(o.carrier)},
             ${text(o.category)}, CAST(${o.items ?? 'NULL'} AS BIGINT)`,
        ),
      ),
    ),
    'ledger order_outcomes': ledgerOf('late_dispatch', asked),
    conversation_outcomes: ledgerOf('slow_response', asked),
    sellers: none('seller_id, home_region'),
  },
  shows:
    'seller_id, programme, metric, kind, cause, cause_fault, cause_counted, fault, counted, allowed, round(rate_without, 6), enough, place',
  gives: expected(asked, units)
    .map(
      ({ seller, programme, metric, kind, cause, part, all, fault, counted, allowed, rate, enough, place }) =>
        `${seller} ${programme} ${metric} ${kind} ${cause} ${part} ${all} ${fault} ${counted} ${allowed} ${Number(rate.toFixed(6))} ${enough} ${place}`,
    )
    .sort(byText),
});

/** Rows of a ledger that are alike lie as one of their weight; what is placed tomorrow does not count. */
function ledgerOf(metric: Order['metric'], asked: readonly Asked[]): string {
  const sellers = new Set(asked.map(({ seller }) => seller));
  const some = ORDERS.filter((order) => order.metric === metric && sellers.has(order.seller));
  const alike = Map.groupBy(some, (o) => [o.seller, o.region, o.carrier, o.category, o.day, o.outcome, unitsOf(o)].join(' '));
  const row = (o: Order, weight: number, placed = RUN_DATE): string =>
    `'${o.seller}', '${o.region}', DATE '${o.day}', ${o.outcome}, ${weight}, CAST(${unitsOf(o)} AS BIGINT), ${text(o.carrier)}, ${text(o.category)},
     DATE '${placed}', CAST(NULL AS DATE), 0`;
  return rows(
    `seller_id, region, ${metric}_day, ${metric}, weight, units, carrier, category, placed_day, late_delivery_day, late_delivery`,
    ...[...alike.values()].map((own) => row(own[0]!, own.length)),
    ...some.slice(0, 40).map((o) => row(o, metric === 'late_dispatch' ? 1 : 0, addDays(RUN_DATE, 1))),
  );
}

const drawnThings = thingsOf(
  'what faults have in common: a carrier, a category, a weekday whose own, worst day left out, are more than chance gives it',
  ASKED,
  asOrders,
  POLICIES,
);
const itemsOfThings = thingsOf(
  'the same of items, where a metric counts them',
  ASKED.filter(({ seller }) => seller >= 's-12'),
  asItems,
  { ...POLICIES, metrics: POLICIES.metrics.map((m) => (m.metric === 'late_dispatch' ? { ...m, count: 'items' as const } : m)) },
);

/** Of one seller: x is late on three Mondays, thrice each, with toys; y as often on other days; z less often; w never, on a Tuesday. */
const LATE: readonly [carrier: string, category: string | null, days: readonly string[], each: number][] = [
  ['x', 'toys', ['2026-10-19', '2026-10-26', '2026-11-02'], 3],
  ['y', null, ['10-21', '10-22', '10-23', '10-28', '10-29', '10-30', '11-04', '11-05', '11-06'].map((day) => `2026-${day}`), 1],
  ['z', null, ['10-24', '10-25', '10-31', '11-01', '11-07', '11-08'].map((day) => `2026-${day}`), 1],
];
const lies = (carrier: string, category: string | null, day: string, code: number, weight: number): string =>
  `'s', 'GB', DATE '${day}', ${code}, ${weight}, CAST(1 AS BIGINT), '${carrier}', ${text(category)}, DATE '${RUN_DATE}', CAST(NULL AS DATE), 0`;
const alike: MadeRows = {
  ...drawnThings,
  says: 'of causes the one with most faults, of as many the first by name; and of as many metrics and kinds those',
  reads: {
    ...itemsOfThings.reads,
    seller_metrics: rows(
      'seller_id, programme, metric, window_days, fault, counted, allowed, verdict',
      ...["'s', 'both', 'late_dispatch', 28, 24, 424, 0, 'missed'", "'s', 'both', 'late_toys', 28, 9, 109, 0, 'missed'"],
    ),
    outcome_details: rows(
      'seller_id, programme, metric, outcome, cohort_day, carrier, category, items',
      ...LATE.flatMap(([carrier, category, days, each]) =>
        (category ? ['late_dispatch', 'late_toys'] : ['late_dispatch']).flatMap((metric) =>
          days.flatMap((day) =>
            Array.from(
              { length: each },
              () => `'s', 'both', '${metric}', 'fault', DATE '${day}', '${carrier}', ${text(category)}, CAST(1 AS BIGINT)`,
            ),
          ),
        ),
      ),
    ),
    'ledger order_outcomes': rows(
      'seller_id, region, late_dispatch_day, late_dispatch, weight, units, carrier, category, placed_day, late_delivery_day, late_delivery',
      ...LATE.flatMap(([carrier, category, days, each]) => days.map((day) => lies(carrier, category, day, 2, each))),
      ...[lies('w', null, '2026-10-20', 1, 300), lies('w', 'toys', '2026-10-20', 1, 100)],
    ),
  },
  shows: 'place, metric, kind, cause, cause_fault',
  gives: ['1 late_dispatch carrier x 9', '2 late_dispatch weekday 1 9', '3 late_toys carrier x 9', '4 late_toys weekday 1 9'],
};

export const MADE_THINGS: readonly MadeRows[] = [drawnThings, itemsOfThings, alike];
