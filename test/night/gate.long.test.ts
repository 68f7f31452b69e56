import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/run.js';
import type { CheckResult } from '../../contracts/run/checks.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { CASE_POLICIES, caseNights, landedFilesOf, NIGHT } from '../cases/index.js';
import { TestMarketplace } from './test-marketplace.js';

const files = () => landedFilesOf(caseNights().find((night) => night.run_date === NIGHT)!.cases);
const daily = {
  ...CASE_POLICIES,
  regions: CASE_POLICIES.regions.map((r) => ({ ...r, must_land_orders_daily: r.code === 'GB' })),
};

describe('a night that must not be published', () => {
  let marketplace: TestMarketplace;
  let store: FolderStore;
  let order: string;
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(daily);
    await marketplace.land(files());
    store = new FolderStore(marketplace.store);
    order = [...files()]
      .find(([key]) => key.startsWith('orders/'))![1]
      .split('\n')
      .find((line) => line.includes('"GB"'))!;
    await marketplace.land([[`orders/dt=${NIGHT}/today.jsonl`, `${order}\n`]]);
    await marketplace.published(NIGHT);
  });
  afterAll(() => marketplace?.gone());
  const pointer = async () => (await store.read('published/current.json'))!.body.toString();

  it('stops when a region that must land orders daily has landed none, and the day before stays published', async () => {
    const before = await pointer();
    const night = await marketplace.night('2026-12-05');
    expect(night.error?.name).toBe('GateStopped');
    expect(night.error?.message).toContain('region_day_without_orders');
    expect(night.error?.message).toContain('GB: no order landed on 2026-12-05');
    expect(await pointer()).toBe(before);
    const checks = JSON.parse((await store.read(`${night.prefix}/gate.json`))!.body.toString()) as CheckResult[];
    expect(checks.find((check) => check.check === 'region_day_without_orders')?.proof).toEqual([
      expect.objectContaining({ region: 'GB' }),
    ]);
    expect(await store.read(`${night.prefix}/manifest.json`)).toBeUndefined();
  });

  it('stops when too many rows are rejected, and names the dataset', async () => {
    const spoiled = Array.from({ length: 30 }, (_, n) => ({ ...JSON.parse(order), order_id: `bad-${n}`, gmv_minor: -1 }));
    await marketplace.land([
      ['orders/dt=2026-12-06/bad.jsonl', spoiled.map((row) => JSON.stringify(row)).join('\n')],
      ['orders/dt=2026-12-06/good.jsonl', order],
    ]);
    const before = await pointer();
    const night = await marketplace.night('2026-12-06');
    expect(night.error?.name).toBe('GateStopped');
    expect(night.error?.message).toContain('too_many_rejected');
    expect(night.error?.message).toMatch(/orders: 30 of \d+ rows rejected, 30 of 31 on the run date; at most 2.0% may be/);
    expect(night.error?.message).toMatch(/30 rows: gmv_minor: .*\(such as orders\/dt=2026-12-06\/bad.jsonl, line 1\)/);
    expect(await pointer()).toBe(before);
  });

  it('stops for a file that it cannot read and for a folder that is gone, until a person says how it is', async () => {
    await marketplace.land([
      ['orders/dt=2026-12-06/bad.jsonl', order],
      ['orders/dt=2026-12-07/rows.json', order],
      ['orders/dt=2026-12-07/good.jsonl', `${order}\n${order}\n`],
    ]);
    const landed = async (prefix: string) =>
      (await marketplace.rows(prefix, 'run_quality')).flatMap(
        (row) => /"reviews","region":"\w+",.*?"landed":\d+,"accepted":\d+/.exec(row)?.[0] ?? [],
      );
    const published = JSON.parse(await pointer()) as { prefix: string; run_id: string };
    const reviews = await landed(published.prefix);
    await rm(join(marketplace.landing, 'reviews'), { recursive: true });
    const stopped = (await marketplace.night('2026-12-07')).error?.message.split('\n');
    expect(stopped).toContain(
      '  orders/dt=2026-12-07/rows.json: the file is named .json; name it .jsonl, which is read as JSON lines or as a JSON array',
    );
    expect(stopped?.find((line) => line.startsWith('  reviews: '))).toMatch(
      new RegExp(`^  reviews: (\\d+) of the \\1 rows that run ${published.run_id} read are gone, and \\d+ files?: reviews/dt=`),
    );
    const where = ['--policies', marketplace.policies, '--because', 'as the test wants'];
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(
      await run(['landing', 'accept-refusal', 'orders/dt=2026-12-07/rows.json', '--store', marketplace.store, ...where]),
    ).toBe(0);
    expect(await run(['landing', 'expired', '--before', '2026-12-08', ...where])).toBe(0);
    said.mockRestore();
    const night = await marketplace.published('2026-12-07');
    expect(reviews.length).toBeGreaterThan(0);
    expect(await landed(night.prefix)).toEqual(reviews);
    expect((await marketplace.rows(night.prefix, 'run_quality')).join()).toContain('"refused_files":1');
  });

  it('keeps the reason beside each run that stopped', async () => {
    const failures = (await store.list('runs/')).filter(({ key }) => key.endsWith('/failure.json'));
    expect(failures.map(({ key }) => key)).toEqual(
      ['runs/2026-12-05/001/failure.json', 'runs/2026-12-06/001/failure.json'].concat('runs/2026-12-07/001/failure.json'),
    );
  });
});
