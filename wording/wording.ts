/** One reader's language: the words, the formats, and the names and sentences that take both. */
import type * as z from 'zod';
import type { scorecards } from '../contracts/published/scorecards.js';
import type { sellerMetrics } from '../contracts/published/seller-metrics.js';
import { ALL_REGIONS as ALL } from '../contracts/run/teams.js';
import { type Counted, METRICS, type Metric, metricOf } from '../metrics/index.js';
import {
  type Bound,
  type BoundSaid,
  type JudgedMetric,
  longerWindow,
  type Named,
  namedMetrics,
  ofWhatIsMet,
  type Programme,
  type ProgrammeMetric,
  type Region,
  roomOf,
} from '../policies/policy.js';
import type { Texts } from '../policies/texts-said.js';
import { type Format, formatFor } from './format.js';
import { capital, lowered } from './letters.js';
import type { SaidOfMetric } from './metric-words.js';
import { segmentWords } from './segment.js';
import { speechFor, type Words } from './words.js';

/** Stands for every region together in the `region` of regional datasets. */
export { ALL };

/** What of a run's metric the wording needs; a metric that lands as outcomes is known by this alone. */
export type NamedMetric = Pick<JudgedMetric, 'metric' | 'title' | 'subject' | 'count' | 'unit' | 'advice' | 'settings'>;

/** What of a metric's row the sentence of its verdict is made of. */
export type VerdictFacts = Pick<
  z.infer<typeof sellerMetrics.row>,
  | 'metric'
  | 'because'
  | 'window_days'
  | 'orders'
  | 'orders_needed'
  | 'orders_window_days'
  | 'fault'
  | 'counted'
  | 'counted_needed'
  | 'allowed'
  | 'fault_buyers'
  | 'buyers_from'
  | 'fault_days'
  | 'days_from'
>;

/** What of a metric's row the sentence of its recommendation is made of; of a run of an earlier version none of it is there. */
export type AlertFacts = Pick<z.infer<typeof sellerMetrics.row>, 'verdict'> &
  Partial<Pick<z.infer<typeof sellerMetrics.row>, 'alert_at_most' | 'alert_said' | 'alert_allowed' | 'alert_exceeded'>>;

/** What of a metric's row the clause of its window is made of. */
export type WindowFacts = Pick<z.infer<typeof sellerMetrics.row>, 'metric' | 'window_days' | 'counted'>;

/** What of a scorecard the sentence of its tier is made of. */
export type TierFacts = Pick<
  z.infer<typeof scorecards.row>,
  | 'tier'
  | 'tier_because'
  | 'orders'
  | 'orders_needed'
  | 'next_tier'
  | 'held_back_by'
  | 'held_back_fault'
  | 'held_back_counted'
  | 'held_back_allowed'
>;

/** What of a region a reader needs: its name, its clock, and what counts there as dispatched. */
type Place = Pick<Region, 'code' | 'name' | 'time_zone' | 'dispatch_milestone'>;

/** One fact that proves an outcome: `First scan`, `5 Nov 09:12`. */
export interface Fact {
  column: string;
  title: string;
  text: string;
}

/** `5.33%` or `94.67% met`, and its bound: `allowed 4%`, `4% allowed`, `at most 4%`, `≤ 4%`. */
export interface Standing {
  rate: string;
  beside: string;
  behind: string;
  goal: string;
  short: string;
}

/** Policies as far as they give metrics their names. */
export type Naming = Parameters<typeof namedMetrics<NamedMetric>>[0] & {
  regions?: readonly Pick<Region, 'code' | 'name'>[];
  texts?: Texts;
};
const BUILT_IN_ALONE: Naming = { metrics: [], programmes: [] };

type Tiers = Pick<Programme, 'tiers'> | undefined;
/** Whatever names its tiers. */
type Titled = { tiers: readonly { key: string; title: string }[] } | undefined;

