/** A small finished run, as mails read it: a few sellers, each there for one reason. Monday, 16 November 2026. */
import { join } from 'node:path';
import type { Column } from '../../contracts/columns.js';
import { addDays } from '../../contracts/days.js';
import { sellers } from '../../contracts/landing/sellers.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { nextTiers } from '../../contracts/published/next-tiers.js';
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import { scorecards } from '../../contracts/published/scorecards.js';
import { sellerMetrics } from '../../contracts/published/seller-metrics.js';
import { sellerWeeks } from '../../contracts/published/seller-weeks.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { BUCKETED, bucketOf } from '../../contracts/run/buckets.js';
import { bucketFolder, bucketName, datasetFolder, manifestKey, policiesKey } from '../../contracts/run/keys.js';
import type { ScorecardRow, SellerMetricRow, TierChangeRow } from '../../emails/rows.js';
import type { SellerWeekRow } from '../../emails/scorecard-weeks.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies, Programme } from '../../policies/policy.js';
import type { NextTierRow } from '../../wording/next-tier.js';
import { mailOrdersOf, type OutcomeDetailRow } from './mail-orders.js';
import { regionRows } from './region-rows.js';
import { rowOf } from './row-of.js';
import { writeParquet } from './write-parquet.js';

const RUN_DATE = '2026-11-16';
const own = loadPolicies(await readPolicyFiles(join(import.meta.dirname, '../../policies')), RUN_DATE);

const JUDGED =
  'late_dispatch seller_cancellation missing_tracking late_delivery negative_review order_defect slow_response'.split(' ');

/** The project's own programme, over three regions and seven metrics. */
export const programme: Programme = {
  ...own.programmes[0]!,
  regions: ['DE', 'FR', 'GB'],
  metrics: own.programmes[0]!.metrics.filter(({ metric }) => JUDGED.includes(metric)),
};

