import { table } from '../cli/table.js';
import type { BenchReport } from './measure.js';
import type { Cost } from './night-cost.js';
import { RATIO_NAMES, type RatioName } from './ratios.js';
import type { StepCost } from './step.js';

/** The ratios as JSON for whoever watches them: numbers of wall clock, null where not measured, with the reason beside it. */
export function benchJson({ ratios, ...report }: BenchReport): Record<string, unknown> {
  const each = <T>(of: (name: RatioName) => T | undefined) =>
    Object.fromEntries(RATIO_NAMES.map((name) => [name, of(name)] as const).filter(([, value]) => value !== undefined));
  const measured = (name: RatioName) => ('not_measured' in ratios[name] ? undefined : ratios[name]);
  return {
    ratios: each((name) => measured(name)?.seconds ?? null),
    ratios_processor: each((name) => measured(name)?.cpu),
    not_measured: each((name) => ('not_measured' in ratios[name] ? ratios[name].not_measured : undefined)),
    ...report,
  };
}

const seconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const times = (value: number): string => `${value.toFixed(2)} x`;
const count = (value: number): string => value.toLocaleString('en');

/** The most that a ratio may be on two cores, at 2 and 20 million orders. */
export const GOALS: Record<RatioName, number> = { full: 2, next: 0.7, next_365: 0.3, next_365_to_90: 1.3, accept_to_copy: 2.5 };
/** The most that a night may hold in memory at 20 million orders. */
export const PEAK_MB = 2000;

const DESCRIPTIONS: Record<RatioName, string> = {
  full: "a full night's queries to the script by hand",
  next: "a next night's queries to the script by hand",
  next_365: 'the same at 365 days of history',
  next_365_to_90: "a next night's queries at 365 days of history to its own at 90 days",
  accept_to_copy: 'accepting landed Parquet to a bare COPY of it',
};

const nameOf = (cost: Cost): string => (cost.subject ? `${cost.state} ${cost.subject}` : cost.state);

/** One row per state and query; what takes under a hundredth of the night together in one. */
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
    ['state', 'seconds', 'cpu', 'peak MB', 'MB read', 'rows'],
    [...worth, ...(small.length ? [rest] : [])].map((part) => [
      nameOf(part),
      seconds(part.seconds),
      seconds(part.cpu),
      count(part.peak_mb),
      part.bytes_read === undefined ? '' : count(Math.round(part.bytes_read / 1e5) / 10),
      part.rows === undefined ? '' : count(part.rows),
    ]),
  );
}

/** The report for a person. */
export function benchText(report: BenchReport): string {
  const { steps, ratios } = report;
  const line = (name: string, cost: StepCost) => [name, seconds(cost.seconds), seconds(cost.cpu), count(cost.peak_mb)];
  return [
    `${count(report.orders)} orders over ${report.history} days; night of ${report.run_date}; DuckDB: ${report.limits.memory}, ${report.limits.threads} threads`,
    `The first night (accepts the history, judges everything)\n${statesOf(steps.first)}`,
    ...(steps.next.length > 0
      ? [
          `The last next night (accepts one day, judges what can have changed)\n${statesOf(steps.next.at(-1)!)}`,
          `The last full night\n${statesOf(steps.full.at(-1)!)}`,
        ]
      : []),
    table(
      ['run', 'seconds', 'cpu', 'peak MB'],
      [
        line('first night', steps.first),
        ...steps.next.map((night) => line('next night', night)),
        ...steps.next_90.map((night) => line('next night of 90 days', night)),
        ...(steps.next.length > 0 ? steps.full.map((night) => line('full night', night)) : []),
        ...steps.by_hand.map((run) => line('by hand', run)),
      ],
    ),
    table(
      ['ratio', 'wall clock', 'processor', 'goal'],
      RATIO_NAMES.flatMap((name) => {
        const ratio = ratios[name];
        if ('not_measured' in ratio) return [];
        return [[DESCRIPTIONS[name], times(ratio.seconds), ratio.cpu === undefined ? '' : times(ratio.cpu), `<= ${GOALS[name]}`]];
      }),
    ),
    ...RATIO_NAMES.flatMap((name) => {
      const ratio = ratios[name];
      return 'not_measured' in ratio ? [`Not measured: ${DESCRIPTIONS[name]}; ${ratio.not_measured}.`] : [];
    }),
    `Highest memory of a night: ${count(report.peak_mb)} MB (goal <= ${count(PEAK_MB)} at 20 million orders).`,
    ...(report.next_bytes_read === undefined
      ? []
      : [`The queries of the last next night read ${count(Math.round(report.next_bytes_read / 1e6))} MB from files.`]),
    `Both agree on ${count(report.equal_rows)} rows of seller_metrics.`,
  ].join('\n\n');
}
