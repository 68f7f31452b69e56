import type { ActionKind } from '../contracts/landing/enforcement-actions.js';
import type { IdentifierKind } from '../contracts/landing/identifiers.js';
import type { Calendar } from './calendar.js';
import type { Evaluation } from './evaluation.js';
import type { Asks } from './gates.js';
import type { Points } from './points.js';
import type { Probation } from './probation.js';
import type { Collapse, Peak } from './reliefs.js';
import type { Score } from './score.js';
import type { CarrierClasses, Segment } from './segments.js';
import type { Texts } from './texts-said.js';

/** The business's decisions as the night uses them: read from YAML by policies/load.ts, frozen per run as policies.json. */
export interface Region {
  /** Code that orders carry in `region`, such as GB. */
  code: string;
  name: string;
  /** IANA name, such as Europe/London. */
  time_zone: string;
  /** ISO 4217. */
  currency: string;
  /** A run date without any landed order of this region stops the night. */
  must_land_orders_daily: boolean;
  /** What counts as dispatched. */
  dispatch_milestone: 'first_scan' | 'confirmed';
  /** A late delivery is forgiven when the carrier scanned the parcel by ship_by. */
  on_time_scan_saves: boolean;
  /** When its shops work; absent: nothing is measured in business time. */
  calendar?: Calendar | undefined;
}

/** How a bound is said; `below` and `met_above` leave out the bound itself, the last two speak of what is met. */
export const BOUNDS_SAID = ['at_most', 'below', 'met_at_least', 'met_above'] as const;
export type BoundSaid = (typeof BOUNDS_SAID)[number];

export interface Bound {
  /** Highest accountable rate allowed, 0..1; of `below` and `met_above` the lowest that is too high. Exact to the millionth. */
  at_most: number;
  /** As the policy says it; absent: `at_most`. */
  said?: Exclude<BoundSaid, 'at_most'>;
  why: string;
  /** The bound of whoever holds the tier, or a better one; never stricter. Absent: the same. */
  keep?: { at_most: number; why: string };
}

/** Whether every bound, and what is recommended, is said as at most so much at fault, so that a table says it once. */
export const allAtMost = (metrics: readonly ProgrammeMetric[]): boolean =>
  metrics.every(({ tiers, alert = [] }) =>
    [Object.values(tiers), alert].flat().every(({ said = 'at_most' }) => said === 'at_most'),
  );

/** The longest window of a metric, and with fewer than how many counted in the usual one a longer one is asked; undefined where none is. */
export const longerWindow = ({
  low_volume,
  stretch,
}: ProgrammeMetric): { fewer_than: number; window_days: number } | undefined =>
  stretch ? { fewer_than: stretch.until, window_days: stretch.at_most_days } : low_volume;

/** Whether a bound asks for a share of what is met, not of what is at fault. */
export const ofWhatIsMet = (said: BoundSaid | null | undefined): boolean => said === 'met_at_least' || said === 'met_above';

/** Whether a rate of exactly the bound is too high. */
export const leavesOutItself = (said: BoundSaid | null | undefined): boolean => said === 'below' || said === 'met_above';

/** An entry of a programme: a metric with its window and bounds. One programme may have several of one metric. */
export interface ProgrammeMetric {
  /** Key of the entry, and the metric where `of` names no other; what published datasets call `metric`. */
  metric: string;
  /** The metric that is asked for, of an entry under a key and a title of its own. */
  of?: string | undefined;
  title?: string | undefined;
  /** Of an entry under a key of its own: it counts these orders alone. */
  where?: Segment;
  /** Matured cohort days that count: the days (run date - maturation - window, run date - maturation]. */
  window_days: number;
  why: string;
  /** A longer window for whoever has fewer counted than this in the other. */
  low_volume?: { fewer_than: number; window_days: number; why: string };
  /** Of whoever has fewer counted in the window: the fewest days that hold so many, and no more days than this. */
  stretch?: { until: number; at_most_days: number; why: string };
  /** What a judgement needs at least, on the metric's own denominator. */
  at_least: Floor;
  /** Days on which lateness of up to so many hours is forgiven. */
  peaks?: Peak[] | undefined;
  /** Faults that are alike and count as one. */
  collapse?: Collapse | undefined;
  /** Bound by tier; every tier but the last has one. A tier's bound is never stricter than that of the tier above. */
  tiers: Record<string, Bound>;
  /** What is recommended: no tier and no verdict asks for it. Never looser than the standard. */
  alert?: Bound;
  /** From when on it is only measured and shown. */
  paused?: { from: string; why: string } | undefined;
}

