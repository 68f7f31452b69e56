/**
 * Cases of a metric: a few landed rows, a run date and what each named subject must be. They are data, so that the judge in
 * test/independent and a whole night can be asked the same questions.
 *
 * Ids never repeat between cases (but for the same landing asked on two run dates), so all cases of one run date and one policy
 * may land together; a case that is `alone` would touch others and wants a night of its own.
 */
import { addDays } from '../contracts/days.js';
import type { LandingDataset } from '../contracts/landing/index.js';
import { METRIC_KEYS, type MetricKey, type Outcome } from './index.js';

/** A row as it lands in JSON, with the day it lands. */
export type LandedRow = { dt: string } & Record<string, string | number | readonly string[] | null>;

export type Dataset = LandingDataset;
export type Landed = Partial<Record<Dataset, readonly LandedRow[]>>;

export interface Expectation {
  /** order_id, conversation_id or, for a metric that lands, subject_id. */
  subject: string;
  metric: MetricKey | typeof OWN_METRIC;
  /** `no_row`: not in the population of the metric, or not there at all. */
  outcome: Outcome | 'no_row';
  reason: string | null;
  /** YYYY-MM-DD; absent where the case is not about it. */
  cohort_day?: string;
}

/** What metrics.yaml may say of one metric beyond its defaults, without the reasons. */
export type Settings = Readonly<Record<string, number | string | readonly string[]>> & {
  readonly counts_as_met?: readonly string[];
  readonly count?: 'orders' | 'items';
};

export interface OutcomeCase {
  /** A sentence one could read to a seller. */
  name: string;
  run_date: string;
  landed: Landed;
  expect: readonly Expectation[];
  alone?: true;
  /** What policy says beyond the defaults, by metric. */
  settings?: Readonly<Partial<Record<MetricKey | typeof OWN_METRIC, Settings>>>;
}

/** A metric that the marketplace of the cases measures itself and lands as outcomes; final five days after its cohort day. */
export const OWN_METRIC = 'damaged_parcels';

/** Most cases are judged here: a Friday, in winter, when London's clock is UTC. */
export const NIGHT = '2026-11-20';
/** Late enough for orders placed on 2 November to be final under every metric. */
export const YEAR_END = '2026-12-31';

export const is = (
  subject: string,
  metric: Expectation['metric'],
  outcome: Expectation['outcome'],
  reason: string | null = null,
  cohort_day?: string,
): Expectation => ({ subject, metric, outcome, reason, ...(cohort_day ? { cohort_day } : {}) });

export const sellerOf = (order_id: string): string => `seller-of-${order_id}`;

/** Regions of the cases; their rules are in test/cases/policies.ts. */
const CURRENCY: Readonly<Record<string, string>> = {
  GB: 'GBP',
  DE: 'EUR',
  FR: 'EUR',
  IE: 'EUR',
  SP: 'BRL',
  NY: 'USD',
  NZ: 'NZD',
  MA: 'MAD',
  BC: 'CAD',
  CU: 'CUP',
};

export type Changes = Record<string, string | number | readonly string[] | null>;

/**
 * An order without blame: placed on Monday 2 November 2026, due on the 4th,
 * scanned on the 3rd, arrived on the 6th, promised for the 9th.
 */
export const order = (order_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-06',
  seller_id: sellerOf(order_id),
  order_id,
  region: 'GB',
  fulfilment: 'seller',
  placed_at: '2026-11-02T10:00:00Z',
  ship_by: '2026-11-04T17:00:00Z',
  deliver_by: '2026-11-09',
  confirmed_at: '2026-11-03T09:00:00Z',
  first_scan_at: '2026-11-03T15:00:00Z',
  delivered_at: '2026-11-06T12:00:00Z',
  carrier: 'Parcelline',
  tracking_number: `track-${order_id}`,
  items: 1,
  gmv_minor: 2500,
  currency: CURRENCY[String(changes.region ?? 'GB')] ?? 'GBP',
  updated_at: '2026-11-06T12:00:00Z',
  ...changes,
});

/** What an order has not got before it is shipped. */
export const UNSHIPPED = { confirmed_at: null, first_scan_at: null, delivered_at: null, carrier: null, tracking_number: null };

/** A buyer's five stars for `order_id`, written on 10 November 2026. */
export const review = (order_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-10',
  review_id: `review-of-${order_id}`,
  seller_id: sellerOf(order_id),
  order_id,
  rating: 5,
  about: 'product',
  created_at: '2026-11-10T09:00:00Z',
  updated_at: '2026-11-10T09:00:00Z',
  ...changes,
});

/** A return for which the seller is responsible, asked for on 15 November 2026. */
export const returned = (order_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-15',
  return_id: `return-of-${order_id}`,
  seller_id: sellerOf(order_id),
  order_id,
  requested_at: '2026-11-15T09:00:00Z',
  responsible: 'seller',
  reason: 'not as described',
  updated_at: '2026-11-15T09:00:00Z',
  ...changes,
});

/** A case opened on 12 November 2026 and decided against the seller by the platform on the 25th. */
export const lostCase = (order_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-25',
  case_id: `case-of-${order_id}`,
  seller_id: sellerOf(order_id),
  order_id,
  kind: 'not_received',
  opened_at: '2026-11-12T09:00:00Z',
  closed_at: '2026-11-25T09:00:00Z',
  outcome: 'seller_fault',
  resolved_by: 'platform',
  updated_at: '2026-11-25T09:00:00Z',
  ...changes,
});

