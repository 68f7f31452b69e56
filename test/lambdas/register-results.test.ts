import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { manifestKey, outputKey, outputPrefix, publishedLogKey, runPrefix } from '../../contracts/run/keys.js';
import type { FolderStore } from '../../infra/local/object-store.js';
import { registerResults } from '../../lambdas/register-results/handler.js';
import type { Catalog } from '../../lambdas/shared/catalog.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';

/** Tables as a map from `dataset run_date` to the place of their rows. */
function tables(): { catalog: Catalog; places: Map<string, string> } {
  const places = new Map<string, string>();
  return { places, catalog: { point: async (dataset, day, prefix) => void places.set(`${dataset} ${day}`, prefix) } };
}

/** A run that passed its gate; `retried` datasets lie where their second attempt wrote. */
async function passedRun(store: FolderStore, runDate: string, seq: string, retried: string[] = []): Promise<string> {
  const prefix = runPrefix(runDate, seq);
  const datasets: Record<string, object> = {};
  for (const dataset of [...Object.keys(PUBLISHED), 'order_outcomes']) {
    const place = outputPrefix(prefix, `marts/${dataset}.sql`, retried.includes(dataset) ? 2 : 1);
    datasets[dataset] = { files: [`${place}part-0.parquet`], rows: 1, bytes: 9 };
    await store.write(outputKey(prefix, dataset), toJson({ dataset, prefix: place, ...datasets[dataset], attempt: 1 }));
  }
  await store.write(manifestKey(prefix), toJson({ run_id: `${runDate}-${seq}`, run_date: runDate, prefix, datasets }));
  await store.write(publishedLogKey(runDate, seq), toJson({ prefix }));
  return prefix;
}

describe('registering results', () => {
  it('points every published table’s day at the run, and no table of what a run only works with', async () => {
    const store = await freshStore();
    const { catalog, places } = tables();
    const prefix = await passedRun(store, '2026-11-16', '001', ['outcome_details']);
    const answer = await registerResults({ store, catalog })({ prefix });
    expect(answer).toEqual({ run_date: '2026-11-16', pointed: true, datasets: Object.keys(PUBLISHED).length });
    expect([...places.keys()].sort()).toEqual(
      Object.keys(PUBLISHED)
        .map((name) => `${name} 2026-11-16`)
        .sort(),
    );
    expect(places.get('scorecards 2026-11-16')).toBe('runs/2026-11-16/001/scorecards/');
    expect(places.get('outcome_details 2026-11-16')).toBe('runs/2026-11-16/001/outcome_details/retry-2/');
  });

  it('a rerun of the day repoints it, and the earlier run, finishing late, does not take it back', async () => {
    const store = await freshStore();
    const { catalog, places } = tables();
    const first = await passedRun(store, '2026-11-16', '001');
    await registerResults({ store, catalog })({ prefix: first });
    const second = await passedRun(store, '2026-11-16', '002');
    await registerResults({ store, catalog })({ prefix: second });
    expect(places.get('scorecards 2026-11-16')).toBe('runs/2026-11-16/002/scorecards/');
    expect(await registerResults({ store, catalog })({ prefix: first })).toMatchObject({ pointed: false });
    expect(places.get('scorecards 2026-11-16')).toBe('runs/2026-11-16/002/scorecards/');
  });

  it('a person who moves the pointer back to a run moves the tables too', async () => {
    const store = await freshStore();
    const { catalog, places } = tables();
    const first = await passedRun(store, '2026-11-16', '001');
    await registerResults({ store, catalog })({ prefix: await passedRun(store, '2026-11-16', '002') });
    await registerResults({ store, catalog })({ prefix: first, moved: true });
    expect(places.get('scorecards 2026-11-16')).toBe('runs/2026-11-16/001/scorecards/');
  });

  it('a night for a past day shows in the tables though the pointer stays on a later one, and touches no other day', async () => {
    const store = await freshStore();
    const { catalog, places } = tables();
    await registerResults({ store, catalog })({ prefix: await passedRun(store, '2026-11-16', '001') });
    await registerResults({ store, catalog })({ prefix: await passedRun(store, '2026-10-01', '001') });
    expect(places.get('scorecards 2026-10-01')).toBe('runs/2026-10-01/001/scorecards/');
    expect(places.get('scorecards 2026-11-16')).toBe('runs/2026-11-16/001/scorecards/');
  });

  it('a run that did not pass its gate has nothing to register', async () => {
    const store = await freshStore();
    const { catalog } = tables();
    await expect(registerResults({ store, catalog })({ prefix: 'runs/2026-11-16/001' })).rejects.toThrow(
      'manifest.json: is missing',
    );
  });
});
