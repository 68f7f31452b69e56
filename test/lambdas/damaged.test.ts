import { describe, expect, it } from 'vitest';
import { readJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';

const RUN = 'runs/2026-11-16/001';

describe('an object of the store that is damaged', () => {
  it.each([
    ['published/current.json', 'scorecards publish --run R'],
    [`${RUN}/manifest.json`, 'run the night of 2026-11-16 again'],
    [`${RUN}/inputs.json`, 'run the night of 2026-11-16 again'],
    [`${RUN}/facts.json`, 'run the night of 2026-11-16 again'],
    [`${RUN}/policies.json`, 'run the night of 2026-11-16 again'],
    ['receipts/orders/dt=2026-11-16/abc.json', 'delete it and run the night again'],
    ['mail/ledger/scorecard/2026-W47/abc.json', '--doubts'],
  ])('%s is named, with the way out', async (key, next) => {
    const store = await freshStore();
    const damages: [string, string][] = [
      ['', 'is empty'],
      ['\0\0\0\0', 'is empty'],
      ['{"run_id": "2026-', 'is not whole (17 bytes that are no JSON)'],
      ['null', 'is not what it must be'],
      ['[]', 'is not what it must be'],
      ['{}', 'is not what it must be (without '],
    ];
    for (const [body, problem] of damages) {
      await store.write(key, body);
      const told = await readJson(store, key).catch((error: Error) => error.message);
      expect(told).toContain(`${key}: ${problem}`);
      expect(told).toContain(next);
    }
  });

  it('is none when it is whole', async () => {
    const store = await freshStore();
    await store.write(`${RUN}/opened.json`, '{"run_id":"r","run_date":"d","prefix":"p","execution":"e"}');
    expect(await readJson(store, `${RUN}/opened.json`)).toMatchObject({ run_id: 'r' });
  });
});
