import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricOf } from '../../metrics/index.js';
import { OUTCOME_CODES } from '../../sql/outcome-codes.js';
import { type CaseNight, casePolicies, type Expectation, landedFilesOf, OWN_METRIC } from '../cases/index.js';
import { STANDING_ORDERS } from './standing-orders.js';
import { ask, TestMarketplace } from './test-marketplace.js';

/** Readers see one kind of forgiven; whether it counts as met is asked of seller_metrics. */
const words: Record<number, string> = {
  ...Object.fromEntries(Object.entries(OUTCOME_CODES).map(([word, code]) => [code, word])),
  [OUTCOME_CODES.forgiven_as_met]: 'forgiven',
};
const inWords = (outcome: unknown): string =>
  (typeof outcome === 'string' ? outcome.replace('forgiven_as_met', 'forgiven') : words[Number(outcome)]) ?? 'no_row';
const marketplaces: TestMarketplace[] = [];

type Row = Record<string, unknown>;

/** Where the ledger keeps what a metric is about. */
function ledgerOf(metric: Expectation['metric']): { dataset: string; id: string } {
  if (metric === OWN_METRIC) return { dataset: 'landed_outcomes_judged', id: 'subject_id' };
  if (metricOf(metric)?.subject === 'conversation') return { dataset: 'conversation_outcomes', id: 'conversation_id' };
  return { dataset: STANDING_ORDERS, id: 'order_id' };
}

/** One whole night over the landed rows of its cases; what its ledger says of each subject. */
async function judged(night: CaseNight): Promise<(expected: Expectation) => Expectation[]> {
  const marketplace = await TestMarketplace.make(casePolicies(night.settings));
  marketplaces.push(marketplace);
  await marketplace.land(landedFilesOf(night.cases));
  const { prefix } = await marketplace.published(night.run_date);
  const read = async (dataset: string): Promise<[string, Row[]]> => [
    dataset,
    await ask(`SELECT * FROM ${await marketplace.relation(prefix, dataset)} AS r`),
  ];
  const ledgers = new Map(await Promise.all([STANDING_ORDERS, 'conversation_outcomes', 'landed_outcomes_judged'].map(read)));
  return ({ subject, metric, cohort_day }) => {
    const { dataset, id } = ledgerOf(metric);
    const rows = ledgers.get(dataset)!.filter((row) => row[id] === subject);
    const column = (name: string) =>
      dataset === 'landed_outcomes_judged' ? name || 'outcome' : `${metric}${name && '_'}${name}`;
    return (rows.length === 0 ? [undefined] : rows).map((row) => {
      const day = row?.[dataset === 'landed_outcomes_judged' ? 'cohort_day' : `${metric}_day`] as Date | null | undefined;
      return {
        subject,
        metric,
        outcome: inWords(row?.[column('')]),
        reason: row?.[column('reason')] ?? null,
        ...(cohort_day ? { cohort_day: day ? new Date(day).toISOString().slice(0, 10) : undefined } : {}),
      } as Expectation;
    });
  };
}

/** why 20: two nights then hold all but some ten of the cases under default settings, and each night more takes as long as they do. */
export const isQuick = ({ settings, cases }: CaseNight): boolean => Object.keys(settings).length === 0 && cases.length >= 20;

/** Asks every case of some nights, each night whole. */
export function askCases(nights: readonly CaseNight[]): void {
  afterAll(() => Promise.all(marketplaces.map((marketplace) => marketplace.gone())));

  describe.each([...nights])('a night of $run_date, $settings', (night) => {
    let said: (expected: Expectation) => Expectation[];
    beforeAll(async () => {
      said = await judged(night);
    });

    it.each(night.cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
      for (const expected of c.expect) for (const found of said(expected)) expect(found).toEqual(expected);
    });
  });
}