export interface Floor {
  /** Fewer counted (met, at fault, forgiven as met) than this: not assessable. */
  counted: number;
  /** Fewer faults than this meet every bound. */
  faults: number;
  /** Faults of fewer buyers than this meet every bound; what has no buyer that is known counts as of one of its own. */
  buyers?: number;
  /** Faults on fewer cohort days than this meet every bound. */
  days?: number;
  why?: string;
}

/** The metric that an entry of a programme is of; of a judged metric itself. */
export const roomOf = ({ metric, of }: { metric: string; of?: string | undefined }): string => of ?? metric;

/** The metric that a row of a programme's entry is of, with its settings; undefined of one that the policies no longer have. */
export function judgedMetricOf(
  { programmes, metrics }: Pick<Policies, 'programmes' | 'metrics'>,
  { programme, metric }: { programme: string; metric: string },
): JudgedMetric | undefined {
  const entry = programmes.find((one) => one.programme === programme)?.metrics.find((one) => one.metric === metric);
  const room = roomOf(entry ?? { metric });
  return metrics.find((one) => one.metric === room);
}

/** As how many a listed order counts under a metric: as its items where these are counted. */
export const countsFor = (judged: Pick<JudgedMetric, 'count'> | undefined, items: number | null): number =>
  judged?.count === 'items' ? Math.max(items ?? 1, 1) : 1;

/** A metric as readers meet it: judged as it is, or an entry of one under a key and a title of its own. */
export type Named<M> = M & { of?: string };

/** All of them in the order in which readers see them: each judged metric, and after it the entries that programmes have of it. */
export function namedMetrics<M extends { metric: string; title: string }>({
  metrics,
  programmes,
}: {
  metrics: readonly M[];
  programmes: readonly { metrics: readonly Pick<ProgrammeMetric, 'metric' | 'of' | 'title'>[] }[];
}): Named<M>[] {
  const entries = new Map(
    programmes.flatMap((programme) => programme.metrics.flatMap((entry) => (entry.of ? [[entry.metric, entry] as const] : []))),
  );
  return metrics.flatMap((judged) => [
    judged,
    ...[...entries.values()]
      .filter(({ of }) => of === judged.metric)
      .map(({ metric, title }) => ({ ...judged, metric, of: judged.metric, title: title ?? judged.title })),
  ]);
}

/** A metric that a night judges, with what policies/metrics.yaml says of it, or the defaults of its room. */
export interface JudgedMetric {
  metric: string;
  title: string;
  subject: 'order' | 'conversation' | 'landed';
  /** Days after the cohort day before an outcome is final; windows hold days that are matured by it. */
  maturation_days: number;
  /** What one row counts as: itself, or the items of its order. */
  count: 'orders' | 'items';
  /** Reasons by which a fault is forgiven and then counts as met; other reasons leave it out of the accountable rate. */
  counts_as_met: string[];
  /** Values of the metric's own settings. */
  settings: Record<string, number | string | string[]>;
  /** Only of a metric that lands as outcomes: what a row is about, why it is measured, and what a seller can do. */
  unit?: 'orders' | 'conversations' | 'items' | 'days';
  why?: string;
  advice?: string;
}

