import { table } from '../cli/table.js';
import type { BenchReport } from './measure.js';
import type { Cost } from './night-cost.js';
import type { StepCost } from './step.js';

const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const times = (value: number): string => `${value.toFixed(2)} x`;
const count = (value: number): string => value.toLocaleString('en');

/** Goals on two cores at 20 million orders. */
export const GOALS = { compute: 2.5, seller_metrics: 1.5, peak_mb: 3000 } as const;

const nameOf = (cost: Cost): string => (cost.subject ? `${cost.state} ${cost.subject}` : cost.state);

/** One row per state and query, costliest query first; what takes under a hundredth of the night together in one. */
function statesOf(night: StepCost): string {
  const worth = night.parts!.filter((part) => part.cpu >= night.cpu / 100 || part.seconds >= night.seconds / 100);
  const small = night.parts!.filter((part) => !worth.includes(part));
  const rest: Cost = {
    state: `${small.length} others`,
    subject: '',
    seconds: small.reduce((sum, part) => sum + part.seconds, 0),
    cpu: small.reduce((sum, part) => sum + part.cpu, 0),
    peak_mb: Math.max(0, ...small.map((part) => part.peak_mb)),
  };
  return table(
    ['state', 'seconds', 'cpu', 'peak MB', 'rows'],
    [...worth, ...(small.length ? [rest] : [])].map((part) => [
      nameOf(part),
      seconds(part.seconds),
      seconds(part.cpu),
      count(part.peak_mb),
      part.rows === undefined ? '' : count(part.rows),
    ]),
  );
}

/** The report for a person. */
export function benchTable(report: BenchReport): string {
  const { first, incremental, full, by_hand, ratios } = report;
  const line = (name: string, cost: StepCost) => [name, seconds(cost.seconds), seconds(cost.cpu), count(cost.peak_mb)];
  return [
    `${count(report.orders)} orders over ${report.days} days; night of ${report.run_date}; DuckDB: ${report.limits.memory}, ${report.limits.threads} threads`,
    `The first night (accepts everything, judges everything)\n${statesOf(first)}`,
    ...(incremental
      ? [
          `The next night (accepts one day, judges what is open)\n${statesOf(incremental)}`,
          `The next night again, judging everything\n${statesOf(full.at(-1)!)}`,
        ]
      : []),
    table(
      ['run', 'seconds', 'cpu', 'peak MB'],
      [
        line('first night', first),
        ...(incremental ? [line('next night', incremental), ...full.map((night) => line('next night, in full', night))] : []),
        ...by_hand.map((run) => line('by hand', run)),
      ],
    ),
    table(
      ['against the script by hand', 'wall clock', 'processor', 'goal'],
      [
        ['all queries of a full night', times(ratios.compute.seconds), times(ratios.compute.cpu), `<= ${GOALS.compute}`],
        [
          'seller_counts + seller_metrics',
          times(ratios.seller_metrics.seconds),
          times(ratios.seller_metrics.cpu),
          `<= ${GOALS.seller_metrics}`,
        ],
      ],
    ),
    `Highest memory of a night: ${count(report.peak_mb)} MB (goal <= ${count(GOALS.peak_mb)}). Both agree on ${count(report.equal_rows)} rows of seller_metrics.`,
  ].join('\n\n');
}
