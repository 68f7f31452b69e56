/** The published run: pointer, manifest and policies, and the run's datasets, each read once. */
import { filesOfSellers } from '../../../contracts/run/buckets.js';
import { POINTER } from '../../../contracts/run/keys.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { ALL_REGIONS } from '../../../contracts/run/teams.js';
import type { ReadersPolicies } from '../../../policies/readers-policies.js';
import { policiesIn } from '../../../policies/texts-said.js';
import type { DecisionRow } from '../../../wording/decision.js';
import type { EarlyWarningRow } from '../../../wording/early-warning.js';
import type { EvaluationRow } from '../../../wording/evaluation.js';
import type { FigureRow, IncidentRow } from '../../../wording/for-persons.js';
import type { TierGateRow } from '../../../wording/gates.js';
import type { NextTierRow } from '../../../wording/next-tier.js';
import type { PointsEntryRow, PointsStandingRow } from '../../../wording/points.js';
import type { ProbationExitRow, ProbationRow } from '../../../wording/probation.js';
import type { ScorePartRow, ScoreRow } from '../../../wording/score.js';
import type { NotedStanding, StandingRow } from '../../../wording/standing.js';
import { type Wording, wordingFor } from '../../../wording/wording.js';
import { FORMAT, LANGUAGE } from '../speech.js';
import { type LeadsRead, leadsRead } from './leads.js';
import { type Moving, moving } from './moving.js';
import { type OnboardingRead, onboardingRead } from './onboarding.js';
import { readParquet } from './parquet.js';
import { type Reader, type ReadManifest, readerOf, readersRun } from './reader.js';
import {
  type FirstSeller,
  type LandingDrift,
  NOTED,
  type OutcomeDetail,
  type ReasonCount,
  type RegionDay,
  type RegionKpis,
  type RegionMetric,
  type RunQuality,
  type Scorecard,
  type SellerMetric,
  type TierChange,
  type TierMix,
} from './rows.js';
import { isSignedOut, SignedOut } from './signed-out.js';

/** The policies as far as a reader needs them. */
export type PublicPolicies = ReadersPolicies;

/** What the dashboard reads of a run; it may hold more, which is not for readers. */
export const DATASETS = [
  'scorecards',
  'standings',
  'metric_standings',
  'points_standings',
  'points_entries',
  'scores',
  'score_parts',
  'tier_gates',
  'decision_records',
  'decision_figures',
  'evaluations',
  'early_warnings',
  'next_tiers',
  'proposed_incidents',
  'probations',
  'probation_exits',
  'seller_metrics',
  'seller_weeks',
  'outcome_details',
  'tier_changes',
  'tier_mix',
  'seller_regions',
  'first_sellers',
  'region_kpis',
  'region_metrics',
  'region_movers',
  'region_faults',
  'calls',
  'luck',
  'leads',
  'lead_evidence',
  'leads_looked_for',
  'applicants',
  'onboarding_funnel',
  'onboarding_steps',
  'onboarding_rejections',
  'onboarding_cohorts',
  'region_daily',
  'reason_counts',
  'run_quality',
  'landing_drift',
] as const;
export type Dataset = (typeof DATASETS)[number];

/** No run has been published yet. */
export class NothingPublished extends Error {
  override name = 'NothingPublished';
}

/** The run did not publish a dataset. */
export class DatasetMissing extends Error {
  override name = 'DatasetMissing';
  constructor(
    readonly dataset: string,
    readonly runId: string,
  ) {
    super(`Run ${runId} did not publish the dataset ${dataset}.`);
  }
}

const failures = new Set<() => void>();
/** Lets whatever could not be read be asked for once more. Until then a failure stays: reading goes on by being asked. */
export function forgetFailures(): void {
  for (const forget of failures) forget();
  failures.clear();
}