/** What a tier brings or costs a seller. What is not named is as for any seller. */
export interface TierEffect {
  in_words: string;
  /** How its listings stand in search. */
  visibility?: 'raised' | 'normal' | 'reduced' | 'hidden' | undefined;
  ads?: 'allowed' | 'not_allowed' | undefined;
  /** Orders a day, as a share of the most that one of the last 28 days brought. */
  order_cap?: { share_of_peak: number; why: string } | undefined;
  /** Days from delivery to payout. */
  payout_days?: { value: number; why: string } | undefined;
  /** Share of sales that waits for refunds. */
  reserve?: { share: number; why: string } | undefined;
  /** Share of sales that the marketplace keeps. */
  commission?: { share: number; why: string } | undefined;
}

/** How a seller contests its tier: until so many days after it was told, by mail or on a page. */
export interface Contest {
  within_days: number;
  address?: string | undefined;
  url?: string | undefined;
  why: string;
}

export interface Tier {
  key: string;
  title: string;
  means: string;
  /** Orders, sales and time that it asks for beside its bounds; only of tiers above the standard. */
  asks?: Asks | undefined;
  /** What it brings or costs a seller; absent: a word of praise or warning, and nothing else. */
  effect?: TierEffect | undefined;
}

export interface Programme {
  programme: string;
  title: string;
  version: string;
  /** First run date it judges, YYYY-MM-DD. */
  in_force_from: string;
  /** Day on which sellers were told of this version. */
  notice_given_on?: string | undefined;
  /** Last run date it judges; absent: until a newer version is in force. */
  until?: string | undefined;
  /** How a seller contests its tier. */
  contest?: Contest | undefined;
  /** Region codes, by delivery. */
  regions: string[];
  /** From best to worst; the last is where a seller falls who meets no bound. */
  tiers: Tier[];
  /** The tier whose bounds are the standard that verdicts speak of. */
  standard: string;
  assessable: { orders: number; window_days: number; why: string };
  /** When tiers are decided, and when a missed bound is more than luck; absent: tiers are proposed every night and held by nobody. */
  evaluation?: Evaluation;
  /** Points for violations and missed metrics, and what so many bring; absent: there are none. */
  points?: Points | undefined;
  /** A score made of its metrics; absent: there is none. */
  score?: Score | undefined;
  /** How many orders a day new sellers may take, and by what that ends; absent: as many as come. */
  probation?: Probation | undefined;
  metrics: ProgrammeMetric[];
}

/** An address; of who does not read English with a language, alone or as in a country: `de`, `de-CH`. */
export type DigestAddress = string | { address: string; language: string };

export interface MailSettings {
  /** Who sends, as in a From header. */
  from: string;
  /** Readers of the weekly digest over all regions. */
  leadership: DigestAddress[];
  /** Readers of the weekly digest of one region, by region code. */
  regional_teams: Record<string, DigestAddress[]>;
  /** Where a seller finds all that is at fault, `{seller_id}` standing for its id; absent where the marketplace has no such page. */
  seller_page?: string;
  /** Where a seller says how often mails come, and stops them; absent where there is no such page. */
  preferences_page?: string;
  /** Where readers of digests open the dashboard; absent: their numbers have no links. */
  dashboard?: string;
  /** Who is told when a night fails. */
  operators: string[];
}

/** More rows of a dataset than a share that fit nothing stop a night, where so many rows landed at least. */
export interface OrphanLimit {
  at_most: number;
  at_least: number;
}

interface Decision {
  because: string;
  /** YYYY-MM-DD. */
  on: string;
}

/** What stops a night of what landed, and what a person accepted all the same. */
export interface LandingPolicy {
  /** Share of a dataset's rows that may be gone since the last published run. */
  rows_vanished: { at_most: number };
  /** By dataset. */
  orphans: Record<string, OrphanLimit>;
  /** Landed files may be gone after so many days; absent: they stay. What was accepted of them is kept. */
  landing_keeps_days?: number;
  /** Landed files of days before one are gone on purpose; what was accepted of them is kept. */
  expired: ({ before: string } & Decision)[];
  /** What is gone since a run was removed on purpose, and its rows count no longer. */
  removed: ({ since: string } & Decision)[];
  /** Files that could not be read and that a night may do without; other bytes under the same name are judged anew. */
  accepted_refusals: ({ file: string; file_id: string } & Decision)[];
}

