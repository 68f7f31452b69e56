import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEDGERS, type LedgerPart, partsToGather } from '../../contracts/ledger/parts.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { manifestKey } from '../../contracts/run/keys.js';
import { RANDOM_RUN_DATE, randomLanding, randomPolicies } from '../independent/random-marketplace.js';
import { STANDING_ORDERS } from './standing-orders.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const part = (nth: number, rows: number, gathered = false): LedgerPart => ({
  run_prefix: `runs/2026-11-${String(nth).padStart(2, '0')}/001`,
  files: [],
  rows,
  gathered,
});
const nights = (count: number, rows: number, from = 2): LedgerPart[] =>
  Array.from({ length: count }, (_, n) => part(from + n, rows));

it('leaves six nights of news where they lie, and gathers the seventh with them', () => {
  expect(partsToGather([part(1, 1000, true), ...nights(6, 10)])).toEqual([]);
  expect(partsToGather([part(1, 1000, true), ...nights(7, 10)])).toEqual(nights(7, 10));
});

it('gathers an earlier part along once the news is half as large', () => {
  const parts = [part(1, 2000, true), part(2, 420, true), part(3, 140, true), ...nights(7, 10, 4)];
  expect(partsToGather(parts)).toEqual(parts.slice(1));
  const larger = [part(1, 1000, true), part(2, 141, true), ...nights(7, 10, 4)];
  expect(partsToGather(larger)).toEqual(nights(7, 10, 4));
});

it('keeps few parts over three years of equal nights, each row copied as often as the history doubles', () => {
  let parts = [part(1, 100_000, true)];
  let copied = 0;
  for (let night = 0; night < 1_000; night++) {
    const gathered = partsToGather(parts);
    const rows = 1_000 + gathered.reduce((total, { rows: some }) => total + some, 0);
    copied += rows - 1_000;
    parts = [...parts.slice(0, parts.length - gathered.length), part(1, rows, gathered.length > 0)];
  }
  expect(parts.length).toBeLessThanOrEqual(7 + 10);
  expect(copied / 1_000_000).toBeLessThan(10);
});

let policies: string;
let marketplace: TestMarketplace;
let prefix: string;
let full: string;
let before: LedgerPart[];
beforeAll(async () => {
  policies = await mkdtemp(join(tmpdir(), 'drawn-policies-'));
  for (const [name, text] of Object.entries(randomPolicies(1))) await writeFile(join(policies, name), text);
  marketplace = await TestMarketplace.make(policies);
  await marketplace.land(randomLanding(1));
  await marketplace.published('2026-11-14');
  const { prefix: second } = await marketplace.published('2026-11-17');
  // As if five more nights without news had been, and the first had been one like the others.
  const manifest = await marketplace.manifest(second);
  before = [...manifest.ledger!.order_outcomes!.map((one) => ({ ...one, gathered: false })), ...nights(5, 0)];
  manifest.ledger!.order_outcomes = before;
  await writeFile(join(marketplace.store, manifestKey(second)), JSON.stringify(manifest));
  prefix = (await marketplace.published(RANDOM_RUN_DATE)).prefix;
  full = (await marketplace.published(RANDOM_RUN_DATE, { full: true })).prefix;
});
afterAll(async () => {
  await marketplace?.gone();
  await rm(policies, { recursive: true, force: true });
});

it('a night that gathers writes one part, in which every order stands once and nothing is taken back', async () => {
  const { ledger } = await marketplace.manifest(prefix);
  expect(Object.keys(ledger!)).toEqual(LEDGERS);
  expect(ledger!.order_outcomes).toMatchObject([{ run_prefix: prefix, gathered: true }]);
  const [file] = ledger!.order_outcomes![0]!.files;
  const [counted] = await ask(
    `SELECT count(*) AS n, count(DISTINCT (seller_id, order_id)) AS orders, min(weight) AS least FROM '${join(marketplace.store, file!)}'`,
  );
  expect(counted!.n).toBe(counted!.orders);
  expect(counted!.least).toBe(1);
  expect(before.reduce((total, { rows }) => total + rows, 0)).toBeGreaterThan(Number(counted!.n));
});

it.each([...Object.keys(PUBLISHED), STANDING_ORDERS, 'seller_counts', 'seller_periods'])(
  'a night that gathers says in %s what a full one says',
  async (dataset) => {
    expect(await marketplace.rows(prefix, dataset)).toEqual(await marketplace.rows(full, dataset));
  },
);
