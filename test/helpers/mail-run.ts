/** A small finished run, as mails read it: a few sellers, each there for one reason. Monday, 16 November 2026. */
import type { Column } from '../../contracts/columns.js';
import { sellers } from '../../contracts/landing/sellers.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import type {
  OutcomeDetailRow,
  ReasonCountRow,
  RegionKpiRow,
  RegionMetricRow,
  RunQualityRow,
  ScorecardRow,
  SellerMetricRow,
  TierChangeRow,
  TierMixRow,
} from '../../emails/rows.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import type { Policies, Programme, Region } from '../../policies/policy.js';
import { writeParquet } from './write-parquet.js';

const region = (code: string, name: string, time_zone: string, currency: string, more: Partial<Region> = {}): Region => ({
  code,
  name,
  time_zone,
  currency,
  must_land_orders_daily: true,
  dispatch_milestone: 'first_scan',
  on_time_scan_saves: true,
  ...more,
});

const bounds = (top: number, good: number, at_risk: number) => ({
  top: { at_most: top, why: 'half the standard' },
  good: { at_most: good, why: 'the standard' },
  at_risk: { at_most: at_risk, why: 'twice the standard' },
});

export const programme: Programme = {
  programme: 'eu-seller-standards',
  title: 'European seller standards',
  version: '1.0',
  in_force_from: '2026-01-01',
  regions: ['DE', 'FR', 'GB'],
  tiers: [
    { key: 'top', title: 'Top seller', means: 'Among our most reliable sellers: the badge shows on every listing.' },
    { key: 'good', title: 'Good standing', means: 'Meets what every buyer may expect.' },
    { key: 'at_risk', title: 'At risk', means: 'Below the standard; time to act before it costs visibility.' },
    { key: 'below', title: 'Below standard', means: 'A person reviews the account before anything happens.' },
  ],
  standard: 'good',
  assessable: { orders: 30, window_days: 90, why: 'under 30 orders one bad order alone would break a bound' },
  metrics: [
    { metric: 'late_dispatch', window_days: 30, why: 'first thing buyers see', tiers: bounds(0.02, 0.04, 0.08) },
    { metric: 'seller_cancellation', window_days: 30, why: 'the worst answer', tiers: bounds(0.01, 0.025, 0.05) },
    { metric: 'missing_tracking', window_days: 30, why: 'nobody can tell', tiers: bounds(0.02, 0.05, 0.1) },
    { metric: 'late_delivery', window_days: 30, why: 'what buyers remember', tiers: bounds(0.05, 0.1, 0.2) },
    { metric: 'negative_review', window_days: 60, why: 'reviews are few', tiers: bounds(0.015, 0.03, 0.06) },
    { metric: 'order_defect', window_days: 90, why: 'defects are rare', tiers: bounds(0.01, 0.02, 0.04) },
    { metric: 'slow_response', window_days: 30, why: 'answered by habit', tiers: bounds(0.05, 0.1, 0.2) },
  ],
};

export const policies: Policies = {
  regions: [
    region('DE', 'Germany', 'Europe/Berlin', 'EUR'),
    region('FR', 'France', 'Europe/Paris', 'EUR', { dispatch_milestone: 'confirmed' }),
    region('GB', 'United Kingdom', 'Europe/London', 'GBP'),
  ],
  programmes: [programme],
  mails: {
    from: 'Seller Scorecards <scorecards@market.example>',
    leadership: ['leadership@market.example'],
    regional_teams: { DE: ['team-de@market.example'], GB: ['team-gb@market.example', 'second-gb@market.example'] },
    operators: ['operators@market.example'],
  },
  fingerprint: 'f1',
};

export interface SellerRow {
  seller_id: string;
  name: string;
  email: string | null;
  locale: string | null;
  home_region: string;
  joined_on: string;
  status: string;
  email_frequency: string | null;
  updated_at: string;
}

export interface RunRows {
  sellers: SellerRow[];
  scorecards: ScorecardRow[];
  seller_metrics: SellerMetricRow[];
  outcome_details: OutcomeDetailRow[];
  tier_changes: TierChangeRow[];
  tier_mix: TierMixRow[];
  region_kpis: RegionKpiRow[];
  region_metrics: RegionMetricRow[];
  reason_counts: ReasonCountRow[];
  run_quality: RunQualityRow[];
}

