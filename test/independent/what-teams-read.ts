/** Which rows of a run the team of each region reads, worked out from what landed and from the text of the rule alone. */
import type { Policies } from '../../policies/policy.js';
import { judge } from './judge.js';
import { newest } from './newest.js';
import { readLanding } from './read-landing.js';
import { day } from './time.js';

export type Row = Record<string, unknown>;

/** What a dataset is about, by name; a dataset that is not here is read by no team. */
export const ABOUT: Readonly<Record<string, 'tiers' | 'sellers' | 'orders' | 'regions' | 'nobody'>> = {
  ...{ scorecards: 'tiers', standings: 'tiers', tier_changes: 'tiers' },
  ...{ metric_standings: 'sellers', decision_records: 'sellers', early_warnings: 'sellers', points_entries: 'sellers' },
  ...{ next_tiers: 'sellers', things_to_do: 'sellers', seller_weeks: 'sellers', seller_regions: 'regions' },
  ...{ points_standings: 'sellers', scores: 'sellers', score_parts: 'sellers', tier_gates: 'sellers', seller_metrics: 'sellers' },
  ...{
    outcome_details: 'orders',
    restatements: 'orders',
    reliefs: 'orders',
    leads: 'orders',
    lead_evidence: 'orders',
    probations: 'sellers',
    probation_exits: 'sellers',
  },
  ...{ tier_mix: 'regions', region_kpis: 'regions', region_metrics: 'regions', region_daily: 'regions' },
  ...{ region_faults: 'regions', first_sellers: 'regions' },
  ...{ region_weeks: 'regions', applicants: 'regions', onboarding_funnel: 'regions', onboarding_steps: 'regions' },
  ...{ onboarding_rejections: 'regions', onboarding_cohorts: 'regions' },
  ...{
    reason_counts: 'regions',
    proposed_incidents: 'regions',
    leads_looked_for: 'regions',
    run_quality: 'regions',
    landing_drift: 'regions',
  },
  ...{ region_movers: 'regions', calls: 'sellers' },
  ...{ account_families: 'sellers', account_links: 'sellers', re_registrations: 'sellers' },
  ...{ luck: 'nobody', evaluations: 'nobody', category_benchmarks: 'nobody', seller_categories: 'sellers' },
};

export interface Teams {
  /** The region whose team reads all of a seller. */
  home: ReadonlyMap<string, string>;
  /** Where a seller of a programme has sold of late: `seller programme region`. */
  sells: ReadonlySet<string>;
}

/** A seller is at home where its description says or, without one, where most of its orders went; of equal ones the first by name. */
export async function teamsOf(landing: string, policies: Policies, runDate: string): Promise<Teams> {
  const { records } = await readLanding(landing, policies.regions, runDate);
  const D = day(runDate);
  const home = new Map<string, string>();
  const sells = new Set<string>();
  const sold = new Map<string, Map<string, number>>();
  const longest = Math.max(...policies.programmes.map(({ assessable }) => assessable.window_days));
  for (const { seller_id, region, placed_day } of judge(records, policies, runDate).orders) {
    for (const { programme, regions, assessable } of policies.programmes)
      if (regions.includes(region) && placed_day > D - assessable.window_days) sells.add(`${seller_id} ${programme} ${region}`);
    const of = sold.get(seller_id) ?? new Map<string, number>();
    sold.set(seller_id, of);
    if (placed_day > D - longest) of.set(region, (of.get(region) ?? 0) + 1);
  }
  for (const [seller, of] of sold) {
    const most = [...of].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))[0];
    if (most) home.set(seller, most[0]);
  }
  const described = newest(records.sellers as never[], D, ({ seller_id }: { seller_id: string }) => seller_id);
  for (const [seller, { home_region }] of described as Map<string, { home_region: string }>) home.set(seller, home_region);
  return { home, sells };
}

/** A row as the team of a region reads it: of a list of sellers, when the next tier comes is said of those at home alone. */
export const asRead = ({ home }: Teams, dataset: string, row: Row, region: string): Row =>
  dataset === 'first_sellers' && home.get(String(row.seller_id)) !== region
    ? { ...row, next_tier_on: null, looked_until: null }
    : row;

/** Whether the team of a region reads a row. */
export function reads({ home, sells }: Teams, dataset: string, row: Row, region: string): boolean {
  const atHome = home.get(String(row.seller_id)) === region;
  switch (ABOUT[dataset]) {
    case 'tiers':
      return atHome || sells.has(`${row.seller_id} ${row.programme} ${region}`);
    case 'sellers':
      return atHome;
    case 'orders':
      return atHome || row.region === region;
    case 'regions':
      return row.region === region;
    case 'nobody':
      return true;
    default:
      return false;
  }
}
