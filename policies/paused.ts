/** A metric of a programme that rests: it is measured and shown, and no tier and no notice asks for it. */
import * as z from 'zod';
import { type Bound, isPaused, type Policies, type Programme } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { metricsOfScore, type Score } from './score.js';
import { dayOf, why } from './values.js';

export const PausedYaml = z.strictObject({ from: dayOf, why });

export type Paused = z.output<typeof PausedYaml>;

type Yaml = { score?: Score | undefined; metrics: Readonly<Record<string, { paused?: Paused | undefined }>> };

/** A score that a metric is part of would rise or fall where it rests: what is to help could hurt. */
export function checkPaused(file: PolicyFile, { score, metrics }: Yaml): void {
  const scored = new Set(score ? metricsOfScore(score) : []);
  for (const [metric, { paused }] of Object.entries(metrics))
    if (paused && scored.has(metric))
      file.refuse(
        ['metrics', metric, 'paused'],
        'is part of the score, which would change for whoever does well in it; take it out of score in a new version, then pause it',
      );
}

/** All may be at fault: a bound that everybody meets. */
const nothingAsked = ({ why: reason }: Bound): Bound => ({ at_most: 1, why: reason });

function ofProgramme(programme: Programme, day: string): Programme {
  const metrics = programme.metrics.map((one) =>
    isPaused(one, day)
      ? { ...one, tiers: Object.fromEntries(Object.entries(one.tiers).map(([tier, bound]) => [tier, nothingAsked(bound)])) }
      : one,
  );
  return { ...programme, metrics };
}

/** Policies as a night of a day goes by them: what rests asks for nothing. What readers are shown keeps its bounds. */
export const withPauses = (policies: Policies, day: string): Policies => ({
  ...policies,
  programmes: policies.programmes.map((programme) => ofProgramme(programme, day)),
});
