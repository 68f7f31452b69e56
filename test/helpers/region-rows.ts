/** What a digest reads of a small finished run: figures of three regions and of all together. */
import { addDays } from '../../contracts/days.js';
import { reasonCounts } from '../../contracts/published/reason-counts.js';
import { regionKpis } from '../../contracts/published/region-kpis.js';
import { regionMetrics } from '../../contracts/published/region-metrics.js';
import { runQuality } from '../../contracts/published/run-quality.js';
import { tierMix } from '../../contracts/published/tier-mix.js';
import type { ReasonCountRow, RegionKpiRow, RegionMetricRow, RunQualityRow, TierMixRow } from '../../emails/rows.js';
import type { Programme } from '../../policies/policy.js';
import { weeksOf } from './region-weeks-rows.js';
import { rowOf } from './row-of.js';

/** Each region's share of the marketplace. */
const SHARES = { ALL: 1, DE: 0.45, FR: 0.3, GB: 0.25 } as const;
type Region = keyof typeof SHARES;
const REGIONS = Object.keys(SHARES) as Region[];
const CURRENCY: Record<Region, string | null> = { ALL: null, DE: 'EUR', FR: 'EUR', GB: 'GBP' };
const WINDOWS = [7, 28, 90];
const SELLERS = 1512;

/** A region's part of what all regions have in 28 days, over another number of days. */
const part = (n: number, region: Region, days: number): number => Math.round((n * SHARES[region] * days) / 28);

/** Of all regions in 28 days: met, fault, forgiven, excluded, pending. Metrics without an entry are not measured. */
const METRIC_TOTALS: Record<string, [number, number, number, number, number]> = {
  late_dispatch: [52340, 1804, 402, 918, 4120],
  seller_cancellation: [54110, 640, 22, 214, 14873],
  missing_tracking: [50022, 1120, 0, 918, 12011],
  late_delivery: [49870, 2310, 3015, 1820, 7002],
  negative_review: [41200, 1390, 610, 0, 21018],
  order_defect: [0, 0, 0, 1240, 58120],
};

const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** With an interval as narrow as the change is clear. */
function changeOf(
  now: number | null,
  before: number | null,
  { previous_whole, beyond_noise }: Record<'previous_whole' | 'beyond_noise', boolean>,
) {
  if (now === null || before === null || !previous_whole) return { beyond_noise: false };
  const change = now - before;
  const noise = Math.abs(change) * (beyond_noise ? 0.5 : 2);
  return { change, change_low: change - noise, change_high: change + noise };
}

/** Late dispatch was a tenth better in the period before, everything else a tenth worse. */
function regionMetric(region: Region, metric: string, window_days: number): RegionMetricRow {
  const totals = METRIC_TOTALS[metric];
  // Three days before the run date, as if all matured in three.
  const days = { first_day: addDays('2026-11-14', -window_days), last_day: '2026-11-13' };
  const compared = { previous_whole: window_days < 90, beyond_noise: metric === 'late_dispatch' };
  if (!totals) return rowOf(regionMetrics, { region, metric, window_days, ...days, ...compared, beyond_noise: false });
  const scaled = totals.map((n) => part(n, region, window_days)) as typeof totals;
  const [met, fault, forgiven, excluded, pending] = scaled;
  const before = Math.round(fault * (metric === 'late_dispatch' ? 0.9 : 1.1));
  return rowOf(regionMetrics, {
    ...{ region, metric, window_days, met, fault, forgiven, excluded, pending, ...days, ...compared },
    ...changeOf(rate(fault, met + fault), rate(before, met + before), compared),
    accountable_rate: rate(fault, met + fault),
    raw_rate: rate(fault + forgiven, met + fault + forgiven),
    seller_weighted_rate: rate(fault, met + fault),
    sellers: Math.round(1400 * SHARES[region]),
    previous_met: met,
    previous_fault: before,
    previous_forgiven: forgiven,
    previous_excluded: excluded,
    previous_pending: 0,
    previous_accountable_rate: rate(before, met + before),
    previous_raw_rate: rate(before + forgiven, met + before + forgiven),
    previous_seller_weighted_rate: rate(before, met + before),
  });
}

