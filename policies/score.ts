/**
 * The composite score of a programme: points on a curve for each metric, added up by weights into dimensions and a score, or the worst
 * dimension decides. Numbers of a score are whole hundredths of a point.
 */
import * as z from 'zod';
import { BenchmarkYaml } from './benchmark.js';
import type { Programme } from './policy.js';
import { shareOf, why } from './values.js';

/** Hundredths that a point has. */
export const HUNDREDTHS = 100;

/** why a thousand: no score that we know of is out of more, and sums of weighted hundredths stay whole. */
const MOST = 1000;
const whole = z
  .number()
  .int('needs a whole number; write shares such as 0.5 and 0.25 as 2 and 1')
  .min(1, 'needs 1 or more: what has no weight is not part of a score')
  .max(MOST, `needs at most ${MOST}`);
const pointsOf = z.number().min(0, 'needs 0 points or more').max(MOST, `needs at most ${MOST} points`);

const MetricYaml = z.strictObject({
  weight: whole,
  /** Pairs of a rate at fault and the points for it. */
  curve: z
    .array(z.tuple([shareOf, pointsOf]))
    .min(2, 'needs two pairs or more, each a rate at fault and its points, such as [[0, 5], [0.04, 2.5], [0.10, 0]]'),
  benchmark: BenchmarkYaml.optional(),
  why,
});

export const ScoreYaml = z.strictObject({
  title: z.string().min(1),
  why,
  out_of: z.number().int('needs a whole number').min(1, 'needs 1 or more').max(MOST, `needs at most ${MOST}`),
  decides: z.enum(['weighted', 'worst_dimension']),
  dimensions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/, 'dimension keys are small letters, digits and _'),
        title: z.string().min(1),
        weight: whole.optional(),
        why,
        metrics: z.record(z.string(), MetricYaml),
      }),
    )
    .min(1, 'needs at least one dimension'),
  needs: z.strictObject({ metrics: z.number().int('needs a whole number').min(1, 'needs 1 or more'), why }),
  tiers: z.record(z.string(), z.strictObject({ at_least: pointsOf, why })).default({}),
});

export type Score = z.output<typeof ScoreYaml>;
export type ScoreDimension = Score['dimensions'][number];
export type Curve = ScoreDimension['metrics'][string]['curve'];

export const inHundredths = (points: number): number => Math.round(points * HUNDREDTHS);

/** Which metrics a score looks at. */
export const metricsOfScore = ({ dimensions }: Pick<Score, 'dimensions'>): string[] =>
  dimensions.flatMap(({ metrics }) => Object.keys(metrics));

export type WithScore = Programme & { score: Score };
export const withScore = (programmes: readonly Programme[]): WithScore[] =>
  programmes.flatMap((one) => (one.score ? [{ ...one, score: one.score }] : []));
