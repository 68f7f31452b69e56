/** What templates may say of scores: which programmes have one, its curves in whole numbers, and what tiers ask of it. */
import { weightOf } from '../policies/for-pages.js';
import { type Curve, inHundredths, withScore } from '../policies/score.js';
import { ppm } from './literals.js';
import type { NightFacts } from './render.js';

/** Beyond every rate, in millionths. */
const BEYOND = 1_000_001;

export function scoreWords({ policies }: NightFacts) {
  const with_score = withScore(policies.programmes).map(({ programme, version, tiers, score }) => ({
    ...{ programme, version, tiers, decides: score.decides },
    full: inHundredths(score.out_of),
    metrics_needed: score.needs.metrics,
    dimensions: score.dimensions.map((one, at) => ({
      ...{ key: one.key, weight: weightOf(one) },
      metrics: Object.entries(one.metrics).map(([metric, { weight, curve, benchmark }], nth) => ({
        ...{ metric, weight, pieces: piecesOf(curve), benchmarked: benchmark ? 1 : 0 },
        /** Its place among all metrics of the score. */
        place: score.dimensions.slice(0, at).reduce((before, { metrics }) => before + Object.keys(metrics).length, nth + 1),
      })),
    })),
    /** Whoever has less than a tier asks for gets the one below it at best. */
    asked: tiers.flatMap(({ key }, nth) => {
      const asked = score.tiers[key];
      return asked ? [{ at_least: inHundredths(asked.at_least), otherwise: nth + 2 }] : [];
    }),
  }));
  return {
    with_score,
    /** Whether any score says which tiers are allowed. */
    score_cap: with_score.some(({ asked }) => asked.length > 0),
  };
}

/**
 * The straight pieces of a curve from one rate (in millionths) up to another, which it leaves to the next: points at its beginning, and
 * how many hundredths of a point it falls in how many millionths, and in all. Flat before the first rate and from the last one on.
 */
function piecesOf(curve: Curve) {
  const corners = curve.map(([rate, points]) => ({ at: ppm(rate), points: inHundredths(points) }));
  const pieces = corners.map(({ at, points }, nth) => {
    const next = corners[nth + 1];
    const points_lost = next ? points - next.points : 0;
    const [falls, within] = next ? inLowestTerms(points_lost, next.at - at) : [0, 1];
    return { from: at, to: next?.at ?? BEYOND, points, falls, within, points_lost };
  });
  const [first] = pieces;
  return first!.from > 0
    ? [{ from: 0, to: first!.from, points: first!.points, falls: 0, within: 1, points_lost: 0 }, ...pieces]
    : pieces;
}

/** why: the smaller the numbers, the more can be counted before their product is too large for a BIGINT. */
function inLowestTerms(a: number, b: number): [number, number] {
  let [larger, smaller] = [b, a];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return [a / larger, b / larger];
}
