import { describe, expect, it } from 'vitest';
import { EXIT, exitCodeOf, linesOf, NightFailed } from '../../cli/exit-codes.js';
import { openRun } from '../../lambdas/open-run/open-run.js';
import { readPolicyFiles } from '../../policies/files.js';
import { freshStore } from '../helpers/fresh-store.js';

const FIRST = '2026-07-01';

/** Opens the run of a night over a landing with these keys. */
async function opened(keys: readonly string[], firstLandingDay?: string) {
  const [landing, store] = [await freshStore(), await freshStore()];
  for (const key of keys) await landing.write(key, 'x');
  const run = openRun({
    landing,
    store,
    policyFiles: () => readPolicyFiles('policies'),
    acceptSql: {},
    run_date: '2026-11-16',
    execution: 'a',
    ...(firstLandingDay ? { firstLandingDay } : {}),
  });
  return { run, store };
}

describe('a file that landed for a day before the first at which the tables of a deployment look', () => {
  it('stops the night with its name and what to do, before anything is to be accepted', async () => {
    const { run, store } = await opened(['orders/dt=2026-11-16/a.jsonl', 'orders/dt=2026-06-30/b.jsonl'], FIRST);
    const error = await run.then(
      () => undefined,
      (failed: Error) => failed,
    );
    expect(error?.message).toBe(
      'landing/orders/dt=2026-06-30/b.jsonl: landed for days before 2026-07-01, at which no table looks; set firstLandingDay of this group to 2026-06-30 in infra/aws/settings.ts and deploy, or take them out of landing, and run the night again',
    );
    const keys = (await store.list('runs/')).map(({ key }) => key.replace('runs/2026-11-16/001/', ''));
    expect(keys.sort()).toEqual(['opened.json', 'policies.json']);
    const failed = new NightFailed({ name: error!.name, message: error!.message }, 'OpenRun');
    expect(exitCodeOf(failed)).toBe(EXIT.stopped);
    expect(linesOf(failed)).toEqual(['The night stopped; nothing was published and nobody was mailed.', error!.message]);
  });

  it('is named with two others and the number of the rest, and the earliest day of all is the one to set', async () => {
    const keys = ['cases/dt=2026-06-30/a', 'orders/dt=2026-06-29/a', 'orders/dt=2026-06-30/a', 'sellers/dt=2026-06-28/a'];
    const { run } = await opened([...keys, 'sellers/dt=2026-06-29/a'], FIRST);
    await expect(run).rejects.toThrow(
      /^landing\/cases\/dt=2026-06-30\/a, landing\/orders\/dt=2026-06-29\/a, landing\/orders\/dt=2026-06-30\/a and 2 more: .* to 2026-06-28 in/,
    );
  });

  it('is one of the day before: the first day itself is read', async () => {
    const { run } = await opened([`orders/dt=${FIRST}/a.jsonl`], FIRST);
    expect(await run).toMatchObject({ to_accept: 1 });
  });

  it('is read like any other on a laptop, where queries name files and no range of days', async () => {
    const { run } = await opened(['orders/dt=2026-06-30/b.jsonl']);
    expect(await run).toMatchObject({ to_accept: 1 });
  });
});
