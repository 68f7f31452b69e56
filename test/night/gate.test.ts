import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(daily);
    await marketplace.land(files());
    store = new FolderStore(marketplace.store);
    const order = [...files()]
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
    expect(night.error?.message).toContain('"GB"');
    expect(await pointer()).toBe(before);
    const checks = JSON.parse((await store.read(`${night.prefix}/gate.json`))!.body.toString()) as CheckResult[];
    expect(checks.find((check) => check.check === 'region_day_without_orders')?.proof).toEqual([
      expect.objectContaining({ region: 'GB' }),
    ]);
    expect(await store.read(`${night.prefix}/manifest.json`)).toBeUndefined();
  });

  it('stops when too many rows are rejected, and names the dataset', async () => {
    const bad = Array.from({ length: 30 }, (_, n) =>
      JSON.stringify({ seller_id: 's', order_id: `bad-${n}`, region: 'GB', gmv_minor: -1 }),
    ).join('\n');
    const good = [...files()]
      .find(([key]) => key.startsWith('orders/'))![1]
      .split('\n')
      .find((line) => line.includes('"GB"'))!;
    await marketplace.land([
      ['orders/dt=2026-12-06/bad.jsonl', bad],
      ['orders/dt=2026-12-06/good.jsonl', good],
    ]);
    const before = await pointer();
    const night = await marketplace.night('2026-12-06');
    expect(night.error?.name).toBe('GateStopped');
    expect(night.error?.message).toContain('too_many_rejected');
    expect(night.error?.message).toContain('"quarantined_today":30');
    expect(await pointer()).toBe(before);
  });

  it('keeps the reason beside each run that stopped', async () => {
    const failures = (await store.list('runs/')).filter(({ key }) => key.endsWith('/failure.json'));
    expect(failures.map(({ key }) => key)).toEqual(['runs/2026-12-05/001/failure.json', 'runs/2026-12-06/001/failure.json']);
  });
});
