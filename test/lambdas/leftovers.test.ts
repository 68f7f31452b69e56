import { expect, it } from 'vitest';
import { openRun } from '../../lambdas/open-run/handler.js';
import { readPolicyFiles } from '../../policies/files.js';
import { freshStore } from '../helpers/fresh-store.js';

async function opened(clear: (runDate: string) => Promise<Record<string, number>>) {
  const [landing, store] = [await freshStore(), await freshStore()];
  const parts = { landing, store, policyFiles: () => readPolicyFiles('policies'), acceptSql: {}, leftovers: { clear } };
  return openRun(parts)({ run_date: '2026-11-16', execution: 'night-1' });
}

it('a night that opens clears what nights before it left behind', async () => {
  const asked: string[] = [];
  await opened(async (runDate) => {
    asked.push(runDate);
    return {};
  });
  expect(asked).toEqual(['2026-11-16']);
});

it('a night opens though nothing of that may be deleted', async () => {
  expect(await opened(() => Promise.reject(new Error('AccessDenied')))).toMatchObject({ run_id: '2026-11-16-001' });
});
