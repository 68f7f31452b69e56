/** What contradicts itself in the points of a programme. */
import type { Rung } from './effect.js';
import { didYouMean } from './nearest.js';
import type { Points } from './points.js';
import type { Programme, ProgrammeMetric } from './policy.js';
import type { PolicyFile } from './policy-file.js';

type Judged = Pick<Programme, 'tiers' | 'evaluation' | 'points'> & {
  metrics: Readonly<Record<string, Pick<ProgrammeMetric, 'window_days' | 'low_volume' | 'stretch'>>>;
};

/** Milestones with an effect, as rungs below the standard: each is worse than the one before. */
export const rungsOfPoints = (points: Points | undefined): Rung[] =>
  (points?.milestones ?? []).map(({ at, effect }, nth) => ({
    path: ['points', 'milestones', nth, 'effect'],
    name: `milestone ${at}`,
    effect,
  }));

export function checkPoints(file: PolicyFile, programme: Judged): void {
  const { points } = programme;
  if (!points) return;
  if (!points.violations && Object.keys(points.missed_metrics).length === 0)
    file.refuse(['points'], 'gives no points for anything; add violations, missed_metrics or both');
  checkRating(file, points);
  checkMisses(file, points, programme);
  checkMilestones(file, points, programme);
}

function checkRating(file: PolicyFile, { rating }: Points): void {
  if (rating && rating.at_most < rating.starts_at)
    file.refuse(
      ['points', 'rating', 'at_most'],
      `${rating.at_most} is less than what a rating starts at (${rating.starts_at}); write ${rating.starts_at} or more`,
    );
}

/** why 28: the shortest month lies between two days of a month. */
const DAYS_OF_MONTH = 28;

function checkMisses(file: PolicyFile, points: Points, { metrics, evaluation }: Judged): void {
  const misses = Object.keys(points.missed_metrics);
  if (misses.length > 0 && !evaluation && !points.looked_at)
    file.refuse(
      ['points', 'missed_metrics'],
      'does not say when metrics are looked at; add looked_at: { every: monday, why: ... }',
    );
  if (points.looked_at && evaluation)
    file.refuse(['points', 'looked_at'], `evaluations say when (line ${file.lineOf(['evaluation'])}); take it out`);
  else if (points.looked_at && misses.length === 0)
    file.refuse(['points', 'looked_at'], 'no missed metric gives points; add missed_metrics, or take it out');
  const every = evaluation?.every ?? points.looked_at?.every;
  const between = typeof every === 'number' ? DAYS_OF_MONTH : 7;
  for (const metric of misses) {
    const at = ['points', 'missed_metrics', metric];
    const asked = Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
    if (!asked) file.refuse(at, `is not a metric of this programme; ${didYouMean(metric, Object.keys(metrics))}`);
    const window = Math.max(asked?.window_days ?? 0, asked?.low_volume?.window_days ?? 0, asked?.stretch?.at_most_days ?? 0);
    if (every !== undefined && window > between)
      file.refuse(
        at,
        `its window of ${window} days (line ${file.lineOf(['metrics', metric, 'window_days'])}) is longer than the ${between} days from one look to the next, so that one fault gives points again and again; shorten the window, or look once a month`,
      );
  }
}

function checkMilestones(file: PolicyFile, { milestones, rating }: Points, { tiers, evaluation }: Judged): void {
  const keys = tiers.map(({ key }) => key);
  let above: Points['milestones'][number] | undefined;
  for (const [nth, one] of milestones.entries()) {
    const at = ['points', 'milestones', nth];
    const inOrder = !above || (rating ? one.at < above.at : one.at > above.at);
    if (!inOrder)
      file.refuse(
        [...at, 'at'],
        `${one.at} comes after ${above!.at}; write milestones from the ${rating ? 'highest rating to the lowest' : 'fewest points to the most'}, each once`,
      );
    if (!rating && one.at === 0) file.refuse([...at, 'at'], 'everybody has 0 points or more; write 1 or more');
    if (rating && one.at >= rating.starts_at)
      file.refuse([...at, 'at'], `everybody begins at ${rating.starts_at}; write ${rating.starts_at - 1} or less`);
    if (one.caps_at !== undefined) checkCap(file, at, one.caps_at, above?.caps_at, { keys, evaluated: evaluation !== undefined });
    above = { ...one, caps_at: one.caps_at ?? above?.caps_at };
  }
}

function checkCap(
  file: PolicyFile,
  milestone: readonly PropertyKey[],
  cap: string,
  above: string | undefined,
  { keys, evaluated }: { keys: readonly string[]; evaluated: boolean },
): void {
  const at = [...milestone, 'caps_at'];
  if (!keys.includes(cap)) file.refuse(at, `${cap} is not a tier; ${didYouMean(cap, keys)}`);
  else if (cap === keys[0]) file.refuse(at, `${cap} is the best tier, and caps nobody; write a lower one, or take it out`);
  else if (above !== undefined && keys.indexOf(cap) < keys.indexOf(above))
    file.refuse(at, `${cap} is better than ${above}, which the milestone before it caps at; write ${above} or a lower tier`);
  if (evaluated)
    file.refuse(at, 'caps what bounds propose every night, and here evaluations decide, so that nobody would move; take it out');
}