export const seller = (seller_id: string, name: string, more: Partial<SellerRow> = {}): SellerRow => ({
  seller_id,
  name,
  email: `${seller_id.toLowerCase()}@sellers.example`,
  locale: null,
  home_region: 'DE',
  joined_on: '2025-03-01',
  status: 'active',
  email_frequency: 'weekly',
  updated_at: '2026-10-01T08:00:00Z',
  ...more,
});

type Counts = Partial<Pick<SellerMetricRow, 'met' | 'fault' | 'forgiven' | 'excluded' | 'pending'>>;

/** One seller's row for a metric, with rates and verdict as the mart would have them. */
export function metricRow(
  seller_id: string,
  metric: string,
  counts: Counts | 'not_measured',
  assessable = true,
): SellerMetricRow {
  const policy = programme.metrics.find((one) => one.metric === metric)!;
  const at_most = policy.tiers.good!.at_most;
  const base = { seller_id, programme: programme.programme, metric, window_days: policy.window_days, at_most };
  if (counts === 'not_measured')
    return {
      ...base,
      met: null,
      fault: null,
      forgiven: null,
      excluded: null,
      pending: null,
      accountable_rate: null,
      raw_rate: null,
      verdict: 'not_measured',
      tier: null,
      allowed: null,
      because: 'no source has landed for it',
    };
  const { met = 0, fault = 0, forgiven = 0, excluded = 0, pending = 0 } = counts as Record<string, number>;
  const counted = met + fault;
  const allowed = Math.floor(counted * at_most + 1e-9);
  const verdict = !assessable || counted === 0 ? 'not_assessable' : fault <= allowed ? 'met' : 'missed';
  return {
    ...base,
    met,
    fault,
    forgiven,
    excluded,
    pending,
    accountable_rate: counted ? fault / counted : null,
    raw_rate: counted + forgiven ? (fault + forgiven) / (counted + forgiven) : null,
    verdict,
    tier: verdict === 'not_assessable' ? null : verdict === 'met' ? 'good' : 'at_risk',
    allowed,
    because: !assessable
      ? '12 orders in 90 days, policy asks for 30'
      : counted === 0
        ? `nothing has become final in ${policy.window_days} days`
        : `${fault} of ${counted} at fault, ${allowed} allowed`,
  };
}

export const card = (seller_id: string, tier: string, more: Partial<ScorecardRow> = {}): ScorecardRow => ({
  seller_id,
  programme: programme.programme,
  policy_version: programme.version,
  name: null,
  home_region: 'DE',
  status: 'active',
  orders: 210,
  orders_needed: 30,
  tier,
  tier_projected: tier,
  tier_because: 'meets every bound of its tier',
  held_back_by: null,
  next_tier: null,
  orders_to_next_tier: null,
  metrics_measured: 6,
  metrics_total: 7,
  ...more,
});

/** A fault with no moment but its cohort day; the moments that prove it are given. */
export const fault = (
  seller_id: string,
  metric: string,
  subject_id: string,
  cohort_day: string,
  more: Partial<OutcomeDetailRow>,
): OutcomeDetailRow => ({
  seller_id,
  metric,
  subject_id,
  order_id: subject_id,
  region: 'DE',
  cohort_day,
  outcome: 'fault',
  reason: 'late',
  exemption_id: null,
  category: null,
  gmv_minor: 2490,
  currency: 'EUR',
  placed_at: null,
  ship_by: null,
  confirmed_at: null,
  first_scan_at: null,
  deliver_by: null,
  delivered_at: null,
  cancelled_at: null,
  cancelled_by: null,
  carrier: null,
  has_tracking: true,
  reviewed_at: null,
  rating: null,
  returned_at: null,
  case_closed_at: null,
  opened_at: null,
  first_reply_at: null,
  days_left_in_window: null,
  ...more,
});

const at = (iso: string): Date => new Date(iso);

