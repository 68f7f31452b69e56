import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { POINTER } from '../../contracts/run/keys.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import { generateSample } from '../../sample/generate.js';
import { World } from '../night/test-marketplace.js';

const DATASETS = [...Object.keys(PUBLISHED), 'orders', 'order_outcomes', 'conversation_outcomes'];
/** Where the night dies, and at which entry of the state. */
const DEATHS: [state: string, entry: number][] = [
  ['OpenRun', 1],
  ['AcceptShard', 1],
  ['AcceptShard', 3],
  ['SealInputs', 1],
  ['PrepareQuery', 5],
  ['RunQuery', 1],
  ['RunQuery', 12],
  ['CollectOutput', 20],
  ['Gate', 1],
  ['Publish', 1],
  ['RegisterResults', 1],
  ['PlanEmails', 1],
  ['SendShard', 1],
  ['SendDigest', 1],
];

describe('a night that is killed and run again', () => {
  let world: World;
  let day: string;
  let expected: Map<string, Buffer[]>;
  let rows: Map<string, string[]>;

  beforeAll(async () => {
    world = await World.make();
    const made = await generateSample({ to: world.landing, sellers: 60, orders: 4_000, days: 60 });
    day = made.last_day;
    const calm = (await world.published(day, { store: join(world.folder, 'calm') })).prefix;
    const calmWorld = Object.assign(Object.create(World.prototype), world, { folder: world.folder }) as World;
    Object.defineProperty(calmWorld, 'store', { value: join(world.folder, 'calm') });
    expected = new Map();
    rows = new Map();
    for (const dataset of Object.keys(PUBLISHED)) expected.set(dataset, await calmWorld.bytes(calm, dataset));
    for (const dataset of DATASETS) rows.set(dataset, await calmWorld.rows(calm, dataset));
  });
  afterAll(() => world?.gone());

  it('dies at every state, publishes nothing half, and ends in the same bytes', async () => {
    const store = new FolderStore(world.store);
    for (const [state, entry] of DEATHS) {
      const before = await readJson<Pointer>(store, POINTER);
      const request = JSON.stringify({
        runDate: day,
        landing: world.landing,
        store: world.store,
        policies: world.policies,
        mails: true,
      });
      const died = spawnSync(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, 'one-night-then-die.ts'), request, state, String(entry)],
        {
          encoding: 'utf8',
        },
      );
      expect(died.stdout, `${state} ${entry}: ${died.stderr}`).not.toContain('survived');
      const after = await readJson<Pointer>(store, POINTER);
      // Up to Publish the pointer has not moved; from then on it shows a whole run.
      if (!['RegisterResults', 'PlanEmails', 'SendShard', 'SendDigest'].includes(state)) expect(after, state).toEqual(before);
      else
        for (const dataset of Object.keys(PUBLISHED))
          expect(await world.bytes(after!.prefix, dataset), `${state} ${dataset}`).toEqual(expected.get(dataset));
    }
    const { prefix } = await world.published(day, { mails: true });
    for (const [dataset, bytes] of expected) expect(await world.bytes(prefix, dataset), dataset).toEqual(bytes);
    for (const [dataset, lines] of rows) expect(await world.rows(prefix, dataset), dataset).toEqual(lines);
  });

  it('wrote no mail twice: every recipient has at most one, and what was in doubt was not sent again', async () => {
    const store = new FolderStore(world.store);
    const mails = await store.list('mail/outbox/');
    expect(new Set(mails.map((mail) => mail.key)).size).toBe(mails.length);
    const again = await world.published(day, { mails: true });
    const sent = again.results
      .filter((told) => told.state === 'SendShard' || told.state === 'SendDigest')
      .map((told) => Number(told.result.sent));
    expect(sent.reduce((total, n) => total + n, 0)).toBe(0);
    expect((await store.list('mail/outbox/')).map((mail) => mail.version)).toEqual(mails.map((mail) => mail.version));
  });
});
