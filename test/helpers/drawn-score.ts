/** Scores as policy may say them, drawn. */
import type { Score } from '../../policies/score.js';
import type { Draw } from './draw.js';

const why = 'drawn';

/** Rates that go up and points that never do, falling at once. */
function drawnCurve(draw: Draw, out_of: number): [number, number][] {
  let rate = draw.chance(0.3) ? draw.whole(1, 20_000) : 0;
  let points = 100 * out_of - (draw.chance(0.2) ? draw.whole(0, 100) : 0);
  const corners: [number, number][] = [[rate / 1e6, points / 100]];
  for (let more = draw.whole(1, 4); more > 0; more--) {
    rate += draw.whole(1, 200_000);
    if (corners.length === 1 || draw.chance(0.8)) points = Math.max(0, points - draw.whole(1, 30 * out_of));
    corners.push([rate / 1e6, points / 100]);
  }
  return corners;
}

/** A score over some of the metrics, in up to three dimensions. */
export function drawnScore(draw: Draw, metrics: readonly string[], tiers: Score['tiers'] = {}): Score {
  const out_of = draw.one([5, 5, 100, 1000]);
  const decides = draw.one(['weighted', 'worst_dimension'] as const);
  const some = draw.some(metrics, 0.5);
  const asked = some.length > 0 ? some : metrics.slice(0, 1);
  const dimensions = Array.from(
    { length: Math.min(asked.length, draw.whole(1, 3)) },
    (_, nth, count = Math.min(asked.length, 3)) => ({
      ...{ key: `part_${nth}`, title: `Part ${nth}`, why },
      ...(decides === 'weighted' ? { weight: draw.one([1, 2, 3, 7, 1000]) } : {}),
      metrics: Object.fromEntries(
        asked
          .filter((_, at) => at % count === nth)
          .map((metric) => [metric, { weight: draw.one([1, 1, 3, 50]), curve: drawnCurve(draw, out_of), why }]),
      ),
    }),
  );
  const length = dimensions.reduce((sum, one) => sum + Object.keys(one.metrics).length, 0);
  const asks = Object.fromEntries(
    Object.entries(tiers).map(([tier, { at_least }]) => [tier, { at_least: Math.round(at_least * out_of * 100) / 100, why }]),
  );
  return {
    ...{ title: 'Drawn', why, out_of, decides, dimensions, tiers: asks },
    needs: { metrics: draw.whole(1, Math.min(2, length)), why },
  };
}

const millionths = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The same score with benchmarks on some of its parts, on one at least. */
export function withDrawnBenchmarks(draw: Draw, score: Score): Score {
  let any = false;
  return {
    ...score,
    dimensions: score.dimensions.map((one) => ({
      ...one,
      metrics: Object.fromEntries(
        Object.entries(one.metrics).map(([metric, part]) => {
          if (any && draw.chance(0.5)) return [metric, part];
          any = true;
          const relative_to = draw.one([0.01, 0.04, 0.1]);
          const benchmark = {
            ...{ percentile: draw.one([1, 25, 50, 67, 99]), at_least_sellers: draw.one([5, 6, 11]), relative_to, why },
            not_below: millionths(relative_to / draw.one([1, 2, 7, 10])),
            not_above: millionths(relative_to * draw.one([1, 1.5, 10])),
          };
          return [metric, { ...part, benchmark }];
        }),
      ),
    })),
  };
}
