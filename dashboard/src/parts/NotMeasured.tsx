import type { Run } from '../data/run.js';
import { PAGE } from '../speech.js';
import { Empty } from './Panel.js';

export const isMeasured = (run: Run, metric: string): boolean => !run.manifest.not_measured.includes(metric);

/** Says of a metric that was asked for that nothing is known of it, and why; nothing of one that is measured. */
export function NotMeasured({ run, metric }: { run: Run; metric: string }) {
  if (isMeasured(run, metric)) return null;
  return <Empty testid="not-measured">{PAGE.notSaid.notMeasured(run.wording.metricTitle(metric))}</Empty>;
}
