/**
 * A second opinion on scores, in fractions of whole numbers without end: points on the curve, what each metric brings and costs, the
 * score, and the best tier that it allows. Written from the words of the programme.
 */
import type { Programme } from '../../policies/policy.js';
import { type Compared, comparedWith, type FoundBenchmarks, movedCurve, NOTHING_FROZEN } from './benchmarks.js';
import type { SellerMetric } from './seller-metrics.js';

export interface ScorePart extends Compared {
  seller_id: string;
  programme: string;
  dimension: string;
  metric: string;
  points: number | null;
  share_by_policy: number;
  share: number | null;
  dimension_points: number | null;
  contribution: number | null;
  costs: number | null;
}

export interface SellerScore {
  seller_id: string;
  programme: string;
  score: number | null;
  because: string;
  metrics_assessed: number;
  deciding_dimension: string | null;
  costs_most: string | null;
  caps_at: string | null;
}

type Judged = Pick<SellerMetric, 'seller_id' | 'programme' | 'metric' | 'because' | 'counted'> & { fault: number | null };
type Scored = NonNullable<Programme['score']>;

/** A fraction of whole numbers, the lower one above nothing. */
interface Fraction {
  over: bigint;
  under: bigint;
}
const fraction = (over: bigint, under = 1n): Fraction => ({ over, under });
const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.over, b.under));
const by = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over);
const isBelow = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0n));
const near = ({ over, under }: Fraction): number => Number(over) / Number(under);

/** To the nearest whole number, the half up; of what is not below nothing. */
const nearest = ({ over, under }: Fraction): bigint => {
  const floor = over / under;
  return 2n * (over - floor * under) >= under ? floor + 1n : floor;
};
/** A number as it stands in a policy, to the millionth. */
const written = (value: number): Fraction => {
  const [whole, decimals = ''] = value.toFixed(6).split('.');
  return fraction(BigInt(`${whole}${decimals}`), 1_000_000n);
};

const hundredths = (points: number): Fraction => times(written(points), fraction(100n));

/** Points for a rate, in hundredths and not rounded yet. */
export function onCurve(curve: readonly (readonly [number, number])[], fault: bigint, counted: bigint): Fraction {
  const rate = fraction(fault, counted);
  const after = curve.findIndex(([at]) => isBelow(rate, written(at)));
  if (after === 0) return hundredths(curve[0]![1]);
  if (after === -1) return hundredths(curve.at(-1)![1]);
  const [[from, high], [to, low]] = [curve[after - 1]!, curve[after]!];
  const way = by(minus(rate, written(from)), minus(written(to), written(from)));
  return minus(hundredths(high), times(way, minus(hundredths(high), hundredths(low))));
}

const ASSESSED = ['within', 'above', 'few_buyers', 'few_days'];

/** Whole numbers that add up to a rounded sum: each the rounded sum with it, less the rounded sum before it. */
function addingUp(parts: readonly Fraction[]): bigint[] {
  const upto = (end: number): bigint => nearest(sum(parts.slice(0, end)));
  return parts.map((_, at) => upto(at + 1) - upto(at));
}

interface Place {
  dimension: Scored['dimensions'][number];
  rows: { metric: string; weight: Fraction; points: bigint | null; because: string; compared: Compared }[];
}

const weights = (rows: Place['rows']): Fraction => sum(rows.map(({ weight }) => weight));
const assessedOf = ({ rows }: Place): Place['rows'] => rows.filter(({ points }) => points !== null);

function pointsOf(place: Place): bigint | null {
  const rows = assessedOf(place);
  if (rows.length === 0) return null;
  return nearest(by(sum(rows.map(({ weight, points }) => times(weight, fraction(points!)))), weights(rows)));
}

function placesOf(programme: Programme, seller_id: string, metrics: readonly Judged[], frozen: FoundBenchmarks): Place[] {
  return programme.score!.dimensions.map((dimension) => ({
    dimension,
    rows: Object.entries(dimension.metrics).map(([metric, { weight, curve, benchmark }]) => {
      const one = metrics.find((m) => m.metric === metric)!;
      const compared = comparedWith(frozen, programme.programme, seller_id, metric, benchmark);
      const moved = benchmark && compared.benchmark !== null ? movedCurve(curve, compared.benchmark, benchmark) : curve;
      const assessed = ASSESSED.includes(one.because);
      const points = assessed ? nearest(onCurve(moved, BigInt(one.fault!), BigInt(one.counted!))) : null;
      const shown = { ...compared, benchmark_taken: assessed ? compared.benchmark_taken : null };
      return { metric, weight: written(weight), points, because: one.because, compared: shown };
    }),
  }));
}

