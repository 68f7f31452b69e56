import { join } from 'node:path';
import { LANDING_DATASETS } from '../../contracts/landing/index.js';
import type { Dataset, Landed, LandedRow, OutcomeCase } from '../../metrics/case.js';
import { METRICS } from '../../metrics/index.js';
import { exemptions } from './exemptions.js';
import { localDays } from './local-days.js';
import { ownMetrics } from './own-metrics.js';
import { visibility } from './visibility.js';
import { WITNESS } from './witness.js';

export * from '../../metrics/case.js';
export { CASE_POLICIES, casePolicies, policiesOf } from './policies.js';

/** The cases of each metric, from its room. */
const ofMetrics = await Promise.all(
  METRICS.map(async ({ key, title }): Promise<[string, readonly OutcomeCase[]]> => {
    const room = join(import.meta.dirname, `../../metrics/${key}/cases.ts`);
    const { cases } = (await import(room)) as { cases: OutcomeCase[] };
    return [title.toLowerCase(), cases];
  }),
);

/** Every case, by what it is about. */
export const CASES: Readonly<Record<string, readonly OutcomeCase[]>> = {
  ...Object.fromEntries(ofMetrics),
  'own metrics': ownMetrics,
  exemptions,
  visibility,
  'local days': localDays,
};

export interface CaseNight {
  run_date: string;
  /** What the policies of that night say beyond the defaults; for `casePolicies`. */
  settings: NonNullable<OutcomeCase['settings']>;
  cases: OutcomeCase[];
}

interface Group {
  wants: Map<string, string>;
  cases: OutcomeCase[];
}

/** What a case wants said of each metric that it speaks of; an order defect speaks of every metric. */
function wanted({ settings = {}, expect }: OutcomeCase): Map<string, string> {
  const metrics = expect.flatMap(({ metric }) => (metric === 'order_defect' ? METRICS.map(({ key }) => key) : [metric]));
  const said = [...new Set([...metrics, ...Object.keys(settings)])];
  return new Map(said.map((metric) => [metric, JSON.stringify(settings[metric as 'order_defect'] ?? {})]));
}

/** The cases of one run date as few groups, so that no two of a group want different things said of one metric. */
function agreeing(cases: readonly OutcomeCase[]): OutcomeCase[][] {
  const groups: Group[] = [];
  for (const one of cases) {
    const wants = wanted(one);
    const fits = groups.find((group) => [...wants].every(([metric, said]) => (group.wants.get(metric) ?? said) === said));
    const group: Group = fits ?? { wants: new Map(), cases: [] };
    if (!fits) groups.push(group);
    for (const [metric, said] of wants) group.wants.set(metric, said);
    group.cases.push(one);
  }
  return groups.map((group) => group.cases);
}

const nightOf = (cases: OutcomeCase[]): CaseNight => ({
  run_date: cases[0]!.run_date,
  settings: Object.assign({}, ...cases.map((c) => c.settings ?? {})),
  cases,
});

/** The cases as few nights: all that share a run date and whose policies agree together, each `alone` one by itself. */
export function caseNights(): CaseNight[] {
  const all = Object.values(CASES).flat();
  const byDay = Map.groupBy(
    all.filter((c) => !c.alone),
    (c) => `${c.run_date} ${c.settings ? 'settings' : 'defaults'}`,
  );
  const together = [...byDay.values()].flatMap(agreeing).map(nightOf);
  return [...together, ...all.filter((c) => c.alone).map((c) => nightOf([c]))].sort((a, b) => (a.run_date < b.run_date ? -1 : 1));
}

/** What such a night finds landed: the rows of its cases and the witness rows, by dataset. */
export function landedOf(cases: readonly { landed: Landed }[]): Record<Dataset, LandedRow[]> {
  const rows = (dataset: Dataset) => [WITNESS, ...cases.map((c) => c.landed)].flatMap((landed) => landed[dataset] ?? []);
  return Object.fromEntries(LANDING_DATASETS.map((dataset) => [dataset, rows(dataset)])) as Record<Dataset, LandedRow[]>;
}

/** The same as landed files: JSON lines by key, such as `orders/dt=2026-11-06/cases.jsonl`. */
export function landedFilesOf(cases: readonly { landed: Landed }[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [dataset, rows] of Object.entries(landedOf(cases))) {
    for (const { dt, ...row } of rows) {
      const key = `${dataset}/dt=${dt}/cases.jsonl`;
      files.set(key, `${files.get(key) ?? ''}${JSON.stringify(row)}\n`);
    }
  }
  return files;
}
