import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { explainSellers } from '../../cli/explain.js';
import { addDays } from '../../contracts/days.js';
import { Explained } from '../../contracts/explanation.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { generateSample } from '../../sample/generate.js';
import { readSqlFiles } from '../../sql/files.js';
import { STANDING_ORDERS } from '../night/standing-orders.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { printed, Reader } from '../recompute/nights.js';
import { readFolder } from '../recompute/policy-files.js';

/** What a night may know of earlier nights: who changed tier since. Everything else is landing, policy and date alone. */
const REMEMBERS = new Set(['tier_changes']);
const DATASETS = [...Object.keys(PUBLISHED), STANDING_ORDERS, 'conversation_outcomes', 'seller_counts', 'seller_periods'];

let marketplace: TestMarketplace;
let first: string;
let last: string;
let late: string[];
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
  marketplace = await TestMarketplace.make();
  const made = await generateSample({ to: marketplace.landing, sellers: 40, orders: 3_200, days: 75 });
  last = made.last_day;
  first = addDays(last, -59);
  late = [addDays(first, 31), addDays(first, 50)];
});
afterAll(async () => {
  duck?.close();
  await marketplace?.gone();
});

/** why 12: of those that something happens to; `npm run recompute` reads 500. */
const READ = [
  ...['slipping-gold', 'on-the-mend', 'exactly-four', 'one-too-many', 'strike-bound', 'stonewaller', 'canceller'],
  ...['two-markets', 'one-bad-day', 'cured-notice', 'seller-0001', 'seller-0002'],
];
let reader: Reader;
/** Reads a night as somebody does who has the policy file and what `explain --json` prints. */
async function readNight(prefix: string): Promise<void> {
  reader ??= new Reader(...(await readFolder('policies', 'eu-seller-standards')));
  const asked = { store: new FolderStore(marketplace.store), duck, sql: await readSqlFiles(), prefix, sellers: READ };
  for (const found of await explainSellers(asked)) reader.read(printed(Explained.parse(found)));
}

/**
 * What nobody corrects in time, landed on a day: orders of the first ten days that were delivered elsewhere and later than was
 * said, or in another region; a delivery and a review that lie two days ahead; an exemption for a month long past.
 */
async function landLate(day: string): Promise<void> {
  const early: Record<string, unknown>[] = [];
  for (const folder of (await readdir(join(marketplace.landing, 'orders'))).sort().slice(0, 10)) {
    const [name] = await readdir(join(marketplace.landing, 'orders', folder));
    const text = gunzipSync(await readFile(join(marketplace.landing, 'orders', folder, name!))).toString();
    early.push(
      ...text
        .trim()
        .split('\n')
        .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : [])),
    );
  }
  const updated_at = `${day}T09:00:00+00:00`;
  const later = (moment: unknown) => (moment ? new Date(Date.parse(String(moment)) + 4 * 86_400_000).toISOString() : null);
  const corrected = early.flatMap((order, n): object[] => {
    if (n % 9 === 0) return [{ ...order, delivered_at: later(order.delivered_at), updated_at }];
    if (n % 31 === 0) return [{ ...order, region: 'DE', currency: 'EUR', updated_at }];
    if (n % 41 === 0) return [{ ...order, delivered_at: `${addDays(day, 2)}T10:00:00+00:00`, updated_at }];
    return [];
  });
  expect(corrected.length).toBeGreaterThan(20);
  const reviewed = early.find((_, n) => n % 41 === 40)!;
  const review = {
    ...reviewed,
    review_id: `ahead-${day}`,
    rating: 1,
    created_at: `${addDays(day, 2)}T10:00:00+00:00`,
    updated_at,
  };
  const exemption = {
    exemption_id: `late-${day}`,
    metrics: ['all'],
    region: 'GB',
    valid_from: first,
    valid_to: addDays(first, 5),
  };
  const decided = {
    reason: 'carrier_delay',
    evidence: 'a letter',
    decided_by: 'policy-desk',
    decided_at: updated_at,
    updated_at,
  };
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  await marketplace.land([
    [`orders/dt=${day}/corrected.jsonl`, lines(corrected)],
    [`reviews/dt=${day}/ahead.jsonl`, lines([review])],
    [`exemptions/dt=${day}/late.jsonl`, lines([{ ...exemption, ...decided }])],
  ]);
}

it('sixty nights, each reusing the final outcomes of the one before, end in the rows of a full computation', async () => {
  let reused = '';
  let prefix = '';
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (late.includes(day)) await landLate(day);
    const night = await marketplace.published(day);
    prefix = night.prefix;
    await readNight(prefix);
    const planned = night.results.find((told) => told.state === 'PlanRun')!.result;
    reused = String(planned.base_run_date);
    // Compared in full now and then on the way, and on the last day.
    if (day !== last && Number(day.slice(-2)) % 15 !== 0 && !late.includes(day)) continue;
    const full = (await marketplace.published(day, { full: true })).prefix;
    for (const dataset of DATASETS)
      if (!REMEMBERS.has(dataset))
        expect(await marketplace.rows(prefix, dataset), `${dataset} of ${day}`).toEqual(await marketplace.rows(full, dataset));
    for (const dataset of Object.keys(PUBLISHED))
      if (!REMEMBERS.has(dataset))
        expect(await marketplace.bytes(prefix, dataset), `${dataset} of ${day}`).toEqual(await marketplace.bytes(full, dataset));
  }
  expect(reused).toBe(addDays(last, -1));
  // Of sixty nights a few parts are left.
  const { ledger } = await marketplace.manifest(prefix);
  expect(ledger!.order_outcomes!.length).toBeLessThanOrEqual(12);
});

it('a reader with the policy file and what explain prints recomputes every figure and tier of these nights', () => {
  const { differences, seen } = reader;
  expect(differences).toEqual([]);
  expect(seen.cards).toBeGreaterThan(60 * 9);
  // Whoever is new, or is back, is taken as told; everybody else goes on from the night before.
  expect(seen.taken_as_told).toBeLessThan(seen.cards / 20);
  for (const verdict of ['met', 'watch', 'notice', 'not_assessable'])
    expect(seen.verdicts.get(verdict), verdict).toBeGreaterThan(0);
  // Of these twelve nobody rises: a loss waits for a person, so that nobody has one to get back.
  for (const why of ['first_evaluation', 'kept']) expect(seen.because.get(why), why).toBeGreaterThan(0);
});