export interface Wording {
  words: Words;
  /** By which numbers and days are written: the reader's own, where its language is written. */
  locale: string;
  /** A text that a row has out of a policy, in the reader's language as far as the policies say it. */
  said(text: string): string;
  format: Format;
  /** The built-in metric that a key is of; undefined of a business's own. Keys are those of metrics, or of a programme's entries. */
  room(metric: string): Metric | undefined;
  metricTitle(metric: string): string;
  /** What the metric counts (orders, parcels, conversations), and what follows the noun at a fault. */
  counted(metric: string): Counted;
  /** Where the metric stands among others, in the order in which readers see them. */
  metricPlace(metric: string): number;
  /** What a seller can do about the metric; undefined where nobody has written it. */
  advice(metric: string): string | undefined;
  /** The same behind the metric's title. */
  advised(metric: string): string | undefined;
  /** Landed columns without which the metric is not measured. */
  needs(metric: string): readonly string[];
  /** A subject by its kind and id: `Order DE-88107`, `Conversation C-12`; what landed as an outcome by its id alone. */
  subject(metric: string, id: string): string;
  /** Why an outcome came about, as a clause in lower case. */
  reason(metric: string, reason: string): string;
  /** The same of one order: what was missed but came later is told as that. `row` has the moments, `place` says which count. */
  reasonOf(
    row: Readonly<Record<string, unknown>> & { metric: string; reason: string },
    place?: Pick<Place, 'dispatch_milestone'>,
  ): string;
  /** Columns of outcome_details that prove the metric's outcomes, in the order in which a reader wants them. */
  proof(metric: string, place?: Pick<Place, 'dispatch_milestone'>): readonly string[];
  /** Those of the columns that have a value, with words for both, in the time of the zone. Moments may come as ISO 8601. */
  facts(row: Readonly<Record<string, unknown>>, columns: readonly string[], zone: string): Fact[];
  /** The reason and its facts in one clause: `handed over after the ship-by moment (ship by 3 Nov 17:00, …)`. */
  happened(row: { metric: string; reason: string }, place: Place | undefined): string;
  /** A tier by the policy's title; not_assessable and not_measured by their words. */
  tierTitle(programme: Titled, tier: string): string;
  tierMeans(programme: Tiers, tier: string): string;
  /** A region by its name; ALL by the words for everywhere. */
  regionName(regions: readonly Pick<Region, 'code' | 'name'>[], code: string): string;
  /** A rate and the bound that it is held against, both by what is at fault or both by what is met, as policy says the bound. */
  standing(rate: number | null, bound: Pick<Bound, 'at_most'> & { said?: BoundSaid }): Standing;
  /** Why a metric has its verdict, as a clause in lower case. */
  verdictBecause(row: VerdictFacts): string;
  /** Why other days than usual count, as a clause in lower case; undefined where the usual ones do. */
  windowBecause(row: WindowFacts, asked: ProgrammeMetric | undefined): string | undefined;
  /** Which orders count, as a sentence without its full stop; undefined where all do. */
  onlyOrders(asked: ProgrammeMetric | undefined): string | undefined;
  /** What is recommended, as a sentence; undefined where nothing is. */
  recommended(row: AlertFacts): string | undefined;
  /** Why a seller has its tier, as a clause in lower case. */
  tierBecause(row: TierFacts, programme: Tiers): string;
}

/** The standard that a metric's row was held against. Rows of a run of an earlier version do not say how it is said: it was at most. */
export const standardOf = <Row extends { at_most: number; bound_said?: BoundSaid | null }>({ at_most, bound_said }: Row) => ({
  at_most,
  said: bound_said ?? ('at_most' as const),
});

/** A code that nothing has words for, in plain words: `dispute_upheld` -> `dispute upheld`. */
const spaced = (code: string): string => code.replaceAll('_', ' ');

/** English ones. Whoever writes to a seller takes those of the seller's language: `words.grammar`. */
export { capital, lowered as inSentence };

/** A code as a title, where nothing has words for it: `dispute_upheld` -> `Dispute upheld`. */
export const titled = (code: string): string => capital(spaced(code));

