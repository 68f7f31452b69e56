/** What fails a night while others of its tasks are at work ends the process, with an exit code, in seconds. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { CASE_POLICIES, caseNights, landedFilesOf, NIGHT } from '../cases/index.js';
import { TestMarketplace } from './test-marketplace.js';

/** why 60: files of three shards, so that two are at work when one fails. */
const MORE_DAYS = 60;
const review = (n: number, row: number): string =>
  JSON.stringify({
    review_id: `r-${n}-${row}`,
    order_id: `o-${row}`,
    stars: 5,
    created_at: '2026-09-01T10:00:00Z',
    updated_at: '2026-09-01T10:00:00Z',
  });

describe('a night that fails while others of its tasks are at work', () => {
  let marketplace: TestMarketplace;
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(CASE_POLICIES);
    await marketplace.land(landedFilesOf(caseNights().find((night) => night.run_date === NIGHT)!.cases));
    for (let n = 0; n < MORE_DAYS; n++) {
      const rows = Array.from({ length: 400 }, (_, row) => review(n, row)).join('\n');
      await marketplace.land([[`reviews/dt=${addDays(NIGHT, -n)}/more.jsonl`, rows]]);
    }
  });
  afterAll(() => marketplace?.gone());

  function nightLosing(path: string, state: string) {
    const { landing, store, policies } = marketplace;
    const request = JSON.stringify({ runDate: NIGHT, landing, store, policies, mails: false });
    const started = performance.now();
    const ran = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'night-losing-a-file.ts'), request, state, path],
      { encoding: 'utf8', timeout: 40_000, env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT' } },
    );
    return { ...ran, seconds: (performance.now() - started) / 1000 };
  }

  it('ends with 1 when a landed file is gone between listing and accepting', () => {
    const ran = nightLosing(join(marketplace.landing, `reviews/dt=${NIGHT}/more.jsonl`), 'AcceptShard');
    expect(ran).toMatchObject({ status: 1, signal: null, stderr: '' });
    expect(JSON.parse(ran.stdout).message).toContain(`reviews/dt=${NIGHT}/more.jsonl`);
    expect(ran.seconds).toBeLessThan(30);
  });

  it('ends with 1 when the accepted rows are gone while queries read them', () => {
    const ran = nightLosing(join(marketplace.store, 'accepted'), 'RunQuery');
    expect(ran).toMatchObject({ status: 1, signal: null, stderr: '' });
    expect(JSON.parse(ran.stdout).message).toContain('accepted/');
    expect(ran.seconds).toBeLessThan(30);
  });
});
