/** What templates may say of points: which programmes have them, what a violation gives, and whether tonight looks at metrics. */
import { evaluationDay } from '../policies/evaluation.js';
import { missesLookedAt } from '../policies/for-pages.js';
import type { NightFacts } from './render.js';

export function pointsWords({ policies, run_date }: NightFacts) {
  const with_points = policies.programmes.flatMap((p) => (p.points ? [{ ...p, points: p.points }] : []));
  return {
    with_points: with_points.map((p) => ({
      ...p,
      /** What a violation gives, the first that fits: by its rule, then by how grave it is. */
      worth: [
        ...Object.entries(p.points.violations?.rules ?? {}).map(([value, { points }]) => ({ column: 'rule', value, points })),
        ...Object.entries(p.points.violations?.severities ?? {}).map(([value, { points }]) => ({
          ...{ column: 'severity', value, points },
        })),
      ],
      /** Of a rating below nothing, so that a higher position is a worse one; 0 where none is capped. */
      milestones: p.points.milestones.map(({ at, caps_at }) => ({
        position: p.points.rating ? -at : at,
        cap_rank: p.tiers.findIndex(({ key }) => key === caps_at) + 1,
      })),
      missed: missedTonight(p, run_date),
    })),
    /** Their names; '?' stands for none, so that the list is never empty. */
    names_with_points: ['?', ...with_points.map((p) => p.programme)],
    /** Whether any milestone caps a tier. */
    points_cap: with_points.some((p) => p.points.milestones.some(({ caps_at }) => caps_at !== undefined)),
  };
}

/** Metrics that give points tonight where they are missed: on the day that looks at them, and on no other. */
function missedTonight(programme: Parameters<typeof missesLookedAt>[0], run_date: string): { metric: string; points: number }[] {
  const looked = missesLookedAt(programme);
  if (!looked || evaluationDay(looked, run_date) !== run_date) return [];
  return Object.entries(programme.points!.missed_metrics).map(([metric, { points }]) => ({ metric, points }));
}
