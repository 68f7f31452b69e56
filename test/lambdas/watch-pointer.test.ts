import { afterEach, describe, expect, it, vi } from 'vitest';
import { POINTER } from '../../contracts/run/keys.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { watchPointer } from '../../lambdas/watch-pointer/handler.js';
import { freshStore } from '../helpers/fresh-store.js';

const EIGHT = { scheduled_time: '2026-11-21T08:00:00Z' };

async function watched(run_date?: string) {
  const store = await freshStore();
  if (run_date)
    await store.write(
      POINTER,
      toJson({ run_id: `${run_date}-001`, run_date, prefix: `runs/${run_date}/001`, policy_versions: {} }),
    );
  return watchPointer({ store, timeZone: 'Europe/Dublin' })(EIGHT);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the look at the pointer', () => {
  it('finds nothing wrong when yesterday is published', async () => {
    expect(await watched('2026-11-20')).toEqual({ expected: '2026-11-20', published: '2026-11-20', days_behind: 0 });
  });

  it('counts the days by which the published run is behind', async () => {
    expect((await watched('2026-11-19')).days_behind).toBe(1);
    expect((await watched('2026-10-20')).days_behind).toBe(31);
  });

  it('does not mind a run of a later day', async () => {
    expect((await watched('2026-11-21')).days_behind).toBe(0);
  });

  it('takes nothing published at all for worse than any late night', async () => {
    expect(await watched()).toEqual({ expected: '2026-11-20', published: null, days_behind: 365 });
  });

  it('tells CloudWatch on AWS', async () => {
    vi.stubEnv('METRICS_NAMESPACE', 'SellerScorecards');
    vi.stubEnv('METRICS_SERVICE', 'scorecards-dev-europe');
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await watched('2026-11-18');
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('_aws'));
    vi.restoreAllMocks();
    expect(lines).toHaveLength(1);
    const told = JSON.parse(lines[0]!);
    expect(told).toMatchObject({ PointerDaysBehind: 2, service: 'scorecards-dev-europe' });
    expect(told._aws.CloudWatchMetrics).toEqual([
      { Namespace: 'SellerScorecards', Dimensions: [['service']], Metrics: [{ Name: 'PointerDaysBehind', Unit: 'Count' }] },
    ]);
  });

  it('says nothing of the kind on a laptop', async () => {
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await watched('2026-11-18');
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('_aws'));
    vi.restoreAllMocks();
    expect(lines).toEqual([]);
  });
});
