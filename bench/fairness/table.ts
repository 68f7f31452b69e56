/** What simulated years say, for people and as data. */
import type { Faults } from '../../trial/simulated-days.js';
import { GOOD, type Group, type GroupYear } from '../../trial/simulated-year.js';

export const VOLUMES = [10, 30, 100, 300, 1000] as const;
export const BOUNDS = [0.01, 0.025, 0.04, 0.1] as const;
const KINDS: readonly Faults[] = ['independent', 'bad days'];
/** How many times the bound sellers are who became worse. */
const WORSE = [2, 3, 5] as const;
/** Metrics of the shipped programme. */
const METRICS = 7;

/** Groups of one bound. why fewer of the others: a median needs less than a share of one in a hundred. */
export const groupsOf = (sellers: number): Group[] =>
  VOLUMES.flatMap((volume) =>
    KINDS.flatMap((faults) => [
      { volume, times: GOOD, faults, sellers },
      { volume, times: 1, faults, sellers: Math.max(1, Math.round(sellers / 4)) },
      ...WORSE.map((times) => ({ volume, times, faults, sellers: Math.max(1, Math.round(sellers / 10)) })),
    ]),
  );

/** Groups in parts of so many sellers at most, or one group each. */
export function batches(groups: readonly Group[], most: number): Group[][] {
  const found: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    if (group.sellers > room) {
      found.push([]);
      room = most;
    }
    found.at(-1)!.push(group);
    room -= group.sellers;
  }
  return found;
}

export interface Summary {
  /** Of good sellers, the largest share with a wrongful effect in any combination. */
  effects_of_one_metric: number;
  /** The same for a seller judged by seven such metrics that fail independently: 1 - (1 - p)^7. */
  effects_of_all_metrics: number;
}

export function summaryOf(years: readonly GroupYear[]): Summary {
  const one = Math.max(...years.filter(({ times }) => times === GOOD).map(({ effects }) => effects));
  return { effects_of_one_metric: one, effects_of_all_metrics: 1 - (1 - one) ** METRICS };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 1))} %`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** One row per bound and volume, and for each of them what `cells` says of its groups. */
function byCombination(years: readonly GroupYear[], cells: (of: (times: number, faults: Faults) => GroupYear) => string[]) {
  return BOUNDS.flatMap((bound) =>
    VOLUMES.flatMap((volume) => {
      const here = years.filter((year) => year.bound === bound && year.volume === volume);
      if (here.length === 0) return [];
      const of = (times: number, faults: Faults) => here.find((year) => year.times === times && year.faults === faults)!;
      return [[percent(bound), volume, ...cells(of)]];
    }),
  );
}

const shares = (years: readonly GroupYear[], times: number): string =>
  table(
    ['bound', 'orders', ...KINDS.flatMap((kind) => [`notice, ${kind}`, 'effect', 'raw rule'])],
    byCombination(years, (of) =>
      KINDS.flatMap((kind) => {
        const { noticed, effects, raw } = of(times, kind);
        return [percent(noticed), percent(effects), percent(raw)];
      }),
    ),
  );

const delays = (years: readonly GroupYear[]): string =>
  table(
    ['bound', 'orders', ...KINDS.flatMap((kind) => WORSE.map((times) => `${times} x, ${kind}`))],
    byCombination(years, (of) =>
      KINDS.flatMap((kind) =>
        WORSE.map((times) => {
          const { days_to_notice, days_to_effect, days_to_person } = of(times, kind);
          return [days_to_notice, days_to_effect, days_to_person].map((days) => days ?? '-').join(' / ');
        }),
      ),
    ),
  );

export function fairnessText(years: readonly GroupYear[], sellers: number): string {
  const { effects_of_one_metric, effects_of_all_metrics } = summaryOf(years);
  return `Good sellers (true rate ${percent(GOOD)} of the bound), ${sellers} of each kind: share that met it in a year

${shares(years, GOOD)}

Sellers exactly at the bound

${shares(years, 1)}

Sellers who became worse: median days to notice / effect / a person

${delays(years)}

Wrongful effects, at most: ${percent(effects_of_one_metric)} a year and metric; ${percent(effects_of_all_metrics)} for seven such metrics together, 1 - (1 - p)^7
`;
}