function regionKpi(region: Region, window_days: number): RegionKpiRow {
  const currency = CURRENCY[region];
  const of = (n: number) => part(n, region, window_days);
  return rowOf(regionKpis, {
    ...{ region, window_days, currency, orders_in_other_currencies: 0 },
    orders: of(58_440),
    gmv_minor: currency === null ? null : of(214_803_300),
    active_sellers: Math.round(SELLERS * SHARES[region]),
    new_sellers: of(64),
    not_assessable_share: 0.31,
    excluded_share: 0.021,
    fault_share_top_1pct: 0.118,
    previous_whole: window_days < 90,
    previous_orders: of(56_102),
    previous_gmv_minor: currency === null ? null : of(220_110_000),
    previous_active_sellers: Math.round(1498 * SHARES[region]),
    previous_new_sellers: of(64),
    ...(window_days < 90 ? { orders_noise: 0.025, gmv_noise: 0.031, active_sellers_noise: 0.015 } : {}),
  });
}

const TIER_SHARES = { top: 0.22, good: 0.35, at_risk: 0.09, below: 0.03, not_assessable: 0.31 };

/** Of most sellers below a bound, luck explains it. */
const HELD_SHARES: Readonly<Record<string, number>> = { top: 0.2, good: 0.46, at_risk: 0.02, below: 0.01, not_assessable: 0.31 };

const mix = (region: Region, { programme, evaluation }: Programme): TierMixRow[] =>
  Object.entries(TIER_SHARES).map(([tier, share]) => {
    const sellers = (part: number) => Math.round(part * SELLERS * SHARES[region]);
    const held_share = HELD_SHARES[tier]!;
    const held = evaluation ? { held: sellers(held_share), held_share } : {};
    return rowOf(tierMix, { region, programme, tier, share, sellers: sellers(share), ...held });
  });

/** Of all regions in 28 days. */
const REASONS = [
  ['late_delivery', 'forgiven', 'carrier_delay', 2810],
  ['late_dispatch', 'excluded', 'platform_fulfilled', 700],
  ['negative_review', 'forgiven', 'logistics_review', 610],
  ['late_dispatch', 'forgiven', 'carrier_incident', 402],
  ['late_dispatch', 'excluded', 'cancelled_before_due', 218],
  ['seller_cancellation', 'excluded', 'unattributed', 120],
] as const;

const reasons = (region: Region): ReasonCountRow[] =>
  REASONS.flatMap(([metric, outcome, reason, n]) =>
    WINDOWS.map((window_days) =>
      rowOf(reasonCounts, { region, metric, outcome, reason, window_days, orders: part(n, region, window_days) }),
    ),
  );

/** A dataset that has landed every day for 120 days, with nothing refused today. */
const quality = (dataset: string, region: string, landed: number, quarantined: number, late = 0): RunQualityRow =>
  rowOf(runQuality, {
    ...{ dataset, region, landed_ever: true, files: 120, landed, quarantined, late },
    accepted: landed - quarantined,
    landed_today: Math.round(landed / 120),
    accepted_today: Math.round(landed / 120),
    quarantined_today: 0,
    newest_updated_at: new Date('2026-11-16T22:10:00Z'),
    newest_day: '2026-11-16',
    refused_files: 0,
  });

const neverLanded = (dataset: string): RunQualityRow => ({
  ...quality(dataset, 'ALL', 0, 0),
  ...{ landed_ever: false, files: 0, newest_updated_at: null, newest_day: null },
});

/** The rows of a run under a programme. */
export const regionRows = (programme: Programme) => ({
  tier_mix: REGIONS.flatMap((region) => mix(region, programme)),
  region_kpis: REGIONS.flatMap((region) => WINDOWS.map((days) => regionKpi(region, days))),
  region_metrics: REGIONS.flatMap((region) =>
    programme.metrics.flatMap(({ metric }) => WINDOWS.map((days) => regionMetric(region, metric, days))),
  ),
  region_weeks: REGIONS.flatMap((region) =>
    weeksOf(
      ...([region, SHARES[region], CURRENCY[region]] as const),
      Object.fromEntries(
        programme.metrics.flatMap(({ metric }) => {
          const [met, fault] = METRIC_TOTALS[metric] ?? [];
          return met === undefined ? [] : [[metric, [(met + fault!) / 4, fault! / 4] as const]];
        }),
      ),
    ),
  ),
  reason_counts: REGIONS.flatMap(reasons),
  run_quality: [
    quality('orders', 'ALL', 250_134, 12),
    quality('orders', 'DE', 112_500, 7),
    quality('orders', 'GB', 62_500, 5, 3),
    quality('sellers', 'ALL', 2_204, 1),
    quality('reviews', 'ALL', 88_410, 0),
    neverLanded('conversations'),
  ],
});
