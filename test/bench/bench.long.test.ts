import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptToCopy } from '../../bench/accept-to-copy.js';
import { compareByHand, runByHand } from '../../bench/by-hand.js';
import { generateMarketplace, lastDay } from '../../bench/marketplace.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { ask } from '../night/test-marketplace.js';

const limits = { memory: '1GB', threads: 2 };
const marketplace = { orders: 5_000, days: 100, days_per_file: 20 };
const run_date = lastDay(marketplace);

describe('a marketplace of 5,000 orders', () => {
  let work: string;
  let landing: string;
  let store: string;
  let night: string[];
  let byHand: string;
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'scorecards-bench-'));
    [landing, store, byHand] = [join(work, 'landing'), join(work, 'store'), join(work, 'by-hand.parquet')];
    await generateMarketplace({ ...marketplace, to: landing }, limits);
    const outcome = await runNight({ runDate: run_date, landing, store, policies: 'policies', mails: false, limits });
    if (outcome.error) throw new Error(`${outcome.failed_state}: ${outcome.error.message}`);
    const folder = new FolderStore(store);
    const { datasets } = await need<Manifest>(folder, manifestKey(outcome.prefix!));
    night = datasets.seller_metrics!.files.map((key) => folder.url(key));
    await runByHand({ store, run_date, to: byHand, scratch: join(work, 'scratch'), ...limits });
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  it('counts every seller and metric alike, by the night and by hand', async () => {
    const { rows, differ } = await compareByHand(night, byHand);
    expect(differ).toEqual([]);
    expect(rows).toBeGreaterThan(100);
  });

  it('has every outcome in it, so that agreeing means something', async () => {
    const [totals] = await ask(
      `SELECT ${['met', 'fault', 'forgiven', 'excluded', 'pending'].map((o) => `CAST(sum(${o}) AS INTEGER) AS ${o}`).join(', ')}
       FROM read_parquet('${byHand}')`,
    );
    for (const [outcome, orders] of Object.entries(totals!)) expect(orders, outcome).toBeGreaterThan(20);
    const faults = await ask(
      `SELECT metric, CAST(sum(fault) AS INTEGER) AS fault FROM read_parquet('${byHand}') GROUP BY metric`,
    );
    expect(faults).toHaveLength(7);
    for (const { metric, fault } of faults) expect(fault, String(metric)).toBeGreaterThan(0);
  });

  it('is noticed when one order of one seller is counted otherwise', async () => {
    const changed = join(work, 'changed.parquet');
    await ask(
      `COPY (SELECT * REPLACE (met - CASE WHEN metric = 'late_dispatch' AND seller_id = 'S00000003' THEN 1 ELSE 0 END AS met)
       FROM read_parquet('${byHand}')) TO '${changed}' (FORMAT parquet)`,
    );
    const { differ } = await compareByHand(night, changed);
    expect(differ.map(({ seller_id, metric }) => [seller_id, metric])).toEqual([['S00000003', 'late_dispatch']]);
  });
});

it('generates the same rows for the same numbers', async () => {
  const twice = [];
  for (const name of ['a', 'b']) {
    const to = await mkdtemp(join(tmpdir(), `scorecards-bench-${name}-`));
    await generateMarketplace({ orders: 500, days: 100, days_per_file: 50, to }, limits);
    twice.push(await ask(`SELECT to_json(o) AS row FROM read_parquet('${to}/orders/*/*.parquet') AS o ORDER BY row`));
    await rm(to, { recursive: true, force: true });
  }
  expect(twice[0]!.length).toBeGreaterThan(900);
  expect(twice[0]).toEqual(twice[1]);
});

it('accepts every generated row when accepting is measured beside a bare copy', async () => {
  const { files, rows, accept_seconds, copy_seconds, ratio } = await acceptToCopy({ orders: 300, days: 3 });
  expect(files).toBe(21);
  expect(rows).toBeGreaterThan(300);
  expect(copy_seconds).toBeGreaterThan(0);
  expect(ratio).toBeCloseTo(accept_seconds / copy_seconds, 10);
});
