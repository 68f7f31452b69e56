import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTCOME_CODES } from '../../sql/outcome-codes.js';
import { CASE_POLICIES, caseNights, type Expectation, type Landed, landedFilesOf } from '../cases/index.js';
import { ask, TestMarketplace } from './test-marketplace.js';

/** A fault forgiven is forgiven, whether or not it counts as met. */
const words = Object.fromEntries(
  Object.entries(OUTCOME_CODES).map(([word, code]) => [code, word === 'forgiven_as_met' ? 'forgiven' : word]),
);
const worlds: TestMarketplace[] = [];

type Row = Record<string, unknown>;
interface Night {
  run_date: string;
  cases: readonly { name: string; landed: Landed; expect: readonly Expectation[] }[];
}

/** One whole night over the landed rows of its cases; what its ledger says of each subject. */
async function ledgerOf(night: Night): Promise<(expected: Expectation) => Expectation[]> {
  const marketplace = await TestMarketplace.make(CASE_POLICIES);
  worlds.push(marketplace);
  await marketplace.land(landedFilesOf(night.cases));
  const { prefix } = await marketplace.published(night.run_date);
  const { datasets } = await marketplace.manifest(prefix);
  const read = (dataset: string): Promise<Row[]> =>
    ask(`SELECT * FROM read_parquet('${marketplace.store}/${datasets[dataset]!.files[0]}')`);
  const [orders, conversations] = [await read('order_outcomes'), await read('conversation_outcomes')];
  return ({ subject, metric, cohort_day }) => {
    const rows =
      metric === 'slow_response'
        ? conversations.filter((c) => c.conversation_id === subject)
        : orders.filter((o) => o.order_id === subject);
    return (rows.length === 0 ? [undefined] : rows).map((row) => {
      const day = row?.[`${metric}_day`] as Date | null | undefined;
      return {
        subject,
        metric,
        outcome: words[Number(row?.[metric])] ?? 'no_row',
        reason: row?.[`${metric}_reason`] ?? null,
        ...(cohort_day ? { cohort_day: day ? new Date(day).toISOString().slice(0, 10) : undefined } : {}),
      } as Expectation;
    });
  };
}

afterAll(() => Promise.all(worlds.map((marketplace) => marketplace.gone())));

describe.each(caseNights())('a night of $run_date', (night) => {
  let said: (expected: Expectation) => Expectation[];
  beforeAll(async () => {
    said = await ledgerOf(night as Night);
  });

  it.each((night as Night).cases.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    for (const expected of c.expect) for (const found of said(expected)) expect(found).toEqual(expected);
  });
});
