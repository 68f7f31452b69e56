import { adjust } from '../address.js';
import type { Run } from '../data/run.js';

/** A choice of one metric of several. */
export function MetricPicker({ run, label, metrics, value }: { run: Run; label: string; metrics: string[]; value: string }) {
  return (
    <label>
      <span>{label}</span>
      <select data-testid="metric" value={value} onChange={(event) => adjust({ metric: event.target.value })}>
        {metrics.map((metric) => (
          <option key={metric} value={metric}>
            {run.wording.metricTitle(metric)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The first programme that judges the metric, as the address of a card names it. */
export const entryOf = (run: Run, metric: string): string => {
  const programme = run.policies.programmes.find((one) => one.metrics.some((entry) => entry.metric === metric));
  return programme ? `${programme.programme}/${metric}` : '';
};