const healthy = (seller_id: string, n = 140): SellerMetricRow[] => [
  metricRow(seller_id, 'late_dispatch', { met: n, fault: 1, pending: 5 }),
  metricRow(seller_id, 'seller_cancellation', { met: n, fault: 0, pending: 9 }),
  metricRow(seller_id, 'missing_tracking', { met: n - 3, fault: 2 }),
  metricRow(seller_id, 'late_delivery', { met: n - 10, fault: 4, forgiven: 6 }),
  metricRow(seller_id, 'negative_review', { met: n + 60, fault: 1, pending: 31 }),
  metricRow(seller_id, 'order_defect', { met: n + 90, fault: 1, pending: 88 }),
  metricRow(seller_id, 'slow_response', 'not_measured'),
];

const change = (
  seller_id: string,
  previous_tier: string | null,
  tier: string,
  direction: TierChangeRow['direction'],
): TierChangeRow => ({
  seller_id,
  programme: programme.programme,
  previous_run_id: '2026-11-15-001',
  previous_tier,
  tier,
  direction,
  because: 'as the scorecard says',
});

const METRIC_TOTALS: Record<string, [number, number, number, number, number]> = {
  late_dispatch: [52340, 1804, 402, 918, 4120],
  seller_cancellation: [54110, 640, 22, 214, 14873],
  missing_tracking: [50022, 1120, 0, 918, 12011],
  late_delivery: [49870, 2310, 3015, 1820, 7002],
  negative_review: [41200, 1390, 610, 0, 21018],
  order_defect: [0, 0, 0, 1240, 58120],
};

const SHARES: Record<string, number> = { ALL: 1, DE: 0.45, FR: 0.3, GB: 0.25 };
const WINDOWS = [7, 28, 90];

const regionMetric = (code: string, metric: string, window_days: number): RegionMetricRow => {
  const totals = METRIC_TOTALS[metric];
  const empty = {
    met: null,
    fault: null,
    forgiven: null,
    excluded: null,
    pending: null,
    accountable_rate: null,
    raw_rate: null,
    seller_weighted_rate: null,
    sellers: null,
    previous_met: null,
    previous_fault: null,
    previous_forgiven: null,
    previous_excluded: null,
    previous_pending: null,
    previous_accountable_rate: null,
    previous_raw_rate: null,
    previous_seller_weighted_rate: null,
  };
  if (!totals) return { region: code, metric, window_days, ...empty };
  const scale = (n: number) => Math.round((n * SHARES[code]! * window_days) / 28);
  const [met, faults, forgiven, excluded, pending] = totals.map(scale) as [number, number, number, number, number];
  const previousFault = Math.round(faults * (metric === 'late_dispatch' ? 0.9 : 1.1));
  const rate = (part: number, whole: number) => (whole ? part / whole : null);
  return {
    region: code,
    metric,
    window_days,
    met,
    fault: faults,
    forgiven,
    excluded,
    pending,
    accountable_rate: rate(faults, met + faults),
    raw_rate: rate(faults + forgiven, met + faults + forgiven),
    seller_weighted_rate: rate(faults, met + faults),
    sellers: Math.round(1400 * SHARES[code]!),
    previous_met: met,
    previous_fault: previousFault,
    previous_forgiven: forgiven,
    previous_excluded: excluded,
    previous_pending: 0,
    previous_accountable_rate: rate(previousFault, met + previousFault),
    previous_raw_rate: rate(previousFault + forgiven, met + previousFault + forgiven),
    previous_seller_weighted_rate: rate(previousFault, met + previousFault),
  };
};

const regionKpi = (code: string, window_days: number): RegionKpiRow => {
  const scale = (n: number) => Math.round((n * SHARES[code]! * window_days) / 28);
  const currency = { ALL: null, DE: 'EUR', FR: 'EUR', GB: 'GBP' }[code] ?? null;
  return {
    region: code,
    window_days,
    orders: scale(58_440),
    gmv_minor: currency ? scale(214_803_300) : null,
    currency,
    active_sellers: Math.round(1512 * SHARES[code]!),
    new_sellers: scale(64),
    not_assessable_share: 0.31,
    excluded_share: 0.021,
    fault_share_top_1pct: 0.118,
    previous_orders: scale(56_102),
    previous_gmv_minor: currency ? scale(220_110_000) : null,
    previous_active_sellers: Math.round(1498 * SHARES[code]!),
    previous_new_sellers: scale(64),
  };
};

