/** A metric of a programme that rests: it is measured and shown, and takes no tier and gives none (sql/macros/pauses.sql). */
import * as z from 'zod';
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
