import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { CASE_POLICIES, policiesOf } from '../cases/index.js';
import { TestMarketplace } from './test-marketplace.js';

const REGION = CASE_POLICIES.regions[0]!.code;
const FIRST = '2026-11-16';
const SECOND = addDays(FIRST, 1);
const THIRD = addDays(FIRST, 2);

const order = (id: number, day: string): object => ({
  ...{ order_id: `o-${id}`, seller_id: `S-${id % 3}`, region: REGION, currency: 'EUR', items: 1, gmv_minor: 100 },
  ...{ fulfilment: 'seller', placed_at: `${day}T07:00:00Z`, ship_by: `${day}T18:00:00Z`, deliver_by: '2026-11-20T18:00:00Z' },
  updated_at: `${day}T08:00:00Z`,
});
const orders = (day: string, from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify(order(from + n, day))}\n`).join('');

let marketplace: TestMarketplace;
beforeAll(async () => {
  marketplace = await TestMarketplace.make(policiesOf(REGION));
});
afterAll(() => marketplace?.gone());

const countsOf = (prefix: string): Promise<string[]> => marketplace.rows(prefix, 'landed_counts');
const inShort = (counts: readonly string[]): string[] =>
  counts
    .map((row) => JSON.parse(row))
    .map(({ dt, landed }) => `${dt} ${landed}`)
    .sort();

async function night(day: string, base: string | null): Promise<string> {
  const { results, prefix } = await marketplace.published(day);
  expect(results.find(({ state }) => state === 'PlanRun')!.result.base_run_date).toBe(base);
  return prefix;
}

it('counts are carried on from a base that has no file which tonight has not, and are then those of a night that reads all', async () => {
  await marketplace.land([
    [`orders/dt=${FIRST}/a.jsonl`, orders(FIRST, 0, 40)],
    [`orders/dt=${SECOND}/a.jsonl`, orders(SECOND, 100, 20)],
    [`orders/dt=${THIRD}/a.jsonl`, orders(THIRD, 200, 10)],
  ]);
  expect(inShort(await countsOf(await night(FIRST, null)))).toEqual([`${FIRST} 40`]);

  // Landed again under its name, with a row more: what the first night read is gone, and it is no base.
  await marketplace.land([[`orders/dt=${FIRST}/a.jsonl`, orders(FIRST, 0, 41)]]);
  expect(inShort(await countsOf(await night(SECOND, null)))).toEqual([`${FIRST} 41`, `${SECOND} 20`]);

  // For the first day one file lands late, and one again under another name.
  await marketplace.land([
    [`orders/dt=${FIRST}/late.jsonl`, orders(FIRST, 300, 5)],
    [`orders/dt=${FIRST}/again.jsonl`, orders(FIRST, 0, 41)],
  ]);
  const counts = await countsOf(await night(THIRD, SECOND));
  expect(inShort(counts)).toEqual([`${FIRST} 41`, `${FIRST} 5`, `${SECOND} 20`, `${THIRD} 10`]);
  expect(await countsOf((await marketplace.published(THIRD, { full: true })).prefix)).toEqual(counts);
});