const mix = (code: string): TierMixRow[] =>
  (
    [
      ['top', 0.22],
      ['good', 0.35],
      ['at_risk', 0.09],
      ['below', 0.03],
      ['not_assessable', 0.31],
    ] as const
  ).map(([tier, share]) => ({
    region: code,
    programme: programme.programme,
    tier,
    sellers: Math.round(share * 1512 * SHARES[code]!),
    share,
  }));

const quality = (
  dataset: string,
  code: string,
  landed: number,
  quarantined: number,
  more: Partial<RunQualityRow> = {},
): RunQualityRow => ({
  dataset,
  region: code,
  landed_ever: true,
  files: 120,
  landed,
  accepted: landed - quarantined,
  quarantined,
  landed_today: Math.round(landed / 120),
  accepted_today: Math.round(landed / 120),
  quarantined_today: 0,
  late: 0,
  newest_updated_at: at('2026-11-16T22:10:00Z'),
  newest_day: '2026-11-16',
  ...more,
});

const reasonCount = (
  code: string,
  metric: string,
  outcome: 'excluded' | 'forgiven',
  reason: string,
  n: number,
): ReasonCountRow[] =>
  WINDOWS.map((window_days) => ({
    region: code,
    metric,
    outcome,
    reason,
    window_days,
    orders: Math.round((n * SHARES[code]! * window_days) / 28),
  }));

const REGIONS = Object.keys(SHARES);

