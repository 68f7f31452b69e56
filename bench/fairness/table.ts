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

/** The parts of a kind as one: shares weigh as many sellers as they are of; only good sellers come in parts, and these have no medians. */
function together(years: readonly GroupYear[]): GroupYear[] {
  const kinds = Map.groupBy(years, ({ bound, volume, times, faults }) => [bound, volume, times, faults].join());
  return [...kinds.values()].map((parts) => {
    const sellers = parts.reduce((sum, part) => sum + part.sellers, 0);
    const share = (of: 'noticed' | 'effects' | 'to_a_person' | 'raw') =>
      parts.reduce((sum, part) => sum + part[of] * part.sellers, 0) / sellers;
    const shares = { noticed: share('noticed'), effects: share('effects'), to_a_person: share('to_a_person'), raw: share('raw') };
    return { ...parts[0]!, sellers, ...shares };
  });
}

/** How often so few or fewer of n happen at a rate. */
function chanceOfAtMost(k: number, n: number, rate: number): number {
  let term = Math.exp(n * Math.log1p(-rate));
  let sum = term;
  for (let at = 1; at <= k; at++) {
    term *= ((n - at + 1) / at) * (rate / (1 - rate));
    sum += term;
  }
  return sum;
}

/** why 95 %: one table of twenty may be wrong by it, as is usual. */
const DOUBT = 0.05;
/** The true share is below this with 95 % confidence (exact binomial, one side). */
export function atMost(share: number, n: number): number {
  const found = Math.round(share * n);
  if (found >= n) return 1;
  let [low, high] = [share, 1];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(found, n, middle) > DOUBT) low = middle;
    else high = middle;
  }
  return high;
}

export interface Summary {
  /** Years of good sellers, and how many of them held a wrongful effect. */
  years: number;
  effects: number;
  /** The most that the true share is with 95 % confidence: of the worst combination, and of a seller judged by seven such metrics. */
  one_metric: number;
  all_metrics: number;
  /** The largest share of good sellers whom a person looks at. */
  to_a_person: number;
}

export function summaryOf(years: readonly GroupYear[]): Summary {
  const good = together(years).filter(({ times }) => times === GOOD);
  const one_metric = Math.max(...good.map(({ effects, sellers }) => atMost(effects, sellers)));
  return {
    years: good.reduce((sum, { sellers }) => sum + sellers, 0),
    effects: good.reduce((sum, { effects, sellers }) => sum + Math.round(effects * sellers), 0),
    ...{ one_metric, all_metrics: 1 - (1 - one_metric) ** METRICS },
    to_a_person: Math.max(...good.map((year) => year.to_a_person)),
  };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 1))} %`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** One row per bound and volume that was simulated, and for each of them what `cells` says of its groups. */
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

/** Beside each share of effects the most that it truly is, with 95 % confidence. */
const shares = (years: readonly GroupYear[], times: number): string =>
  table(
    ['bound', 'orders', 'sellers', ...KINDS.flatMap((kind) => [`notice, ${kind}`, 'effect', 'at most', 'raw rule'])],
    byCombination(years, (of) => [
      of(times, KINDS[0]!).sellers.toLocaleString('en-GB'),
      ...KINDS.flatMap((kind) => {
        const { noticed, effects, raw, sellers } = of(times, kind);
        return [percent(noticed), percent(effects), percent(atMost(effects, sellers)), percent(raw)];
      }),
    ]),
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

/** The tables of docs/fairness.md. */
export function fairnessText({ years: parts }: Pick<Simulated, 'years'>): string {
  const years = together(parts);
  const all = summaryOf(years);
  const worse = years.find(({ times }) => times > 1)!.sellers.toLocaleString('en-GB');
  return `### Good sellers

True rate ${percent(GOOD)} of the bound: the share that met it in a year. *At most*: the true share of effects is below this with 95 % confidence
(exact binomial).

${shares(years, GOOD)}

**Wrongful effects: ${all.effects === 0 ? 'none' : all.effects.toLocaleString('en-GB')}** in ${all.years.toLocaleString('en-GB')} simulated years of good sellers and one metric. Of the worst combination the true share is
below ${percent(all.one_metric)} with 95 % confidence, where the goal is under 1 %; for all seven metrics together, counted as 1 - (1 - p)^7, below
${percent(all.all_metrics)}, where it is under 2 %. A person looks at ${percent(all.to_a_person)} of good sellers at most.

### Sellers exactly at the bound

${shares(years, 1)}

### Sellers who became worse

Good ones until a day of the first week, then 2, 3 or 5 times the bound, ${worse} of each kind: median days from that day to the notice / the effect /
a person; \`-\` where fewer than half met it in the year.

${delays(years)}
`;
}
