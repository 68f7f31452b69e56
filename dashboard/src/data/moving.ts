/** What the pages Movers, Calls and Metrics read of a run. */
import type * as z from 'zod';
import type { calls } from '../../../contracts/published/calls.js';
import type { luck } from '../../../contracts/published/luck.js';
import type { metricStandings } from '../../../contracts/published/metric-standings.js';
import type { regionFaults } from '../../../contracts/published/region-faults.js';
import type { regionMovers } from '../../../contracts/published/region-movers.js';
import { ALL_REGIONS } from '../../../contracts/run/teams.js';
import type { readParquet } from './parquet.js';
import type { SellerRegion } from './rows.js';
import type { Dataset } from './run.js';

export type RegionMover = z.infer<(typeof regionMovers)['row']>;
export type RegionFault = z.infer<(typeof regionFaults)['row']>;
type CallRow = z.infer<(typeof calls)['row']>;
export type Luck = z.infer<(typeof luck)['row']>;
const SPREAD = ['seller_id', 'programme', 'metric', 'at_most', 'verdict', 'counted_left', 'fault_left'] as const;
/** Of a run that was made before it was published nothing is known of it. */
const SINCE = ['is_beyond_luck'] as const;
type Standing = z.infer<(typeof metricStandings)['row']>;
/** Of a run of an earlier version it is not known whether the faults of a call are more than luck. */
export type Call = Omit<CallRow, (typeof SINCE)[number]> & Partial<Pick<CallRow, (typeof SINCE)[number]>>;
export type Spread = Pick<Standing, (typeof SPREAD)[number]> & Partial<Pick<Standing, (typeof SINCE)[number]>>;

/** A verdict as readers tell them apart, beside those of evaluations. */
export type Luckiness = Standing['verdict'] | 'settled' | 'standing';

/**
 * What is said of luck. settled: above its line, but in days that a notice has settled, which do not count a second time. standing: a
 * notice stands, and tonight's faults alone would not make one.
 */
export function luckiness(verdict: Standing['verdict'], { is_beyond_luck }: { is_beyond_luck?: boolean | null }): Luckiness {
  if (verdict === 'watch' && is_beyond_luck === true) return 'settled';
  return verdict === 'notice' && is_beyond_luck === false ? 'standing' : verdict;
}

export interface Moving {
  /** Who moved the metrics of a region; empty when the run did not publish it. */
  movers(region: string): Promise<RegionMover[]>;
  /** What is at fault of a metric in a region in the newest 90 days; empty when the run did not publish it. */
  faults(region: string, metric: string): Promise<RegionFault[]>;
  /** Whose tier may fall, and whom to call first. */
  calls(): Promise<Call[]>;
  /** Of a metric every seller that evaluations look at, and from how many faults on it is more than luck. */
  spreadOf(metric: string): Promise<Spread[]>;
  luck(): Promise<Luck[]>;
  /** Who sells in a region, or anywhere: whom tier_mix counts. */
  sellingIn(region: string): Promise<SellerRegion[]>;
}

type Options<Row> = Parameters<typeof readParquet<Row>>[1];

export function moving(
  once: <T>(key: string, start: () => Promise<T>) => Promise<T>,
  read: <Row>(dataset: Dataset, options?: Options<Row>) => Promise<Row[]>,
  publishes: (dataset: Dataset) => boolean,
): Moving {
  const ifAny = <Row>(key: string, dataset: Dataset, options?: Options<Row>): Promise<Row[]> =>
    once(key, async () => (publishes(dataset) ? read<Row>(dataset, options) : []));
  return {
    movers: (region) => ifAny(`region_movers/${region}`, 'region_movers', { filter: { region: { $eq: region } } }),
    faults: (region, metric) =>
      ifAny(`region_faults/${region}/${metric}`, 'region_faults', {
        filter: { metric: { $eq: metric }, ...(region !== ALL_REGIONS && { region: { $eq: region } }) },
      }),
    calls: () => ifAny('calls', 'calls'),
    spreadOf: (metric) =>
      ifAny(`spread/${metric}`, 'metric_standings', { columns: SPREAD, ifThere: SINCE, filter: { metric: { $eq: metric } } }),
    luck: () => ifAny('luck', 'luck'),
    sellingIn: (region) => ifAny(`seller_regions/${region}`, 'seller_regions', { filter: { region: { $eq: region } } }),
  };
}
