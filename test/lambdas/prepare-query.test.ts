import { expect, it } from 'vitest';
import { factsKey, policiesKey } from '../../contracts/run/keys.js';
import { someNight } from '../../infra/shared/night-columns.js';
import { prepareQuery } from '../../lambdas/prepare-query/prepare-query.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import type { QueryEngine, Spread } from '../../lambdas/shared/query-engine.js';
import { readSqlFiles } from '../../sql/files.js';
import { freshStore } from '../helpers/fresh-store.js';
import { policies } from '../helpers/mail-run.js';

/** Into how many buckets a dataset is asked for on a night of so many accepted orders: by the statement, and by its registration. */
async function asked(path: string, orders: number): Promise<(Spread | undefined)[]> {
  const store = await freshStore();
  const prefix = 'runs/2026-11-16/001';
  const { policies: _, ...facts } = someNight(policies, 'first');
  const inputs = {
    ...facts.inputs,
    accepted: { ...facts.inputs.accepted, orders: { files: 1, rows: orders, days: ['2026-11-16'] } },
  };
  await store.write(policiesKey(prefix), toJson(policies));
  await store.write(factsKey(prefix), toJson({ ...facts, prefix, inputs }));
  const said: (Spread | undefined)[] = [];
  const engine: Pick<QueryEngine, 'relation' | 'wrap' | 'register'> = {
    relation: ({ dataset }) => dataset,
    wrap: (select, _dataset, _prefix, spread) => {
      said.push(spread);
      return select;
    },
    register: async (name, _statement, { spread }) => {
      said.push(spread);
      return `EXECUTE ${name}`;
    },
  };
  const sql = { ...(await readSqlFiles()), [path]: '-- One row per seller.\nSELECT 1 AS seller_id' };
  await prepareQuery({ store, engine: engine as QueryEngine, sql, prefix, path, attempt: 1 });
  return said;
}

it('asks for buckets where a night judges many orders, for what is read seller by seller', async () => {
  expect(await asked('marts/mail_orders.sql', 90_000_000)).toEqual([64, 64]);
  expect(await asked('marts/outcome_details.sql', 2_500_000)).toEqual([16, 16]);
  expect(await asked('marts/seller_metrics.sql', 50_000)).toEqual([1, 1]);
  expect(await asked('marts/tier_mix.sql', 20_000_000)).toEqual([1, 1]);
});