export interface Run extends Moving, LeadsRead, OnboardingRead {
  reader: Reader;
  pointer: Pointer;
  manifest: ReadManifest;
  /** In the reader's language, as far as somebody has said them in it. */
  policies: PublicPolicies;
  /** As they are written. */
  written: PublicPolicies;
  /** The names and sentences of the pages, for this run's metrics. */
  wording: Wording;
  /** Rows by region and trailing window. */
  regionKpis(): Promise<RegionKpis[]>;
  regionMetrics(): Promise<RegionMetric[]>;
  regionDays(region: string): Promise<RegionDay[]>;
  reasonCounts(region: string): Promise<ReasonCount[]>;
  tierMix(): Promise<TierMix[]>;
  /** Where the list of a region's sellers begins; empty when the run did not publish it. */
  firstSellers(region: string): Promise<FirstSeller[]>;
  /** Empty when the run did not publish them: ask `publishes` to tell that from a night without changes. */
  tierChanges(): Promise<TierChange[]>;
  publishes(dataset: Dataset): boolean;
  /** Addresses of the files of a dataset, with their length where it is known; none when the run did not publish it. */
  filesOf(dataset: Dataset): { url: string; bytes?: number }[];
  /** A seller's rows of a dataset, of those asked columns that the run has; none when the run did not publish it. */
  ofSeller<Row>(dataset: Dataset, seller: string, columns?: readonly string[]): Promise<Row[]>;
  /** Answers what `start` does, begun once for a key; a failure is forgotten as those of reading are. */
  once<T>(key: string, start: () => Promise<T>): Promise<T>;
  quality(): Promise<RunQuality[]>;
  /** What landed on the run date against the days before. */
  drift(): Promise<LandingDrift[]>;
  /** One seller under each programme; empty for a seller without a scorecard. */
  scorecardsOf(seller: string): Promise<Scorecard[]>;
  /** The tier held under each programme with evaluations, and what they say of each metric. */
  standingsOf(seller: string): Promise<StandingRow[]>;
  metricStandingsOf(seller: string): Promise<NotedStanding[]>;
  /** What stands of points under each programme that has them, and what gave them. */
  pointsOf(seller: string): Promise<PointsStandingRow[]>;
  pointsEntriesOf(seller: string): Promise<PointsEntryRow[]>;
  /** The score under each programme that has one, and what it is made of. */
  scoresOf(seller: string): Promise<ScoreRow[]>;
  scorePartsOf(seller: string): Promise<ScorePartRow[]>;
  /** What tiers ask for beside their bounds, and what the seller has of it. */
  gatesOf(seller: string): Promise<TierGateRow[]>;
  /** Changes of tier that evaluations made or proposed, and metrics that look as if they had become worse. */
  decisionsOf(seller: string): Promise<DecisionRow[]>;
  warningsOf(seller: string): Promise<EarlyWarningRow[]>;
  /** The way to the next tier. */
  nextTiersOf(seller: string): Promise<NextTierRow[]>;
  /** What waits for persons; empty when the run did not publish it. */
  waiting(): Promise<DecisionRow[]>;
  decisionFigures(): Promise<FigureRow[]>;
  incidents(): Promise<IncidentRow[]>;
  /** Whether evaluations are decided; empty when the run did not publish it. */
  evaluations(): Promise<EvaluationRow[]>;
  /** Its probation under each programme that has one, and what each way out asks for. */
  probationsOf(seller: string): Promise<ProbationRow[]>;
  probationExitsOf(seller: string): Promise<ProbationExitRow[]>;
  metricsOf(seller: string): Promise<SellerMetric[]>;
  /** The orders behind the numbers: fault, forgiven and excluded. */
  outcomeDetailsOf(seller: string): Promise<OutcomeDetail[]>;
}

/** The pointer, asked for anew each time. Throws NothingPublished when there is none. */
export async function readPointer({ store }: Pick<Reader, 'store'>): Promise<Pointer> {
  const response = await fetch(new URL(POINTER, store), { cache: 'no-cache' });
  if (isSignedOut(response.status)) throw new SignedOut(POINTER);
  if (response.status === 404) throw new NothingPublished('Nothing has been published yet.');
  if (!response.ok) throw new Error(`${POINTER}: the server answered ${response.status}`);
  return (await response.json()) as Pointer;
}

