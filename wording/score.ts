/** What a seller's score says, as sentences: rows of scores and score_parts in, text out. */
import type * as z from 'zod';
import type { scoreParts } from '../contracts/published/score-parts.js';
import type { scores } from '../contracts/published/scores.js';
import type { Benchmark } from '../policies/benchmark.js';
import type { Programme } from '../policies/policy.js';
import { capital, type Wording } from './wording.js';

export type ScoreRow = z.infer<typeof scores.row>;
export type ScorePartRow = z.infer<typeof scoreParts.row>;

type Named = Pick<Programme, 'tiers' | 'score'>;

/** The score or why there is none, what it is made of, what costs most, and what it means for the tier: a sentence each. */
export function scoreNotes(row: ScoreRow, parts: readonly ScorePartRow[], programme: Named, wording: Wording): string[] {
  const { words, format, metricTitle, tierTitle } = wording;
  const say = words.score;
  const title = programme.score?.title ?? say.heading;
  if (row.score === null)
    return [
      row.because === 'few_orders'
        ? say.few_orders(title)
        : say.few_metrics(title, format.count(row.metrics_assessed), format.count(row.metrics_needed), row.metrics_needed),
    ];
  const total = say.total(title, format.hundredths(row.score), outOf(row, wording));
  const how = row.deciding_dimension ? say.worst(dimensionTitle(row.deciding_dimension, programme)) : say.weighted;
  const costs = parts.find(({ metric }) => metric === row.costs_most)?.costs;
  return [
    `${total}; ${how}.`,
    ...(row.costs_most && costs ? [say.costsMost(metricTitle(row.costs_most), format.hundredths(costs))] : []),
    ...(row.caps_at ? [say.caps(tierTitle(programme, row.caps_at))] : []),
  ];
}

/** What a part of a score is made of, a text each; nothing where there is none. */
export interface ScorePartTexts {
  dimension: string;
  metric: string;
  faults: string;
  rate: string;
  points: string;
  out_of: string;
  weight: string;
  brings: string;
}

/** A metric's line of the score: its numbers, each written. */
export function scorePartTexts(row: ScorePartRow, programme: Named, wording: Wording): ScorePartTexts {
  const { words, format, metricTitle } = wording;
  const dimension = dimensionTitle(row.dimension, programme);
  const share = format.share(row.share ?? row.share_by_policy);
  return {
    ...{ dimension, metric: metricTitle(row.metric) },
    faults: row.counted ? words.score.faults(format.count(row.fault), format.count(row.counted)) : '',
    rate: format.rate(row.accountable_rate),
    points: format.hundredths(row.points),
    out_of: outOf(row, wording),
    weight: programme.score?.decides === 'worst_dimension' ? words.score.weightInPart(share, dimension) : share,
    brings: format.hundredths(row.contribution),
  };
}

/** The same as one clause. */
export function scorePart(row: ScorePartRow, programme: Named, wording: Wording): string {
  const say = wording.words.score;
  const { dimension, metric, faults, rate, points, out_of, weight, brings } = scorePartTexts(row, programme, wording);
  const what = wording.words.grammar.inSentence(metric);
  if (row.points === null)
    return programme.score?.decides === 'worst_dimension'
      ? say.notAssessedInPart(what, dimension)
      : say.notAssessed(what, weight);
  return row.contribution === null
    ? say.partOnly(what, faults, rate, points, out_of, weight)
    : say.part(what, faults, rate, points, out_of, weight, brings);
}

/** What a policy asks of a benchmark, in short. */
export const benchmarkInShort = (asked: Benchmark, { words, format }: Wording): string =>
  words.score.benchmarkInShort(
    format.bound(asked.percentile / 100),
    format.count(asked.at_least_sellers),
    format.bound(asked.relative_to),
    format.bound(asked.not_below),
    format.bound(asked.not_above),
  );

/** What the curves of a score are read beside, a sentence or more for each assessed part that has a benchmark. */
export function benchmarkNotes(parts: readonly ScorePartRow[], programme: Named, wording: Wording): string[] {
  return partsInOrder(parts, programme).flatMap((part) =>
    part.points === null ? [] : (benchmarkNote(part, programme, wording) ?? []),
  );
}

function benchmarkNote(row: ScorePartRow, { score }: Named, { words, format, metricTitle }: Wording): string | undefined {
  const say = words.score;
  const what = metricTitle(row.metric);
  const asked = score?.dimensions.find(({ key }) => key === row.dimension)?.metrics[row.metric]?.benchmark;
  const [on, until] = [format.day(row.benchmark_on), format.day(row.benchmark_until)];
  const sellers = format.count(row.benchmark_sellers);
  switch (row.benchmark_because) {
    case 'no_category':
      return say.besideNone(what);
    case 'new_category':
      return say.besideNew(what, row.category!);
    case 'few_sellers':
      return say.besideFew(what, row.category!, sellers, format.count(row.benchmark_sellers_needed), on, until);
    case 'measured': {
      const share = format.bound((asked?.percentile ?? 0) / 100);
      const beside = say.beside(what, row.category!, share, sellers, format.rate(row.benchmark), on, until);
      if (row.benchmark_taken === null || !asked) return beside;
      const held = row.benchmark_taken === row.benchmark ? [] : [say.heldAt(format.bound(row.benchmark_taken))];
      const moved =
        row.benchmark_taken === asked.relative_to
          ? say.asWritten
          : say.moved(format.bound(asked.relative_to), format.bound(row.benchmark_taken));
      return [beside, ...held, moved].join(' ');
    }
    default:
      return undefined;
  }
}

/** What to do first for whom the score holds back; undefined where no metric costs anything. */
export const scoreAdvice = ({ costs_most }: ScoreRow, wording: Wording): string | undefined =>
  costs_most
    ? `${wording.words.score.lift(wording.words.grammar.inSentence(wording.metricTitle(costs_most)))} ${wording.advice(costs_most) ?? ''}`.trim()
    : undefined;

/** As the policy names its parts: in its order. */
export function partsInOrder(parts: readonly ScorePartRow[], { score }: Named): ScorePartRow[] {
  const places = score?.dimensions.flatMap(({ key, metrics }) => Object.keys(metrics).map((metric) => `${key} ${metric}`)) ?? [];
  return parts.toSorted((a, b) => places.indexOf(`${a.dimension} ${a.metric}`) - places.indexOf(`${b.dimension} ${b.metric}`));
}

const outOf = ({ out_of }: Pick<ScoreRow, 'out_of'>, { format }: Wording): string => format.count(out_of / 100);

const dimensionTitle = (key: string, { score }: Named): string =>
  score?.dimensions.find((one) => one.key === key)?.title ?? capital(key.replaceAll('_', ' '));