/** The words of a code, if it has any. Names that every object has are codes like any other. */
const wordsOf = <T>(words: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;

/** The wording of a locale, with the names that the run's policies give; without them, the built-in metrics alone are known. */
export function wordingFor(locale: string | null | undefined, policies: Naming = BUILT_IN_ALONE, given?: Format): Wording {
  const { language, words, locale: written } = speechFor(locale);
  const texts = policies.texts?.[language] ?? {};
  const format = given ?? formatFor(written, words.grammar.points);
  const judged = namedMetrics(policies);
  const names = metricNames(words, judged);
  const standing = standings(words, format);
  return {
    ...{ words, format, locale: written },
    said: (text) => wordsOf(texts, text) ?? text,
    ...names,
    ...proofs(words, format, names, judged),
    ...verdicts(words, format, names),
    standing,
    windowBecause: windows(words, format, names),
    onlyOrders: segmentWords(words, format, policies.regions ?? []),
    recommended({ verdict, alert_at_most, alert_said, alert_allowed, alert_exceeded }) {
      if (alert_at_most == null || verdict === 'not_measured') return undefined;
      const { goal } = standing(null, { at_most: alert_at_most, said: alert_said ?? 'at_most' });
      const say = words.recommended;
      return alert_exceeded && verdict === 'met' ? say.exceeded(goal, format.count(alert_allowed ?? 0)) : say.goal(goal);
    },
  };
}

const windows =
  (words: Words, { count }: Format, { counted }: Pick<Wording, 'counted'>): Wording['windowBecause'] =>
  ({ metric, window_days, counted: found }, asked) => {
    const longer = asked && longerWindow(asked);
    if (!longer || window_days === asked.window_days) return undefined;
    const say = words.window;
    const [days, few, usual] = [count(window_days), count(longer.fewer_than), count(asked.window_days)];
    const { many } = counted(metric);
    if (!asked.stretch) return say.low_volume(days, few, many, usual);
    return (found ?? 0) < longer.fewer_than
      ? say.stretched_out(days, few, many)
      : say.stretched(days, few, many, usual, count(longer.window_days));
  };

type Judged = readonly Named<NamedMetric>[];
const judgedAs = (judged: Judged, metric: string): Named<NamedMetric> | undefined => judged.find((one) => one.metric === metric);
/** What the language says of a built-in metric. */
const metricWordsOf = ({ metrics }: Words, key: string): SaidOfMetric | undefined =>
  wordsOf(metrics as Readonly<Record<string, SaidOfMetric>>, key);
/** The key of the metric that a key is of: its own, or that of the entry. */
const keyOfRoom = (judged: Judged, metric: string): string => roomOf(judgedAs(judged, metric) ?? { metric });

type MetricNames = 'room' | 'metricTitle' | 'counted' | 'metricPlace' | 'advice' | 'advised' | 'needs' | 'subject' | 'reason';

function metricNames(words: Words, judged: Judged): Pick<Wording, MetricNames> {
  const places = new Map<string, number>();
  for (const key of [...judged.map(({ metric }) => metric), ...METRICS.map(({ key }) => key)])
    if (!places.has(key)) places.set(key, places.size);
  const room = (metric: string): Metric | undefined => metricOf(keyOfRoom(judged, metric));
  const said = (metric: string) => metricWordsOf(words, keyOfRoom(judged, metric));
  const metricTitle = (metric: string): string => {
    const own = judgedAs(judged, metric)?.title;
    // A title of policy is the business's own; one that is only the room's is said in the language.
    return own !== undefined && own !== room(metric)?.title ? own : (said(metric)?.title ?? titled(metric));
  };
  /** The metrics that one is made of, whose reasons are its own. */
  const partsOf = (metric: string): readonly string[] => {
    const parts = judgedAs(judged, metric)?.settings.parts;
    return Array.isArray(parts) ? parts : [];
  };
  const needs = (metric: string): readonly string[] => {
    const own = judgedAs(judged, metric);
    if (own?.subject === 'landed') return ['outcomes'];
    const all = [...(room(metric)?.needs ?? []), ...partsOf(metric).flatMap(needs)];
    return [...new Set(all)];
  };
  return {
    room,
    metricTitle,
    metricPlace: (metric) => places.get(metric) ?? places.size,
    counted: (metric) => countedOf(words, judged, metric),
    advice: (metric) => judgedAs(judged, metric)?.advice ?? said(metric)?.advice,
    advised(metric) {
      const [{ labelled }, title] = [words.grammar, metricTitle(metric)];
      const own = judgedAs(judged, metric)?.advice;
      // A text of policy may begin with a name, and keeps its letters.
      if (own !== undefined) return `${labelled(title, '').trimEnd()} ${own}`;
      const advice = said(metric)?.advice;
      return advice === undefined ? undefined : labelled(title, advice);
    },
    needs,
    subject(metric, id) {
      const kind = judgedAs(judged, metric)?.subject ?? room(metric)?.subject ?? 'landed';
      return kind === 'landed' ? id : words.scorecard[kind](id);
    },
    reason: (metric, reason) =>
      [metric, ...partsOf(metric)]
        .flatMap((one) => Object.values(said(one)?.reasons ?? {}))
        .map((some) => wordsOf(some ?? {}, reason))
        .find((clause) => clause !== undefined) ??
      wordsOf(words.exemptions, reason) ??
      wordsOf(words.reliefs.reasons, reason) ??
      (places.has(reason) ? words.grammar.inSentence(metricTitle(reason)) : spaced(reason)),
  };
}

function countedOf(words: Words, judged: Judged, metric: string): Counted {
  const own = judgedAs(judged, metric);
  const built = metricOf(keyOfRoom(judged, metric));
  const { fault, ...noun } = metricWordsOf(words, keyOfRoom(judged, metric))?.counted ?? {
    ...words.units[own?.unit ?? (built?.subject === 'conversation' ? 'conversations' : 'orders')],
    fault: words.atFault,
  };
  return { ...(own?.count === 'items' ? words.units.items : noun), fault };
}

function proofs(
  words: Words,
  format: Format,
  { reason, room }: Pick<Wording, MetricNames>,
  judged: Judged,
): Pick<Wording, 'proof' | 'facts' | 'happened' | 'reasonOf'> {
  const textOf = (column: string, value: unknown, zone: string): string => {
    if (value instanceof Date) return format.moment(value, zone);
    if (column.endsWith('_at') || (column.endsWith('_by') && column !== 'cancelled_by'))
      return format.moment(new Date(String(value)), zone);
    if (typeof value === 'boolean') return value ? words.known : words.none;
    if (typeof value === 'number' || typeof value === 'bigint')
      return format.many(Number(value), words.star.one, words.star.many);
    if (column === 'cancelled_by') return wordsOf<string>(words.cancelledBy, String(value)) ?? spaced(String(value));
    return column === 'evidence' ? String(value) : spaced(String(value));
  };
  const facts: Wording['facts'] = (row, columns, zone) =>
    columns.flatMap((column) => {
      const value = row[column];
      if (value === null || value === undefined) return [];
      return [{ column, title: wordsOf(words.columns, column) ?? titled(column), text: textOf(column, value, zone) }];
    });
  const proof: Wording['proof'] = (metric, place) => {
    // Where the seller's confirmation counts as dispatch, an earlier scan proves nothing, and the other way round.
    const idle = { first_scan: 'confirmed_at', confirmed: 'first_scan_at' }[place?.dispatch_milestone ?? 'first_scan'];
    const everyDay = (judgedAs(judged, metric)?.settings.on ?? 'every_day') === 'every_day';
    const all = room(metric)?.moments ?? ['evidence'];
    const columns = everyDay ? all.filter((column) => column !== room(metric)?.limit?.due) : all;
    return room(metric)?.key === 'late_dispatch' && place ? columns.filter((column) => column !== idle) : columns;
  };
  const cameAfter = (metric: string, reason: string): string | undefined =>
    wordsOf(metricWordsOf(words, keyOfRoom(judged, metric))?.came_after ?? {}, reason);
  const reasonOf: Wording['reasonOf'] = (row, place) => {
    const after = wordsOf(room(row.metric)?.came_after ?? {}, row.reason);
    const came = after?.columns.some((column) => proof(row.metric, place).includes(column) && row[column] != null);
    return (came ? cameAfter(row.metric, row.reason) : undefined) ?? reason(row.metric, row.reason);
  };
  return {
    proof,
    facts,
    reasonOf,
    happened(row, place) {
      const said = facts(row as unknown as Record<string, unknown>, proof(row.metric, place), place?.time_zone ?? 'UTC');
      const list = said.map(({ title, text }) => `${words.grammar.inSentence(title)} ${text}`).join(', ');
      return `${reasonOf(row, place)}${list && ` (${list})`}`;
    },
  };
}

const standings =
  (words: Words, format: Format): Wording['standing'] =>
  (rate, { at_most, said = 'at_most' }) => {
    const { bound, metRate } = words.scorecard;
    const ofMet = ofWhatIsMet(said);
    const shown = (share: number): number => (ofMet ? 1 - share : share);
    const written = format.rate(rate === null ? null : shown(rate), shown(at_most));
    const limit = format.bound(shown(at_most));
    const { beside, behind, goal, short } = bound[said];
    return {
      rate: ofMet && rate !== null ? metRate(written) : written,
      ...{ beside: beside(limit), behind: behind(limit), goal: goal(limit), short: short(limit) },
    };
  };

type Verdicts = 'tierTitle' | 'tierMeans' | 'regionName' | 'verdictBecause' | 'tierBecause';

function verdicts(
  words: Words,
  { count }: Format,
  { metricTitle, counted }: Pick<Wording, MetricNames>,
): Pick<Wording, Verdicts> {
  const state = (tier: string) => wordsOf<Words['tiers']['not_measured']>(words.tiers, tier);
  const tierTitle: Wording['tierTitle'] = (programme, tier) =>
    programme?.tiers.find(({ key }) => key === tier)?.title ?? state(tier)?.title ?? titled(tier);
  return {
    tierTitle,
    tierMeans: (programme, tier) => programme?.tiers.find(({ key }) => key === tier)?.means ?? state(tier)?.means ?? '',
    regionName: (regions, code) =>
      code === ALL ? words.digest.everywhere : (regions.find((region) => region.code === code)?.name ?? code),
    verdictBecause(row) {
      const say = words.verdictBecause;
      const days = count(row.window_days);
      switch (row.because) {
        case 'no_source':
          return say.no_source;
        case 'few_orders':
          return say.few_orders(count(row.orders), count(row.orders_needed), count(row.orders_window_days));
        case 'few_counted':
          return say.few_counted(count(row.counted), count(row.counted_needed), counted(row.metric).many, days);
        case 'nothing_final':
          return say.nothing_final(days);
        case 'few_buyers':
        case 'few_days': {
          const [have, need] =
            row.because === 'few_buyers' ? [row.fault_buyers, row.buyers_from] : [row.fault_days, row.days_from];
          const faults = say.above(count(row.fault), count(row.counted), count(row.allowed));
          return say[row.because](faults, have ?? 0, count(have), count(need));
        }
        default:
          return say[row.because](count(row.fault), count(row.counted), count(row.allowed));
      }
    },
    tierBecause(row, programme) {
      const say = words.tierBecause;
      const next = tierTitle(programme, row.next_tier ?? '');
      switch (row.tier_because) {
        case 'few_orders':
          return say.few_orders(count(row.orders), count(row.orders_needed));
        case 'meets_all':
          return say.meets_all(tierTitle(programme, row.tier));
        case 'points':
        case 'score':
        case 'gate':
          return say[row.tier_because](next);
        case 'held_back':
          return say.held_back(
            ...([next, words.grammar.inSentence(metricTitle(row.held_back_by ?? '')), count(row.held_back_fault)] as const),
            ...([count(row.held_back_counted), count(row.held_back_allowed)] as const),
          );
        default:
          return say[row.tier_because];
      }
    },
  };
}

/**
 * How a tier looks: 'best' (better than the standard), 'fine' (the standard), 'low', 'worst' (below it), or 'none' (not
 * judged). The policy says which tier is the standard; the names of tiers mean nothing here.
 */
export type TierLook = 'best' | 'fine' | 'low' | 'worst' | 'none';
export function tierLook(programme: Pick<Programme, 'tiers' | 'standard'> | undefined, tier: string): TierLook {
  const keys = programme?.tiers.map(({ key }) => key) ?? [];
  const place = keys.indexOf(tier);
  if (place < 0) return 'none';
  const standard = keys.indexOf(programme!.standard);
  if (place <= standard) return place < standard ? 'best' : 'fine';
  return place === keys.length - 1 ? 'worst' : 'low';
}

/** Tiers of a programme from best to worst, then the states of those not judged. */
export const tierOrder = (programme: Tiers): string[] => [
  ...(programme?.tiers.map(({ key }) => key) ?? []),
  'not_assessable',
  'not_measured',
];
