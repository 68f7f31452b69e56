import { roomOf } from '../../../policies/policy.js';
import type { Run } from '../data/run.js';
import { PAGE } from '../speech.js';
import { Empty } from './Panel.js';

/** An entry of a programme under a name of its own is measured where the metric is that it is of. */
export function isMeasured(run: Run, metric: string): boolean {
  const entries = run.policies.programmes.flatMap(({ metrics }) => metrics as { metric: string; of?: string }[]);
  return !run.manifest.not_measured.includes(roomOf(entries.find((entry) => entry.metric === metric) ?? { metric }));
}

/** Says of a metric that was asked for that nothing is known of it, and why; nothing of one that is measured. */
export function NotMeasured({ run, metric }: { run: Run; metric: string }) {
  if (isMeasured(run, metric)) return null;
  return <Empty testid="not-measured">{PAGE.notSaid.notMeasured(run.wording.metricTitle(metric))}</Empty>;
}
