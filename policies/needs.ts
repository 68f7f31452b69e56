import { metricOf } from '../metrics/index.js';
import type { JudgedMetric } from './policy.js';

/** What a metric needs: its own sources, and for a metric made of others what those need. */
export function needsOf({ metric, subject, settings }: JudgedMetric): string[] {
  if (subject === 'landed') return ['outcomes'];
  const parts = (settings.parts as string[] | undefined) ?? [];
  return [metric, ...parts].flatMap((key) => metricOf(key)?.needs ?? []);
}