/** In France the seller's confirmation counts as dispatch; two people read the mails of the British team, nobody those of the French. */
export const policies: Policies = {
  ...own,
  regions: own.regions
    .filter(({ code }) => programme.regions.includes(code))
    .map((region) => (region.code === 'FR' ? { ...region, dispatch_milestone: 'confirmed' } : region)),
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

export interface RunRows extends ReturnType<typeof regionRows> {
  sellers: SellerRow[];
  scorecards: ScorecardRow[];
  seller_metrics: SellerMetricRow[];
  outcome_details: OutcomeDetailRow[];
  tier_changes: TierChangeRow[];
  next_tiers: NextTierRow[];
  seller_weeks: SellerWeekRow[];
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

const NONE = { met: 0, fault: 0, forgiven: 0, excluded: 0, pending: 0 };
type Counts = Partial<typeof NONE>;

/** One seller's row for a metric, with rates and verdict as the mart would have them. */
export function metricRow(
  seller_id: string,
  metric: string,
  counts: Counts | 'not_measured',
  assessable = true,
): SellerMetricRow {
  const { window_days, tiers } = programme.metrics.find((one) => one.metric === metric)!;
  const { at_most } = tiers.good!;
  const base = {
    ...{ seller_id, programme: programme.programme, metric, window_days, at_most },
    ...({ unit: metric === 'slow_response' ? 'conversations' : 'orders', counted_needed: 0, faults_from: 0 } as const),
    ...{ orders: assessable ? 210 : 12, orders_needed: 30, orders_window_days: 90, buyers_from: 0, days_from: 0 },
    ...({ bound_said: 'at_most' } as const),
  };
  if (counts === 'not_measured') return rowOf(sellerMetrics, { ...base, verdict: 'not_measured', because: 'no_source' });
  const { met, fault, forgiven, excluded, pending } = { ...NONE, ...counts };
  const counted = met + fault;
  const allowed = Math.floor(counted * at_most + 1e-9);
  const verdict = !assessable || counted === 0 ? 'not_assessable' : fault <= allowed ? 'met' : 'missed';
  return rowOf(sellerMetrics, {
    ...{ ...base, met, fault, forgiven, excluded, pending, counted, allowed, verdict },
    accountable_rate: counted ? fault / counted : null,
    raw_rate: counted + forgiven ? (fault + forgiven) / (counted + forgiven) : null,
    tier: verdict === 'not_assessable' ? null : verdict === 'met' ? 'good' : 'at_risk',
    because: !assessable ? 'few_orders' : counted === 0 ? 'nothing_final' : verdict === 'met' ? 'within' : 'above',
  });
}

export const card = (seller_id: string, tier: string, more: Partial<ScorecardRow> = {}): ScorecardRow =>
  rowOf(scorecards, {
    seller_id,
    programme: programme.programme,
    policy_version: programme.version,
    home_region: 'DE',
    status: 'active',
    orders: 210,
    orders_needed: 30,
    tier,
    tier_projected: tier,
    tier_because: 'meets_all',
    metrics_measured: 6,
    metrics_total: 7,
    ...more,
  });

/** A window holds matured days: a cohort day leaves it when as many days as mature and count have gone by. */
function leavesOn(metric: string, cohortDay: string): string {
  const { window_days } = programme.metrics.find((one) => one.metric === metric)!;
  const { maturation_days } = policies.metrics.find((one) => one.metric === metric)!;
  return addDays(cohortDay, maturation_days + window_days);
}

/** A fault with no moment but its cohort day; the moments that prove it are given. */
export const fault = (
  seller_id: string,
  metric: string,
  subject_id: string,
  cohort_day: string,
  more: Partial<OutcomeDetailRow>,
): OutcomeDetailRow =>
  rowOf(outcomeDetails, {
    ...{ programme: programme.programme, leaves_window_on: leavesOn(metric, cohort_day) },
    ...{ seller_id, metric, subject_id, order_id: subject_id, cohort_day, region: 'DE', outcome: 'fault', reason: 'late' },
    ...{ gmv_minor: 2490, currency: 'EUR', has_tracking: true },
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
): TierChangeRow =>
  rowOf(tierChanges, {
    ...{ seller_id, programme: programme.programme, previous_run_id: '2026-11-15-001' },
    ...{ previous_tier, tier, direction, because: 'meets_all', orders: 210, orders_needed: 30 },
  });

type Told = Pick<NextTierRow, 'fault' | 'counted' | 'allowed' | 'enough_on' | 'tier_on' | 'gone_by_then' | 'spare'> &
  Partial<NextTierRow>;
/** The way to a tier by one metric, as far as tests do not say otherwise. */
export const ahead = (seller_id: string, metric: string, tier: string, more: Told): NextTierRow =>
  rowOf(nextTiers, {
    ...{ seller_id, programme: programme.programme, metric, tier, decides: true, person_approves: false },
    ...{ looked_until: '2027-02-14', ...more },
  });

/** The newest week and the one before it: of 20 orders so many late. */
const lateWeeks = (seller_id: string, newest: number, before: number): SellerWeekRow[] =>
  [newest, before].map((faults, n) =>
    rowOf(sellerWeeks, {
      ...{ seller_id, programme: programme.programme, metric: 'late_dispatch', nth: n + 1 },
      ...{ first_day: addDays('2026-11-02', -7 * n), last_day: addDays('2026-11-08', -7 * n) },
      ...{ counted: 20, fault: faults, rate: faults / 20 },
    }),
  );

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
        tier_because: 'held_back',
        ...{ held_back_by: 'late_dispatch', held_back_fault: 4, held_back_counted: 75, held_back_allowed: 3 },
        next_tier: 'good',
        orders_to_next_tier: 25,
        tier_projected: 'good',
      }),
      card('S-0002', 'good', {
        name: 'Harbour Tea Company',
        home_region: 'GB',
        tier_because: 'held_back',
        ...{ held_back_by: 'late_delivery', held_back_fault: 9, held_back_counted: 140, held_back_allowed: 7 },
        next_tier: 'top',
        orders_to_next_tier: 40,
      }),
      card('S-0003', 'not_assessable', {
        name: 'Petit Atelier & Filles',
        home_region: 'FR',
        orders: 12,
        tier_because: 'few_orders',
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
      }),
      fault('S-0001', 'late_dispatch', 'DE-87233', '2026-11-03', {
        ship_by: at('2026-11-03T16:00:00Z'),
        first_scan_at: at('2026-11-05T08:12:00Z'),
      }),
      fault('S-0001', 'late_delivery', 'DE-87233', '2026-11-06', {
        deliver_by: at('2026-11-06T22:59:59Z'),
        delivered_at: at('2026-11-09T10:40:00Z'),
      }),
      fault('S-0001', 'late_dispatch', 'DE-86950', '2026-10-30', {
        ship_by: at('2026-10-30T16:00:00Z'),
        first_scan_at: at('2026-10-31T07:30:00Z'),
      }),
      fault('S-0001', 'late_dispatch', 'DE-86001', '2026-10-21', {
        ship_by: at('2026-10-21T15:00:00Z'),
        first_scan_at: at('2026-10-23T06:05:00Z'),
      }),
      fault('S-0001', 'late_delivery', 'DE-86120', '2026-10-26', {
        deliver_by: at('2026-10-26T22:59:59Z'),
        reason: 'missing',
      }),
      fault('S-0001', 'late_delivery', 'DE-85900', '2026-10-24', {
        deliver_by: at('2026-10-24T21:59:59Z'),
        delivered_at: at('2026-10-27T12:00:00Z'),
      }),
      fault('S-0001', 'seller_cancellation', 'DE-86777', '2026-10-28', {
        placed_at: at('2026-10-28T09:15:00Z'),
        cancelled_at: at('2026-10-29T10:00:00Z'),
        cancelled_by: 'seller',
        reason: 'cancelled_by_seller',
      }),
      fault('S-0001', 'negative_review', 'DE-84444', '2026-10-05', {
        delivered_at: at('2026-10-05T11:00:00Z'),
        reviewed_at: at('2026-10-07T18:30:00Z'),
        rating: 2,
        reason: 'stars_2',
      }),
      // Never to be shown: forgiven, counted by another programme, and of another seller.
      fault('S-0001', 'late_dispatch', 'DE-HIDDEN-FORGIVEN', '2026-11-12', { outcome: 'forgiven', reason: 'carrier_incident' }),
      fault('S-0001', 'late_dispatch', 'DE-HIDDEN-OTHER', '2026-10-27', {
        programme: 'express-delivery',
        ship_by: at('2026-10-27T15:00:00Z'),
      }),
      fault('S-0002', 'late_delivery', 'GB-40012', '2026-11-09', {
        region: 'GB',
        currency: 'GBP',
        deliver_by: at('2026-11-09T23:59:59Z'),
        delivered_at: at('2026-11-12T09:00:00Z'),
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
    next_tiers: [
      ahead('S-0001', 'late_dispatch', 'good', {
        ...{ fault: 4, counted: 75, allowed: 3, gone_by_then: 1, spare: 0 },
        ...{ enough_on: '2026-11-22', tier_on: '2026-11-23' },
      }),
      ahead('S-0002', 'late_delivery', 'top', {
        ...{ fault: 9, counted: 140, allowed: 7, gone_by_then: 4, spare: 2 },
        ...{ enough_on: '2026-12-01', tier_on: '2026-12-07' },
      }),
    ],
    seller_weeks: ['S-0001', 'S-0002', 'S-0003', 'S-0004'].flatMap((seller_id, n) => lateWeeks(seller_id, n, 1)),
    ...regionRows(programme),
  };
}

const columnsOf = (dataset: string): Column[] => (dataset === 'sellers' ? sellers.columns : PUBLISHED[dataset]!.columns);

/** Rows by the folder below their dataset in which they lie: with more than one bucket, those of sellers in the bucket of each. */
function inFolders(dataset: string, rows: readonly object[], buckets: number): Map<string, object[]> {
  if (buckets === 1 || !BUCKETED.includes(dataset)) return new Map([['', [...rows]]]);
  const found = new Map<string, object[]>();
  for (const row of rows as { seller_id: string }[]) {
    const folder = bucketFolder(bucketName(bucketOf(row.seller_id, buckets), buckets));
    found.set(folder, [...(found.get(folder) ?? []), row]);
  }
  return found;
}

/** Writes a finished run under its prefix: Parquet, manifest and policies. Returns the prefix. */
export async function writeRun(
  store: ObjectStore,
  rows: RunRows = mailRows(),
  options: { run_date?: string; seq?: string; policies?: Policies; buckets?: number } = {},
): Promise<string> {
  const { run_date = RUN_DATE, seq = '001', buckets = 1 } = options;
  const prefix = `runs/${run_date}/${seq}`;
  const datasets: Record<string, { files: string[]; rows: number }> = {};
  const mail_orders = await mailOrdersOf(rows.outcome_details, options.policies ?? policies, rows.scorecards);
  for (const [dataset, some] of Object.entries({ ...rows, mail_orders })) {
    const files: string[] = [];
    for (const [folder, rowsThere] of inFolders(dataset, some, buckets)) {
      const key = `${datasetFolder(prefix, dataset)}${folder}part-0.parquet`;
      await writeParquet(store, key, columnsOf(dataset), rowsThere);
      files.push(key);
    }
    datasets[dataset] = { files, rows: some.length };
  }
  await store.write(policiesKey(prefix), toJson(options.policies ?? policies));
  await store.write(
    manifestKey(prefix),
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