/** Tracking numbers that are none, beside those that the contract knows. Lower case, in order. */
export interface TrackingPolicy {
  words_for_none: readonly string[];
  /** Forms of carriers' numbers, as patterns of RE2 for the whole number without its spaces and hyphens, in whatever case. */
  carriers: readonly { carrier: string; form: string }[];
}

/** When days of a carrier in a region are unusual, and so few sellers' doing that a carrier incident is proposed. */
export interface IncidentsPolicy {
  /** False: none are proposed. */
  propose: boolean;
  /** Matured days that are looked at and compared with one another; of so many of them there must be one to say what is usual. */
  usual: { days: number; at_least_days: number };
  /** What a day needs at least; parcels also of the days it is compared with. */
  a_day: { parcels: number; late: number; sellers: number; one_seller_at_most: number };
  /** How far above the usual share: so much, and so many standard deviations. */
  above: { share: number; deviations: number };
}

/** From when on a seller's orders are a lead. */
export interface LeadsPolicy {
  /** Orders placed in so many days up to the run date are looked at. */
  look_back_days: number;
  /** Keys of leads that nobody looks for. */
  not_looked_for: readonly string[];
  brushing: { orders_per_buyer: number; window_seconds: number };
  /** Of so many sellers with one carrier in a region a scan before the order is the carrier's feed. */
  scan_before_order: { hours: number; sellers_of_a_feed: number };
  /** So many orders of a seller, and this share of its parcels. */
  late_masking: { hours_after_due: number; orders: number; share: number };
  account_links: AccountLinksPolicy;
  /** An account is one again where it began after such an action on another of its family, in force or ended within so many days. */
  re_registration: { days: number; actions: readonly ActionKind[] };
}

/** When two accounts that share values are linked. */
export interface AccountLinksPolicy {
  /** What a value that two accounts share says, by its kind, in hundredths; 0 where nobody looks at the kind. */
  weights: Readonly<Record<IdentifierKind, number>>;
  /** From so many hundredths on, of all values together, two accounts are linked. */
  linked_from: number;
  /** A value of more sellers than this links nobody: it is a hub, such as the address of a forwarder. */
  hub_above: number;
}

/** How applications of sellers are followed. */
export interface OnboardingPolicy {
  /** Applications made in so many days up to the run date are followed. */
  look_back_days: number;
  /** A complete application waits for a decision no longer. */
  decide_within_days: number;
  /** Kinds of checks, each of which whoever is verified has passed; with none, nobody is measured. */
  verified_by: readonly string[];
}

export interface Policies {
  regions: Region[];
  /** In the order in which readers see them. */
  metrics: JudgedMetric[];
  /** Those in force on the run date. */
  programmes: Programme[];
  /**
   * Versions that come into force later; absent where there are none. why not in the fingerprint: nothing is judged by them, and readers
   * are told.
   */
  waiting?: Programme[];
  mails: MailSettings;
  /** Absent where the marketplace says nothing of its own. */
  tracking?: TrackingPolicy;
  /** By their names; absent where none is declared. */
  carrier_classes?: CarrierClasses;
  /** Absent where nothing is said of them: policies/incidents-policy.ts has the defaults. */
  incidents?: IncidentsPolicy;
  /** Absent where nothing is said of them: policies/leads-policy.ts has the defaults. */
  leads?: LeadsPolicy;
  /** Absent where nothing is said of it: policies/onboarding-policy.ts has the defaults. */
  onboarding?: OnboardingPolicy;
  /** What sellers read of all this in other languages; absent where everybody reads it as it is written. */
  texts?: Texts;
  /** why not in the fingerprint: it decides whether a run is published, and not what it says. */
  landing: LandingPolicy;
  /** Hash over everything else; part of every run's identity. */
  fingerprint: string;
}

/** Whether a metric of a programme rests on a day. */
export const isPaused = ({ paused }: Pick<ProgrammeMetric, 'paused'>, day: string): boolean =>
  paused !== undefined && paused.from <= day;