const readJsonAt =
  ({ store }: Reader) =>
  async <T>(key: string): Promise<{ value: T; etag: string } | undefined> => {
    const response = await fetch(new URL(key, store), { cache: 'no-cache' });
    if (isSignedOut(response.status)) throw new SignedOut(key);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${key}: the server answered ${response.status}; the published run is not whole`);
    return { value: (await response.json()) as T, etag: response.headers.get('etag') ?? '' };
  };

/** Starts what is asked for by a key once, and answers the same promise each time. */
function keeper() {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, start: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known) return known as Promise<T>;
    const started = start();
    kept.set(key, started);
    started.catch(() => failures.add(() => kept.delete(key)));
    return started;
  };
}

/** Nothing where a run of an older version does not have it. */
type IfAny = <Row>(dataset: Dataset, filter?: ReturnType<typeof only>) => Promise<Row[]>;

const decisions = (ofSeller: OfSeller, ifAny: IfAny) => ({
  decisionsOf: (seller: string) => ofSeller<DecisionRow>('decision_records', seller),
  warningsOf: (seller: string) => ofSeller<EarlyWarningRow>('early_warnings', seller),
  nextTiersOf: (seller: string) => ofSeller<NextTierRow>('next_tiers', seller),
  waiting: () => ifAny<DecisionRow>('decision_records', only('status', 'proposed')),
  decisionFigures: () => ifAny<FigureRow>('decision_figures'),
  incidents: () => ifAny<IncidentRow>('proposed_incidents', only('status', 'proposed')),
  evaluations: () => ifAny<EvaluationRow>('evaluations'),
});

/** `columns`: of these alone those that the run has; else all. */
type OfSeller = <Row>(dataset: Dataset, seller: string, columns?: readonly string[]) => Promise<Row[]>;

const besideBounds = (
  ofSeller: OfSeller,
): Pick<Run, 'pointsOf' | 'pointsEntriesOf' | 'scoresOf' | 'scorePartsOf' | 'gatesOf' | 'probationsOf' | 'probationExitsOf'> => ({
  gatesOf: (seller) => ofSeller<TierGateRow>('tier_gates', seller),
  probationsOf: (seller) => ofSeller<ProbationRow>('probations', seller),
  probationExitsOf: (seller) => ofSeller<ProbationExitRow>('probation_exits', seller),
  pointsOf: (seller) => ofSeller<PointsStandingRow>('points_standings', seller),
  pointsEntriesOf: (seller) => ofSeller<PointsEntryRow>('points_entries', seller),
  scoresOf: (seller) => ofSeller<ScoreRow>('scores', seller),
  scorePartsOf: (seller) => ofSeller<ScorePartRow>('score_parts', seller),
});

/** Rows that hold a value in a column. */
const only = (column: string, value: string) => ({ filter: { [column]: { $eq: value } } });

/** why a quarter more: sellers are spread over buckets by chance. */
const MORE_THAN_MEAN = 1.25;
/** What a page reads one seller of comes whole where it is little more than the end that is asked for anyway. */
const SMALL_FOR_ONE = 48 * 1024;

type Held = { files: string[]; bytes: number } | undefined;

/** How long a file of a dataset is, or is at most with few exceptions, where it may come whole for one seller's sake. */
function sizeForOne(held: Held): { bytes?: number } {
  if (!held) return {};
  const many = held.files.length;
  const bytes = many === 1 ? held.bytes : Math.ceil((held.bytes / many) * MORE_THAN_MEAN);
  return bytes <= SMALL_FOR_ONE ? { bytes } : {};
}

/** The same where all of the dataset is read. */
const sizeOf = (held: Held): { bytes?: number } => (held?.files.length === 1 ? { bytes: held.bytes } : sizeForOne(held));

type Once = <T>(key: string, start: () => Promise<T>) => Promise<T>;
type Read = <Row>(dataset: Dataset, filter?: ReturnType<typeof only>) => Promise<Row[]>;

const ofRegions = (once: Once, read: Read): Pick<Run, 'regionKpis' | 'regionMetrics' | 'regionDays' | 'reasonCounts'> => ({
  regionKpis: () => once('region_kpis', () => read<RegionKpis>('region_kpis')),
  regionMetrics: () => once('region_metrics', () => read<RegionMetric>('region_metrics')),
  regionDays: (region) => once(`region_daily/${region}`, () => read<RegionDay>('region_daily', only('region', region))),
  reasonCounts: (region) => once(`reason_counts/${region}`, () => read<ReasonCount>('reason_counts', only('region', region))),
});

/** Where a dataset lies in buckets, no file but the seller's is opened. `ofSellerIfAny`: of what a run of an older version does not have. */
function ofSellers(
  once: Once,
  held: Readonly<Record<string, Held>>,
  filesOf: (dataset: Dataset) => string[],
  readFiles: <Row>(files: string[], options: Parameters<typeof readParquet<Row>>[1]) => Promise<Row[]>,
): { ofSeller: OfSeller; ofSellerIfAny: OfSeller } {
  const ofSeller: OfSeller = <Row>(dataset: Dataset, seller: string, columns?: readonly string[]) =>
    once([dataset, seller, ...(columns ?? [])].join('/'), async () =>
      readFiles<Row>(filesOfSellers(filesOf(dataset), [seller]), {
        ...only('seller_id', seller),
        ...(columns && { columns: [], ifThere: columns }),
        ...sizeForOne(held[dataset]),
      }),
    );
  const ofSellerIfAny: OfSeller = <Row>(dataset: Dataset, seller: string, columns?: readonly string[]) =>
    held[dataset] ? ofSeller<Row>(dataset, seller, columns) : once(`${dataset}/${seller}`, async (): Promise<Row[]> => []);
  return { ofSeller, ofSellerIfAny };
}

/** Follows the pointer to the published run, for a reader who wants to see a region. Nothing of its rows is read yet. */
export async function openRun(region: string = ALL_REGIONS): Promise<Run> {
  const reader = await readerOf(region);
  const pointer = await readPointer(reader);
  const { manifest, policies: written, etag } = await readersRun(reader, pointer, readJsonAt(reader));
  const policies = policiesIn(written, LANGUAGE);

  // Run files are cached for ever. A store that was thrown away and built again reuses its run ids: the manifest's
  // etag in the address keeps the old files out.
  const version = etag ? `?v=${encodeURIComponent(etag.replace(/^W\/|"/g, ''))}` : '';
  const publishes = (dataset: Dataset): boolean => manifest.datasets[dataset] !== undefined;
  /** Files of what has no rows are not asked for. */
  const filesOf = (dataset: Dataset): string[] => {
    const found = manifest.datasets[dataset];
    if (!found) throw new DatasetMissing(dataset, manifest.run_id);
    return found.rows === 0 ? [] : found.files;
  };
  type Options<Row> = Parameters<typeof readParquet<Row>>[1];
  const addressOf = (key: string): string => new URL(`${key}${version}`, reader.store).href;
  const readFiles = async <Row>(files: string[], options?: Options<Row>): Promise<Row[]> => {
    return (await Promise.all(files.map((key) => readParquet<Row>(addressOf(key), options)))).flat();
  };
  const read = async <Row>(dataset: Dataset, options?: Options<Row>): Promise<Row[]> =>
    readFiles(filesOf(dataset), { ...options, ...sizeOf(manifest.datasets[dataset]) });

  const once = keeper();
  const { ofSeller, ofSellerIfAny } = ofSellers(once, manifest.datasets, filesOf, readFiles);
  const ifAny: IfAny = (dataset, filter) => once(dataset, async () => (publishes(dataset) ? read(dataset, filter) : []));

  return {
    reader,
    pointer,
    manifest,
    ...{ policies, written },
    wording: wordingFor(LANGUAGE, policies, FORMAT),
    ...ofRegions(once, read),
    ...moving(once, read, publishes),
    ...onboardingRead(once, read),
    ...leadsRead(once, read, (sellers, options) => readFiles(filesOfSellers(filesOf('scorecards'), sellers), options)),
    tierMix: () => once('tier_mix', () => read<TierMix>('tier_mix')),
    firstSellers: (region) =>
      once(`first_sellers/${region}`, async () =>
        publishes('first_sellers') ? read<FirstSeller>('first_sellers', only('region', region)) : [],
      ),
    publishes,
    filesOf: (dataset) =>
      publishes(dataset) ? filesOf(dataset).map((key) => ({ url: addressOf(key), ...sizeOf(manifest.datasets[dataset]) })) : [],
    ofSeller: ofSellerIfAny,
    once,
    tierChanges: () => once('tier_changes', async () => (publishes('tier_changes') ? read<TierChange>('tier_changes') : [])),
    quality: () => once('run_quality', () => read<RunQuality>('run_quality')),
    drift: () => once('landing_drift', () => read<LandingDrift>('landing_drift')),
    scorecardsOf: (seller) => ofSeller<Scorecard>('scorecards', seller),
    standingsOf: (seller) => ofSellerIfAny<StandingRow>('standings', seller),
    metricStandingsOf: (seller) => ofSellerIfAny<NotedStanding>('metric_standings', seller, NOTED),
    ...besideBounds(ofSellerIfAny),
    ...decisions(ofSellerIfAny, ifAny),
    metricsOf: (seller) => ofSeller<SellerMetric>('seller_metrics', seller),
    outcomeDetailsOf: (seller) => ofSeller<OutcomeDetail>('outcome_details', seller),
  };
}
