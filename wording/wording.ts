/** One reader's language: the words, the formats, and the names and sentences that take both. */
import { METRICS, type Metric, metricOf } from '../metrics/index.js';
import type { Programme, Region } from '../policies/policy.js';
import { type Format, formatFor } from './format.js';
import { type Words, wordsFor } from './words.js';

/** Stands for every region together in the `region` of regional datasets. */
export const ALL = 'ALL';

/** A metric that a policy declares and no code knows. */
export interface OwnMetric {
  metric: string;
  title: string;
}

/** What of a metric's row the sentence of its verdict is made of. */
export interface VerdictFacts {
  metric: string;
  because: 'no_source' | 'few_orders' | 'few_counted' | 'nothing_final' | 'within' | 'above';
  window_days: number;
  orders: number;
  orders_needed: number;
  orders_window_days: number;
  fault: number | null;
  counted: number | null;
  counted_needed: number;
  allowed: number | null;
}

/** What of a scorecard, or of a change of tier, the sentence of its tier is made of. */
export interface TierFacts {
  programme: string;
  tier: string;
  because: 'nothing_measured' | 'few_orders' | 'nothing_final' | 'meets_all' | 'held_back';
  orders: number;
  orders_needed: number;
  next_tier: string | null;
  held_back_by: string | null;
  held_back_fault: number | null;
  held_back_counted: number | null;
  held_back_allowed: number | null;
}

export interface Wording {
  words: Words;
  format: Format;
  metricTitle(metric: string): string;
  /** What the metric counts: `orders`, `parcels`, `conversations`, and what a fault is. */
  counted(metric: string): Words['anyMetric']['order'];
  /** Where the metric stands among others: built-in metrics in their order, then those of the policy. */
  metricPlace(metric: string): number;
  reasonTitle(reason: string): string;
  /** A tier by the policy's title; not_assessable and not_measured by their words. */
  tierTitle(programme: Pick<Programme, 'tiers'> | undefined, tier: string): string;
  tierMeans(programme: Pick<Programme, 'tiers'> | undefined, tier: string): string;
  /** A region by its name; ALL by the words for everywhere. */
  regionName(regions: readonly Pick<Region, 'code' | 'name'>[], code: string): string;
  verdictBecause(row: VerdictFacts): string;
  tierBecause(row: TierFacts, programme: Pick<Programme, 'tiers'> | undefined): string;
}

/** A code that nothing has words for, in plain words: `dispute_upheld` -> `Dispute upheld`. */
export const spaced = (code: string): string => capital(code.replaceAll('_', ' '));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Late dispatch` inside a sentence. */
export const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const has = <T extends object>(words: T, code: string): code is string & keyof T => Object.hasOwn(words, code);

/** The wording of a locale. `own` are the metrics that the run's policies declare. */
export function wordingFor(locale: string | null | undefined, own: readonly OwnMetric[] = []): Wording {
  const words = wordsFor(locale);
  const format = formatFor(words.locale);
  const { count } = format;
  const places = new Map(
    [...METRICS.map(({ key }) => key as string), ...own.map(({ metric }) => metric)].map((key, n) => [key, n]),
  );
  const metricTitle = (metric: string): string =>
    metricOf(metric)?.title ?? own.find((one) => one.metric === metric)?.title ?? spaced(metric);
  const counted = (metric: string): Words['anyMetric']['order'] =>
    has(words.metrics, metric) ? words.metrics[metric] : words.anyMetric[metricOf(metric)?.subject ?? 'order'];
  const tierTitle: Wording['tierTitle'] = (programme, tier) =>
    programme?.tiers.find(({ key }) => key === tier)?.title ?? (has(words.tiers, tier) ? words.tiers[tier].title : spaced(tier));
  const known = (metric: string): Metric | undefined => metricOf(metric);
  return {
    words,
    format,
    metricTitle,
    counted,
    metricPlace: (metric) => places.get(metric) ?? places.size,
    reasonTitle: (reason) => (has(words.reasons, reason) ? words.reasons[reason] : (known(reason)?.title ?? spaced(reason))),
    tierTitle,
    tierMeans: (programme, tier) =>
      programme?.tiers.find(({ key }) => key === tier)?.means ?? (has(words.tiers, tier) ? words.tiers[tier].means : ''),
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
        default:
          return say[row.because](count(row.fault), count(row.counted), count(row.allowed));
      }
    },
    tierBecause(row, programme) {
      const say = words.tierBecause;
      switch (row.because) {
        case 'few_orders':
          return say.few_orders(count(row.orders), count(row.orders_needed));
        case 'meets_all':
          return say.meets_all(tierTitle(programme, row.tier));
        case 'held_back':
          return say.held_back_with(
            tierTitle(programme, row.next_tier ?? ''),
            inSentence(metricTitle(row.held_back_by ?? '')),
            count(row.held_back_fault),
            count(row.held_back_counted),
            count(row.held_back_allowed),
          );
        default:
          return say[row.because];
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
export const tierOrder = (programme: Pick<Programme, 'tiers'> | undefined): string[] => [
  ...(programme?.tiers.map(({ key }) => key) ?? []),
  'not_assessable',
  'not_measured',
];
