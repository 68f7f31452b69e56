/** What contradicts itself in the score of a programme. */
import { checkBenchmark } from './benchmark.js';
import { didYouMean } from './nearest.js';
import type { Programme } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { type Curve, HUNDREDTHS, inHundredths, metricsOfScore, type Score } from './score.js';

type Scored = Pick<Programme, 'tiers' | 'evaluation' | 'score'> & { metrics: Readonly<Record<string, unknown>> };
type Path = readonly PropertyKey[];

export function checkScore(file: PolicyFile, programme: Scored): void {
  const { score } = programme;
  if (!score) return;
  checkDimensions(file, score);
  checkMetrics(file, score, Object.keys(programme.metrics));
  const { length } = metricsOfScore(score);
  if (length > 0 && score.needs.metrics > length)
    file.refuse(
      ['score', 'needs', 'metrics'],
      `asks for ${score.needs.metrics} metrics, and the score has ${length}: nobody could ever have one; write ${length} or less`,
    );
  checkTiers(file, score, programme);
}

function checkDimensions(file: PolicyFile, { dimensions, decides }: Score): void {
  const seen = new Set<string>();
  for (const [nth, { key, weight, metrics }] of dimensions.entries()) {
    const at = ['score', 'dimensions', nth];
    if (seen.has(key)) file.refuse([...at, 'key'], `${key} is the key of a dimension before it; choose another`);
    seen.add(key);
    if (Object.keys(metrics).length === 0) file.refuse([...at, 'metrics'], 'has no metric; add at least one');
    if (decides === 'weighted' && weight === undefined)
      file.refuse([...at, 'weight'], 'is missing; add it (parts such as 2 and 1), or write decides: worst_dimension');
    if (decides === 'worst_dimension' && weight !== undefined)
      file.refuse([...at, 'weight'], 'weighs nothing where the worst dimension decides; take it out, or write decides: weighted');
  }
}

function checkMetrics(file: PolicyFile, { dimensions, out_of }: Score, known: readonly string[]): void {
  const before = new Map<string, string>();
  for (const [nth, { key, metrics }] of dimensions.entries())
    for (const [metric, { curve, benchmark }] of Object.entries(metrics)) {
      const at = ['score', 'dimensions', nth, 'metrics', metric];
      const other = before.get(metric);
      if (!known.includes(metric)) file.refuse(at, `is not a metric of this programme; ${didYouMean(metric, known)}`);
      else if (other !== undefined) file.refuse(at, `is in ${other} too, and one fault would count twice; keep one of the two`);
      before.set(metric, key);
      checkCurve(file, [...at, 'curve'], curve, out_of);
      checkBenchmark(file, at, benchmark);
    }
}

const finerThan = (value: number, parts: number): boolean => Math.abs(value * parts - Math.round(value * parts)) > 1e-6;

/** Rates go up, and points never do: more faults must not bring more. */
function checkCurve(file: PolicyFile, at: Path, curve: Curve, out_of: number): void {
  for (const [nth, [rate, points]] of curve.entries()) {
    const [rateBefore, pointsBefore] = curve[nth - 1] ?? [];
    if (finerThan(rate, 1e6)) file.refuse(at, `${rate} is finer than one part per million; round it to six decimals`);
    if (finerThan(points, HUNDREDTHS)) file.refuse(at, `${points} points are finer than a hundredth; round them to two decimals`);
    if (points > out_of)
      file.refuse(at, `${points} points are more than the score is out of (${out_of}); write ${out_of} or less`);
    if (rateBefore !== undefined && rate <= rateBefore)
      file.refuse(at, `the rate ${rate} comes after ${rateBefore}; write rates from the lowest to the highest, each once`);
    if (pointsBefore !== undefined && points > pointsBefore)
      file.refuse(
        at,
        `rises from ${pointsBefore} to ${points} points at a rate of ${rate}, so that more faults would help; write ${pointsBefore} or less`,
      );
  }
  if (curve[0]![1] === curve.at(-1)![1])
    file.refuse(at, `gives ${curve[0]![1]} points whatever the rate; let them fall, or take the metric out of the score`);
}

/** What of the score a tier asks for: less for a lower tier, and nothing where evaluations decide. */
function checkTiers(file: PolicyFile, { tiers: asked, out_of }: Score, { tiers, evaluation }: Scored): void {
  const keys = tiers.map(({ key }) => key);
  const bounded = keys.slice(0, -1);
  for (const key of Object.keys(asked))
    if (!bounded.includes(key))
      file.refuse(
        ['score', 'tiers', key],
        key === keys.at(-1)
          ? 'is the last tier, for whoever has too low a score for the others; take it out'
          : `is not a tier; ${didYouMean(key, bounded)}`,
      );
  if (evaluation && Object.keys(asked).length > 0)
    file.refuse(
      ['score', 'tiers'],
      `evaluations decide here (line ${file.lineOf(['evaluation'])}), which leave a bad day's luck out, and a score has no test of luck; take the tiers out, and the score is shown and moves nobody`,
    );
  let above: { key: string; at_least: number } | undefined;
  for (const key of bounded) {
    const one = Object.hasOwn(asked, key) ? asked[key] : undefined;
    if (!one) continue;
    const { at_least } = one;
    const at = ['score', 'tiers', key, 'at_least'];
    if (finerThan(at_least, HUNDREDTHS)) file.refuse(at, `${at_least} is finer than a hundredth; round it to two decimals`);
    if (at_least > out_of) file.refuse(at, `${at_least} is more than the score is out of (${out_of}); nobody could reach it`);
    if (inHundredths(at_least) === 0) file.refuse(at, 'everybody has 0 or more; write more, or take it out');
    if (above && at_least >= above.at_least)
      file.refuse(at, `${at_least} is no less than what ${above.key} above it asks for (${above.at_least}); write less`);
    above = { key, at_least };
  }
}
