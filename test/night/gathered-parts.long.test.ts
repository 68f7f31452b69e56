import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LEDGERS, type LedgerPart } from '../../contracts/ledger/parts.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { manifestKey } from '../../contracts/run/keys.js';
import { RANDOM_RUN_DATE, randomLanding, randomPolicies } from '../independent/random-marketplace.js';
import { nights } from './made-parts.js';
import { STANDING_ORDERS } from './standing-orders.js';
import { ask, TestMarketplace } from './test-marketplace.js';

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