export function scoreOf(
  programme: Programme,
  seller_id: string,
  metrics: readonly Judged[],
  frozen: FoundBenchmarks = NOTHING_FROZEN,
) {
  const score = programme.score!;
  const places = placesOf(programme, seller_id, metrics, frozen);
  const assessed = places.filter((place) => pointsOf(place) !== null);
  const count = places.flatMap(assessedOf).length;
  const has = count >= score.needs.metrics;
  const weighted = score.decides === 'weighted';
  const heft = ({ dimension }: Place): Fraction => (weighted ? written(dimension.weight!) : fraction(1n));
  const all = (some: readonly Place[]): Fraction => (weighted ? sum(some.map(heft)) : fraction(1n));
  const lowest = assessed.map((place) => pointsOf(place)!).reduce<bigint | null>((a, b) => (a === null || b < a ? b : a), null);
  const worst = assessed.find((place) => pointsOf(place) === lowest);
  const brought = addingUp(assessed.map((place) => by(times(heft(place), fraction(pointsOf(place)!)), all(assessed))));
  const brings = (place: Place): bigint => {
    if (weighted) return brought[assessed.indexOf(place)]!;
    return place === worst ? lowest! : 0n;
  };
  const parts = places.flatMap((place): ScorePart[] => {
    const rows = assessedOf(place);
    const own = sum(rows.map(({ weight, points }) => times(weight, fraction(points!))));
    const added = addingUp(
      rows.map(({ weight, points }) =>
        own.over === 0n ? fraction(0n) : times(by(times(weight, fraction(points!)), own), fraction(has ? brings(place) : 0n)),
      ),
    );
    return place.rows.map((row) => {
      const { metric, weight, points, compared } = row;
      const share = points === null ? null : by(times(weight, heft(place)), times(weights(rows), all(assessed)));
      const counts = points !== null && has;
      const lacks = points === null ? null : times(share!, minus(hundredths(score.out_of), fraction(points)));
      return {
        ...{ seller_id, programme: programme.programme, dimension: place.dimension.key, metric },
        ...compared,
        points: points === null ? null : Number(points),
        share_by_policy: near(by(times(weight, heft(place)), times(weights(place.rows), all(places)))),
        share: share && near(share),
        dimension_points: rows.length > 0 ? Number(pointsOf(place)) : null,
        contribution: counts ? Number(added[rows.indexOf(row)]) : null,
        costs: counts ? (weighted || place === worst ? Number(nearest(lacks!)) : 0) : null,
      };
    });
  });
  const total = !has
    ? null
    : weighted
      ? nearest(by(sum(assessed.map((place) => times(heft(place), fraction(pointsOf(place)!)))), all(assessed)))
      : lowest!;
  return { parts, score: verdict(programme, { seller_id, total, count, metrics, parts, worst: weighted ? undefined : worst }) };
}

function verdict(
  { programme, tiers, score }: Programme,
  found: {
    seller_id: string;
    total: bigint | null;
    count: number;
    metrics: readonly Judged[];
    parts: ScorePart[];
    worst: Place | undefined;
  },
): SellerScore {
  const { seller_id, total, count, metrics, parts, worst } = found;
  const most = Math.max(...parts.map(({ costs }) => costs ?? 0));
  const missed = tiers.flatMap(({ key }, nth) => {
    const asked = score!.tiers[key];
    return total !== null && asked && isBelow(fraction(total), hundredths(asked.at_least)) ? [tiers[nth + 1]!.key] : [];
  });
  const few = metrics.some(({ because }) => because === 'few_orders') ? 'few_orders' : 'few_metrics';
  return {
    ...{ seller_id, programme, score: total === null ? null : Number(total), metrics_assessed: count },
    because: total === null ? few : 'scored',
    deciding_dimension: total === null ? null : (worst?.dimension.key ?? null),
    costs_most: most > 0 ? parts.find(({ costs }) => costs === most)!.metric : null,
    caps_at: missed.at(-1) ?? null,
  };
}

/** Scores of a night, where programmes have them. */
export function scoresOf(programmes: readonly Programme[], metrics: readonly Judged[], frozen: FoundBenchmarks = NOTHING_FROZEN) {
  const all = programmes
    .filter(({ score }) => score !== undefined)
    .flatMap((programme) => {
      const own = Map.groupBy(
        metrics.filter((m) => m.programme === programme.programme),
        ({ seller_id }) => seller_id,
      );
      return [...own].map(([seller_id, some]) => scoreOf(programme, seller_id, some, frozen));
    });
  return {
    any: programmes.some(({ score }) => score !== undefined),
    parts: all.flatMap(({ parts }) => parts),
    scores: all.map(({ score }) => score),
  };
}

export type ScoreNight = ReturnType<typeof scoresOf>;
