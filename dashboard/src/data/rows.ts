/** The rows the dashboard reads. Their shapes are the contracts', so a column that goes there fails to compile here. */
import type * as z from 'zod';
import type { firstSellers } from '../../../contracts/published/first-sellers.js';
import type { landingDrift } from '../../../contracts/published/landing-drift.js';
import type { outcomeDetails } from '../../../contracts/published/outcome-details.js';
import type { reasonCounts } from '../../../contracts/published/reason-counts.js';
import type { regionDaily } from '../../../contracts/published/region-daily.js';
import type { regionKpis } from '../../../contracts/published/region-kpis.js';
import type { regionMetrics } from '../../../contracts/published/region-metrics.js';
import type { runQuality } from '../../../contracts/published/run-quality.js';
import type { scorecards } from '../../../contracts/published/scorecards.js';
import type { sellerMetrics } from '../../../contracts/published/seller-metrics.js';
import type { sellerRegions } from '../../../contracts/published/seller-regions.js';
import type { tierChanges } from '../../../contracts/published/tier-changes.js';
import type { tierMix } from '../../../contracts/published/tier-mix.js';
import type { NotedStanding, StandingRow } from '../../../wording/standing.js';

export type Scorecard = z.infer<(typeof scorecards)['row']>;
export type SellerMetric = z.infer<(typeof sellerMetrics)['row']>;
export type SellerRegion = z.infer<(typeof sellerRegions)['row']>;
export type FirstSeller = z.infer<(typeof firstSellers)['row']>;
export type OutcomeDetail = z.infer<(typeof outcomeDetails)['row']>;
export type TierChange = z.infer<(typeof tierChanges)['row']>;
export type TierMix = z.infer<(typeof tierMix)['row']>;
export type RegionKpis = z.infer<(typeof regionKpis)['row']>;
export type RegionMetric = z.infer<(typeof regionMetrics)['row']>;
export type RegionDay = z.infer<(typeof regionDaily)['row']>;
export type ReasonCount = z.infer<(typeof reasonCounts)['row']>;
export type LandingDrift = z.infer<(typeof landingDrift)['row']>;
export type RunQuality = z.infer<(typeof runQuality)['row']>;

/** What a list of sellers needs of a scorecard; the sentences are read for one seller at a time. */
export const LISTED = [
  'seller_id',
  'programme',
  'name',
  'home_region',
  'status',
  'orders',
  'tier',
  'tier_projected',
  'held_back_by',
] as const satisfies readonly (keyof Scorecard)[];
/** What the list needs of what a seller holds. */
export const HELD = ['seller_id', 'programme', 'official_tier', 'evaluated_on'] as const satisfies readonly (keyof StandingRow)[];
export type HeldTier = Pick<StandingRow, (typeof HELD)[number]>;

export type ListedSeller = Pick<Scorecard, (typeof LISTED)[number]>;

/** Of what evaluations say of a metric what pages say. */
export const NOTED = [
  ...(['seller_id', 'programme', 'metric', 'held_tier', 'at_most', 'verdict'] as const),
  ...(['worst_day', 'worst_day_fault', 'fault_left', 'counted_left', 'beyond_luck', 'is_beyond_luck'] as const),
  ...(['once_in_years', 'to_a_person', 'notice_on', 'notice_tier', 'notice_at_most', 'fresh_until', 'settled_from'] as const),
  ...(['lapses_after', 'fresh_counted', 'fresh_fault', 'fresh_left', 'fresh_allowed', 'counts_after'] as const),
] as const satisfies readonly (keyof NotedStanding)[];
