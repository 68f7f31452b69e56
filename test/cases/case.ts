/**
 * Outcome cases: a few landed rows, a run date and what each named order must be. They are data, so that the judge in
 * test/independent and a whole night can be asked the same questions.
 *
 * Ids never repeat between cases (but for the same landing asked on two run dates), so all cases of one run date may
 * land together; a case that is `alone` would touch others and wants a night of its own.
 */
import type { MetricKey, Outcome } from '../../metrics/index.js';
import type { Policies, Region } from '../../policies/policy.js';

/** A row as it lands in JSON, with the day it lands. */
export type LandedRow = { dt: string } & Record<string, string | number | readonly string[] | null>;

export type Dataset = 'orders' | 'sellers' | 'reviews' | 'returns' | 'cases' | 'conversations' | 'exemptions';
export type Landed = Partial<Record<Dataset, readonly LandedRow[]>>;

export interface Expectation {
  /** order_id, or conversation_id for slow_response. */
  subject: string;
  metric: MetricKey;
  /** `no_row`: not in the population of the metric, or not there at all. */
  outcome: Outcome | 'no_row';
  reason: string | null;
  /** YYYY-MM-DD; absent where the case is not about it. */
  cohort_day?: string;
}

export interface OutcomeCase {
  /** A sentence one could read to a seller. */
  name: string;
  run_date: string;
  landed: Landed;
  expect: readonly Expectation[];
  alone?: true;
}

/** Most cases are judged here: a Friday, in winter, when London's clock is UTC. */
export const NIGHT = '2026-11-20';
/** Late enough for orders placed on 2 November to be final under every metric. */
export const YEAR_END = '2026-12-31';

export const is = (
  subject: string,
  metric: MetricKey,
  outcome: Expectation['outcome'],
  reason: string | null = null,
  cohort_day?: string,
): Expectation => ({ subject, metric, outcome, reason, ...(cohort_day ? { cohort_day } : {}) });

export const sellerOf = (order_id: string): string => `seller-of-${order_id}`;

type Changes = Record<string, string | number | readonly string[] | null>;

/** An order without blame: placed on Monday 2 November 2026, due on the 4th, scanned on the 3rd, arrived on the 6th, promised for the 9th. */
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
  currency: currencyOf(String(changes.region ?? 'GB')),
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

const region = (
  code: string,
  name: string,
  time_zone: string,
  currency: string,
  dispatch_milestone: Region['dispatch_milestone'],
  on_time_scan_saves: boolean,
): Region => ({ code, name, time_zone, currency, must_land_orders_daily: false, dispatch_milestone, on_time_scan_saves });

const REGIONS = [
  region('GB', 'United Kingdom', 'Europe/London', 'GBP', 'first_scan', true),
  region('DE', 'Germany', 'Europe/Berlin', 'EUR', 'confirmed', true),
  region('FR', 'France', 'Europe/Paris', 'EUR', 'first_scan', false),
  region('IE', 'Ireland', 'Europe/Dublin', 'EUR', 'first_scan', true),
  region('SP', 'São Paulo', 'America/Sao_Paulo', 'BRL', 'first_scan', true),
  region('NY', 'New York', 'America/New_York', 'USD', 'first_scan', true),
  region('NZ', 'New Zealand', 'Pacific/Auckland', 'NZD', 'first_scan', true),
];

function currencyOf(code: string): string {
  const found = REGIONS.find((r) => r.code === code);
  if (!found) throw new Error(`cases: no region ${code}; add it to REGIONS in test/cases/case.ts`);
  return found.currency;
}

/** The policies all cases are judged under: in GB, FR, IE, SP, NY and NZ the first scan is dispatch, in DE the confirmation; in FR no scan saves. */
export const CASE_POLICIES: Policies = {
  regions: REGIONS,
  programmes: [
    {
      programme: 'case-standards',
      title: 'Standards of the cases',
      version: '1.0',
      in_force_from: '2016-01-01',
      regions: REGIONS.map((r) => r.code),
      tiers: [
        { key: 'good', title: 'Good', means: 'at most one in ten at fault' },
        { key: 'below', title: 'Below', means: 'more than that' },
      ],
      standard: 'good',
      assessable: { orders: 1, window_days: 90, why: 'a case is about one order' },
      metrics: [
        'late_dispatch',
        'seller_cancellation',
        'missing_tracking',
        'late_delivery',
        'negative_review',
        'seller_fault_return',
        'unresolved_case',
        'order_defect',
        'slow_response',
      ].map((metric) => ({
        metric,
        window_days: 90,
        why: 'a window long enough for every case',
        tiers: { good: { at_most: 0.1, why: 'any bound will do here' } },
      })),
    },
  ],
  mails: { from: 'Scorecards <scorecards@market.example>', leadership: [], regional_teams: {}, operators: [] },
  fingerprint: 'cases',
};

const WITNESS_DAY = { dt: '2017-01-12', updated_at: '2017-01-12T09:00:00Z' };

/** Rows of years ago in which every column has a value, so that every metric is measured in every case. */
export const WITNESS: Landed = {
  sellers: [
    {
      ...WITNESS_DAY,
      seller_id: sellerOf('witness'),
      name: 'Witness Goods',
      home_region: 'GB',
      joined_on: '2017-01-01',
      status: 'active',
      email_frequency: 'off',
    },
  ],
  orders: [
    order('witness', {
      ...WITNESS_DAY,
      placed_at: '2017-01-02T10:00:00Z',
      ship_by: '2017-01-04T17:00:00Z',
      deliver_by: '2017-01-09',
      confirmed_at: '2017-01-03T09:00:00Z',
      first_scan_at: '2017-01-03T15:00:00Z',
      delivered_at: '2017-01-06T12:00:00Z',
      cancelled_at: '2017-01-10T12:00:00Z',
      cancelled_by: 'buyer',
    }),
  ],
  reviews: [review('witness', { ...WITNESS_DAY, created_at: '2017-01-08T09:00:00Z' })],
  returns: [returned('witness', { ...WITNESS_DAY, responsible: 'buyer', requested_at: '2017-01-08T09:00:00Z' })],
  cases: [
    lostCase('witness', {
      ...WITNESS_DAY,
      opened_at: '2017-01-08T09:00:00Z',
      closed_at: '2017-01-09T09:00:00Z',
      outcome: 'withdrawn',
      resolved_by: 'seller',
    }),
  ],
  conversations: [
    conversation('witness', { ...WITNESS_DAY, opened_at: '2017-01-08T09:00:00Z', first_reply_at: '2017-01-08T10:00:00Z' }),
  ],
  exemptions: [exemption('witness', { ...WITNESS_DAY, decided_at: '2017-01-12T09:00:00Z', seller_id: sellerOf('witness') })],
};
