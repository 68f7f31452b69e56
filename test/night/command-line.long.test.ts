import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NightReport } from '../../cli/night-report.js';
import { CASE_POLICIES, caseNights, landedFilesOf, NIGHT } from '../cases/index.js';
import { type Ran, scorecards } from '../helpers/scorecards.js';
import { STANDING_ORDERS } from './standing-orders.js';
import { ask, TestMarketplace } from './test-marketplace.js';

/** As a person starts it: a process of its own, which takes longer to start than most commands to answer. */
function asProcess(...args: string[]): Ran {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'cli/cli.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('the command line', () => {
  const hadData = existsSync('data');
  let marketplace: TestMarketplace;
  let where: string[];
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(CASE_POLICIES);
    await marketplace.land(landedFilesOf(caseNights().find((night) => night.run_date === NIGHT)!.cases));
    where = ['--landing', marketplace.landing, '--store', marketplace.store, '--policies', marketplace.policies];
  });
  afterAll(() => marketplace?.gone());

  it('runs a night and prints what it made and what to open next', () => {
    const { code, out, err } = asProcess('night', '--date', NIGHT, '--no-mails', ...where);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/landed +files +rows +accepted +quarantined/);
    expect(out).toContain('Open next:');
    expect(out).toContain('npm run scorecards -- explain SELLER');
  });

  it('prints the run report alone with --json, and every state of it stays under 8 kB', async () => {
    const { code, out } = await scorecards('night', '--date', NIGHT, '--json', '--no-mails', ...where);
    const report = JSON.parse(out) as NightReport;
    expect(code).toBe(0);
    expect(report).toMatchObject({ run_date: NIGHT, run_id: `${NIGHT}-002`, prefix: `runs/${NIGHT}/002`, status: 'published' });
    expect(report.counts.landed).toBe(report.counts.accepted + report.counts.quarantined);
    expect(report.states.map((state) => state.state)).toEqual(
      expect.arrayContaining(['OpenRun', 'PlanRun', 'RunQuery', 'Gate', 'Publish']),
    );
    expect(report.checks.length).toBeGreaterThan(5);
    expect(report.largest_state.bytes).toBeLessThan(8_000);
  });

  it('says what is published, and moves the pointer back when asked', async () => {
    expect((await scorecards('status', '--store', marketplace.store)).out).toContain(`Published: run ${NIGHT}-002`);
    expect((await scorecards('publish', '--run', `${NIGHT}-001`, '--store', marketplace.store)).out).toContain(`${NIGHT}-001`);
    const status = JSON.parse((await scorecards('status', '--json', '--store', marketplace.store)).out);
    expect(status.published.run_id).toBe(`${NIGHT}-001`);
    expect(status.runs).toHaveLength(2);
  });

  it('explains a seller, order by order', async () => {
    const [card] = await ask(
      `SELECT seller_id FROM read_parquet('${marketplace.store}/runs/${NIGHT}/001/scorecards/*.parquet') WHERE orders > 0 ORDER BY 1`,
    );
    const known = await scorecards('explain', 'nobody-of-that-name', '--store', marketplace.store);
    expect(known.code).toBe(2);
    expect(known.err).toContain('nobody-of-that-name: has no scorecard');
    const some = await scorecards('explain', String(card!.seller_id), '--json', '--store', marketplace.store);
    expect(some.code).toBe(0);
    const same = await scorecards('explain', String(card!.seller_id), '--since', NIGHT, '--store', marketplace.store);
    expect(same).toMatchObject({ code: 2, err: expect.stringContaining(`--since ${NIGHT}: is not before the run`) });
    const never = await scorecards('explain', String(card!.seller_id), '--since', '2026-01-01', '--store', marketplace.store);
    expect(never).toMatchObject({ code: 2, err: expect.stringContaining('--since 2026-01-01: no run of that day') });
    const slip = await scorecards('explain', String(card!.seller_id), '--metric', 'late_dispach', '--store', marketplace.store);
    expect(slip.err).toContain('--metric late_dispach: is not a metric of this run; did you mean late_dispatch?');
    expect(slip.code).toBe(2);
    const told = JSON.parse(some.out);
    expect(told.programmes[0].policy_version).toBeTruthy();
    expect(told.programmes[0].metrics.flatMap((m: { orders: unknown[] }) => m.orders).length).toBeGreaterThan(0);
  });

  it('writes every order as the run judged it, as Parquet or CSV, and refuses another kind of file', async () => {
    const to = join(marketplace.folder, "it's orders");
    for (const kind of ['parquet', 'csv']) {
      const { code, out } = await scorecards('orders', '--to', `${to}.${kind}`, '--store', marketplace.store);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^[\d,]+ orders of runs\/.* written to .*\n$/) });
      const [file] = await ask(
        `SELECT count(*) AS n, count(late_dispatch) AS judged, count(*) FILTER (WHERE late_dispatch = 'fault') AS late FROM '${to.replace("'", "''")}.${kind}'`,
      );
      const stands = await marketplace.rows(`runs/${NIGHT}/001`, STANDING_ORDERS);
      expect(Number(file!.n)).toBe(stands.length);
      expect(Number(file!.late)).toBeGreaterThan(0);
      expect(Number(file!.judged)).toBeGreaterThan(Number(file!.late));
    }
    const refused = await scorecards('orders', '--to', `${to}.xlsx`, '--store', marketplace.store);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('.xlsx: give a file whose name ends in .parquet or .csv');
  });

  it('refuses a wrong policy with file, line, key and the next step, and exits with 2', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-policies-'));
    await cp('policies', folder, { recursive: true });
    const path = join(folder, 'eu-seller-standards.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('good: { at_most: 0.04,', 'good: { at_most: 0.01,'));
    const line = text.split('\n').findIndex((l) => l.includes('good: { at_most: 0.04,')) + 1;
    const { code, err } = await scorecards(
      'night',
      '--date',
      NIGHT,
      '--landing',
      marketplace.landing,
      '--store',
      marketplace.store,
      '--policies',
      folder,
    );
    expect(code).toBe(2);
    expect(err).toContain(
      `eu-seller-standards.yaml:${line} metrics.late_dispatch.tiers.good.at_most: good (0.01) is stricter than top (0.02) above it; swap them`,
    );
    expect(err).not.toMatch(/\n\s+at /);
    await rm(folder, { recursive: true });
  });

  it.each([
    [['night', '--date', '2026-02-30'], '--date 2026-02-30: is not a day'],
    [['night', '--landing', 'no/such/folder'], '--landing no/such/folder: there is no such folder'],
    [['night', '--policies', 'no/such/folder'], '--policies no/such/folder: there is no such folder'],
    [['publish', '--run', 'yesterday'], '--run yesterday: is not a run id'],
    [['backfill', '--from', '2026-11-02', '--to', '2026-11-01'], '--from 2026-11-02 is after --to 2026-11-01; swap them'],
    [['nonsense'], "unknown command 'nonsense'"],
  ])('refuses %s with one clear line and exit code 2', async (args, says) => {
    const { code, err } = await scorecards(...args);
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('ends with that code as a process too', () => {
    const { code, err } = asProcess('publish', '--run', 'yesterday');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^--run yesterday: is not a run id.*\n$/) });
  });

  it('leaves no folder behind when it refuses', () => {
    expect(existsSync('no/such/folder')).toBe(false);
    expect(existsSync('data'), 'the sample is made only for a night that can run').toBe(hadData);
  });
});