/** A seller at home in a region, described before anything else of the cases. */
export const seller = (seller_id: string, home_region: string): LandedRow => ({
  ...{ dt: '2026-11-02', seller_id, name: seller_id, email: null, locale: null, home_region },
  ...{ joined_on: '2020-01-01', status: 'active', updated_at: '2026-11-02T09:00:00Z' },
});

/** A buyer's question of Monday 16 November 2026, 10:00, answered within the hour. */
export const conversation = (conversation_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-17',
  conversation_id,
  seller_id: sellerOf(conversation_id),
  region: 'GB',
  opened_by: 'buyer',
  opened_at: '2026-11-16T10:00:00Z',
  first_reply_at: '2026-11-16T11:00:00Z',
  kind: 'human',
  updated_at: '2026-11-17T10:00:00Z',
  ...changes,
});

/** An exemption from late dispatch after a carrier incident, for any cohort day; name at least whom it protects. */
export const exemption = (exemption_id: string, changes: Changes): LandedRow => ({
  dt: '2026-11-12',
  exemption_id,
  metrics: ['late_dispatch'],
  reason: 'carrier_incident',
  decided_by: 'operations',
  decided_at: '2026-11-12T09:00:00Z',
  updated_at: '2026-11-12T09:00:00Z',
  ...changes,
});

/** A parcel that came damaged, landed as an outcome of 4 November 2026. */
export const landedOutcome = (subject_id: string, changes: Changes = {}): LandedRow => ({
  dt: '2026-11-06',
  seller_id: sellerOf(subject_id),
  subject_id,
  region: 'GB',
  metric: OWN_METRIC,
  cohort_day: '2026-11-04',
  outcome: 'fault',
  reason: 'crushed',
  evidence: `photo-of-${subject_id}`,
  updated_at: '2026-11-06T12:00:00Z',
  ...changes,
});

/** Cases about one subject each, asked of one metric: a name, an id, what landed and what must come of it. */
export interface OneCase {
  name: string;
  id: string;
  landed: Landed;
  outcome: Expectation['outcome'];
  reason?: string | null;
  day?: string;
  run_date?: string;
  settings?: OutcomeCase['settings'];
}

export const casesOf =
  (metric: Expectation['metric']) =>
  ({ name, id, landed, outcome, reason = null, day, run_date = NIGHT, settings }: OneCase): OutcomeCase => ({
    name,
    run_date,
    landed,
    expect: [is(id, metric, outcome, reason, day)],
    ...(settings ? { settings } : {}),
  });

export interface FaultOf {
  metric: Expectation['metric'];
  /** Begins the ids. */
  prefix: string;
  /** Of the fault without an exemption. */
  reason: string;
  cohort_day: string;
  /** Rows that make `id` a fault; the parcel, where there is one, is of `carrier`. */
  landed(id: string, carrier: string): Landed;
  /** False where there is no parcel, so that no exemption of a carrier reaches it. */
  has_parcel?: false;
}

/** A fault of one metric under exemptions of every scope: which of them forgive it. Judged at the end of the year, in GB. */
export function exemptionCases({ metric, prefix, reason, cohort_day, landed, has_parcel }: FaultOf): OutcomeCase[] {
  const dayOf = (moved: number) => addDays(cohort_day, moved);
  const what = String(metric).replaceAll('_', ' ');
  const scope = (name: string, told: (id: string) => Changes, forgives: boolean): OutcomeCase => {
    const id = `${prefix}-ex-${name.replaceAll(/[^a-z]+/g, '-')}`;
    const rows = landed(id, `carrier-of-${id}`);
    const exemptions = [exemption(id, { metrics: [metric], reason: 'declared_closure', ...told(id) })];
    return {
      name: `An exemption ${name} ${forgives ? 'forgives' : 'does not forgive'} a fault of ${what}`,
      run_date: YEAR_END,
      landed: { ...rows, exemptions },
      expect: [is(id, metric, forgives ? 'forgiven' : 'fault', forgives ? 'declared_closure' : reason, cohort_day)],
    };
  };
  const ofSeller = (more: Changes) => (id: string) => ({ seller_id: sellerOf(id), ...more });
  // An exemption from a part of the order defect, which is its reason, would forgive the defect.
  const others = METRIC_KEYS.filter((key) => key !== metric && key !== reason);
  return [
    scope('of the very metric', ofSeller({}), true),
    scope('of every metric', ofSeller({ metrics: 'all' }), true),
    scope('of all metrics but this', ofSeller({ metrics: others }), false),
    scope('of another seller', () => ({ seller_id: 'nobody' }), false),
    scope('of the seller in its region', ofSeller({ region: 'GB' }), true),
    scope('of the seller in another region', ofSeller({ region: 'NZ' }), false),
    scope('of the carrier', (id) => ({ carrier: `carrier-of-${id}` }), has_parcel ?? true),
    scope('of another carrier', ofSeller({ carrier: 'carrier-of-others' }), false),
    scope('until the very day', ofSeller({ valid_to: cohort_day }), true),
    scope('until the day before', ofSeller({ valid_to: dayOf(-1) }), false),
    scope('from the very day', ofSeller({ valid_from: cohort_day }), true),
    scope('from the day after', ofSeller({ valid_from: dayOf(1) }), false),
  ];
}
