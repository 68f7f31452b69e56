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

/** why a part of its own: a test draws the first thousand again, and finds the same. */
export const DRAWN_AGAIN = 1_000;

/** Groups of one volume, in two parts: whoever stops early has a thousand of every kind. why fewer of the others: medians need fewer. */
export function groupsOf(volume: number, sellers: number): Group[][] {
  const first = KINDS.flatMap((faults) => {
    const others = [1, ...WORSE].map((times) => ({
      volume,
      times,
      faults,
      sellers: Math.max(1, Math.round(sellers / (times > 1 ? 25 : 10))),
    }));
    return [{ volume, times: GOOD, faults, sellers: Math.min(sellers, DRAWN_AGAIN) }, ...others];
  });
  const rest = KINDS.map((faults) => ({ volume, times: GOOD, faults, sellers: sellers - DRAWN_AGAIN, first: DRAWN_AGAIN }));
  return sellers > DRAWN_AGAIN ? [first, rest] : [first];
}

/** why not one seed for all bounds: figures of several bounds are added up, as if each had sellers of its own. */
export const seedOf = (seed: number, bound: number): number => seed * 10_000 + Math.round(bound * 1_000);

export interface Simulated {
  sellers: number;
  seed: number;
  years: GroupYear[];
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

export function fairnessText({ years, sellers }: Simulated): string {
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