/** The rows of the run. Tests change a copy. */
export function mailRows(): RunRows {
  return {
    sellers: [
      seller('S-0001', 'Nordlicht Keramik'),
      seller('S-0002', 'Harbour Tea Company', { home_region: 'GB', email_frequency: 'changes' }),
      seller('S-0003', 'Petit Atelier & Filles', { home_region: 'FR' }),
      seller('S-0004', 'Uhrwerk Süd', { email_frequency: null }),
      seller('S-0005', 'Wants No Mail', { email_frequency: 'off' }),
      seller('S-0006', 'Has Closed', { status: 'closed' }),
      seller('S-0007', 'Has No Address', { email: null }),
      seller('S-0008', 'Two Addresses', { email: 'a@sellers.example, b@sellers.example' }),
      seller('S-0009', 'Only Changes, None Came', { email_frequency: 'changes' }),
      seller('S-0010', 'Only Changes, First Scorecard', { email_frequency: 'changes' }),
      seller('S-0011', 'No Orders Yet'),
    ],
    scorecards: [
      card('S-0001', 'at_risk', {
        name: 'Nordlicht Keramik',
        tier_because: 'late_dispatch keeps it from good: 4 of 75 at fault, 3 allowed',
        held_back_by: 'late_dispatch',
        next_tier: 'good',
        orders_to_next_tier: 25,
        tier_projected: 'good',
      }),
      card('S-0002', 'good', {
        name: 'Harbour Tea Company',
        home_region: 'GB',
        tier_because: 'late_delivery keeps it from top: 9 of 140 at fault, 7 allowed',
        held_back_by: 'late_delivery',
        next_tier: 'top',
        orders_to_next_tier: 40,
      }),
      card('S-0003', 'not_assessable', {
        name: 'Petit Atelier & Filles',
        home_region: 'FR',
        orders: 12,
        tier_because: '12 orders, policy asks for 30',
      }),
      card('S-0004', 'top', { name: 'Uhrwerk Süd' }),
      ...['S-0005', 'S-0006', 'S-0007', 'S-0008', 'S-0009', 'S-0010'].map((id) => card(id, 'good')),
      card('S-0099', 'good', { home_region: null, status: null }),
    ],
    seller_metrics: [
      metricRow('S-0001', 'late_dispatch', { met: 71, fault: 4, forgiven: 2, pending: 6 }),
      metricRow('S-0001', 'seller_cancellation', { met: 80, fault: 1, pending: 14 }),
      metricRow('S-0001', 'missing_tracking', { met: 70, fault: 0, excluded: 3, pending: 11 }),
      metricRow('S-0001', 'late_delivery', { met: 66, fault: 3, forgiven: 5, pending: 8 }),
      metricRow('S-0001', 'negative_review', { met: 98, fault: 1, pending: 30 }),
      metricRow('S-0001', 'order_defect', { met: 0, fault: 0, pending: 96 }),
      metricRow('S-0001', 'slow_response', 'not_measured'),
      ...healthy('S-0002').map((row) =>
        row.metric === 'late_delivery' ? metricRow('S-0002', 'late_delivery', { met: 131, fault: 9 }) : row,
      ),
      ...['late_dispatch', 'seller_cancellation', 'missing_tracking', 'late_delivery', 'negative_review', 'order_defect'].map(
        (metric) => metricRow('S-0003', metric, { met: 9, fault: metric === 'late_dispatch' ? 1 : 0, pending: 2 }, false),
      ),
      metricRow('S-0003', 'slow_response', 'not_measured'),
      ...healthy('S-0004', 1840).map((row) =>
        row.metric === 'late_delivery' ? metricRow('S-0004', 'late_delivery', { met: 1801, fault: 12 }) : row,
      ),
      ...['S-0005', 'S-0006', 'S-0007', 'S-0008', 'S-0009', 'S-0010', 'S-0099'].flatMap((id) => healthy(id)),
    ],
    outcome_details: [
      fault('S-0001', 'late_dispatch', 'DE-88107', '2026-11-13', {
        ship_by: at('2026-11-13T16:00:00Z'),
        reason: 'missing',
        days_left_in_window: 26,
      }),
      fault('S-0001', 'late_dispatch', 'DE-87233', '2026-11-03', {
        ship_by: at('2026-11-03T16:00:00Z'),
        first_scan_at: at('2026-11-05T08:12:00Z'),
        days_left_in_window: 16,
      }),
      fault('S-0001', 'late_delivery', 'DE-87233', '2026-11-06', {
        deliver_by: at('2026-11-06T22:59:59Z'),
        delivered_at: at('2026-11-09T10:40:00Z'),
        days_left_in_window: 19,
      }),
      fault('S-0001', 'late_dispatch', 'DE-86950', '2026-10-30', {
        ship_by: at('2026-10-30T16:00:00Z'),
        first_scan_at: at('2026-10-31T07:30:00Z'),
        days_left_in_window: 12,
      }),
      fault('S-0001', 'late_dispatch', 'DE-86001', '2026-10-21', {
        ship_by: at('2026-10-21T15:00:00Z'),
        first_scan_at: at('2026-10-23T06:05:00Z'),
        days_left_in_window: 3,
      }),
      fault('S-0001', 'late_delivery', 'DE-86120', '2026-10-26', {
        deliver_by: at('2026-10-26T22:59:59Z'),
        days_left_in_window: 8,
        reason: 'missing',
      }),
      fault('S-0001', 'late_delivery', 'DE-85900', '2026-10-24', {
        deliver_by: at('2026-10-24T21:59:59Z'),
        delivered_at: at('2026-10-27T12:00:00Z'),
        days_left_in_window: 6,
      }),
      fault('S-0001', 'seller_cancellation', 'DE-86777', '2026-10-28', {
        placed_at: at('2026-10-28T09:15:00Z'),
        cancelled_at: at('2026-10-29T10:00:00Z'),
        cancelled_by: 'seller',
        reason: 'cancelled_by_seller',
        days_left_in_window: 10,
      }),
      fault('S-0001', 'negative_review', 'DE-84444', '2026-10-05', {
        delivered_at: at('2026-10-05T11:00:00Z'),
        reviewed_at: at('2026-10-07T18:30:00Z'),
        rating: 2,
        reason: 'stars_2',
        days_left_in_window: 17,
      }),
      // Never to be shown: forgiven, outside the window, and of another seller.
      fault('S-0001', 'late_dispatch', 'DE-HIDDEN-FORGIVEN', '2026-11-12', { outcome: 'forgiven', reason: 'carrier_incident' }),
      fault('S-0001', 'late_dispatch', 'DE-HIDDEN-OLD', '2026-10-17', { ship_by: at('2026-10-17T15:00:00Z') }),
      fault('S-0002', 'late_delivery', 'GB-40012', '2026-11-09', {
        region: 'GB',
        currency: 'GBP',
        deliver_by: at('2026-11-09T23:59:59Z'),
        delivered_at: at('2026-11-12T09:00:00Z'),
        days_left_in_window: 22,
      }),
      fault('S-0003', 'late_dispatch', 'FR-20001', '2026-11-05', {
        region: 'FR',
        ship_by: at('2026-11-05T17:00:00Z'),
        confirmed_at: at('2026-11-06T08:20:00Z'),
        first_scan_at: at('2026-11-06T18:00:00Z'),
      }),
    ].sort((a, b) =>
      `${a.seller_id} ${a.metric} ${a.subject_id}`.localeCompare(`${b.seller_id} ${b.metric} ${b.subject_id}`, 'en'),
    ),
    tier_changes: [
      change('S-0001', 'good', 'at_risk', 'down'),
      change('S-0002', 'top', 'good', 'down'),
      change('S-0010', null, 'good', 'new'),
    ],
    tier_mix: REGIONS.flatMap(mix),
    region_kpis: REGIONS.flatMap((code) => WINDOWS.map((days) => regionKpi(code, days))),
    region_metrics: REGIONS.flatMap((code) =>
      programme.metrics.flatMap(({ metric }) => WINDOWS.map((days) => regionMetric(code, metric, days))),
    ),
    reason_counts: REGIONS.flatMap((code) => [
      ...reasonCount(code, 'late_delivery', 'forgiven', 'carrier_delay', 2810),
      ...reasonCount(code, 'late_dispatch', 'excluded', 'platform_fulfilled', 700),
      ...reasonCount(code, 'negative_review', 'forgiven', 'logistics_review', 610),
      ...reasonCount(code, 'late_dispatch', 'forgiven', 'carrier_incident', 402),
      ...reasonCount(code, 'late_dispatch', 'excluded', 'cancelled_before_due', 218),
      ...reasonCount(code, 'seller_cancellation', 'excluded', 'unattributed', 120),
    ]),
    run_quality: [
      quality('orders', 'ALL', 250_134, 12),
      quality('orders', 'DE', 112_500, 7),
      quality('orders', 'GB', 62_500, 5, { late: 3 }),
      quality('sellers', 'ALL', 2_204, 1),
      quality('reviews', 'ALL', 88_410, 0),
      quality('conversations', 'ALL', 0, 0, { landed_ever: false, files: 0, newest_updated_at: null, newest_day: null }),
    ],
  };
}

const columnsOf = (dataset: string): Column[] => (dataset === 'sellers' ? sellers.columns : PUBLISHED[dataset]!.columns);

/** Writes a finished run under its prefix: Parquet, manifest and policies. Returns the prefix. */
export async function writeRun(
  store: ObjectStore,
  rows: RunRows = mailRows(),
  options: { run_date?: string; seq?: string; policies?: Policies } = {},
): Promise<string> {
  const { run_date = '2026-11-16', seq = '001' } = options;
  const prefix = `runs/${run_date}/${seq}`;
  const datasets: Record<string, { files: string[]; rows: number }> = {};
  for (const [dataset, some] of Object.entries(rows)) {
    const key = `${prefix}/${dataset}/part-0.parquet`;
    await writeParquet(store, key, columnsOf(dataset), some);
    datasets[dataset] = { files: [key], rows: some.length };
  }
  await store.write(`${prefix}/policies.json`, toJson(options.policies ?? policies));
  await store.write(
    `${prefix}/manifest.json`,
    toJson({
      run_id: `${run_date}-${seq}`,
      run_date,
      prefix,
      status: 'published',
      policy_fingerprint: 'f1',
      datasets,
      not_measured: ['slow_response'],
    }),
  );
  return prefix;
}
