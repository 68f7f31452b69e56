import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { POINTER } from '../../contracts/run/keys.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { readJson } from '../../lambdas/shared/object-store.js';
import { generateSample } from '../../sample/generate.js';
import { STANDING_ORDERS } from '../night/standing-orders.js';
import { TestMarketplace } from '../night/test-marketplace.js';

const DATASETS = [...Object.keys(PUBLISHED), STANDING_ORDERS, 'conversation_outcomes'];
/** Where the night dies, and at which entry of the state. */
const DEATHS: [state: string, entry: number][] = [
  ['OpenRun', 1],
  ['AcceptShard', 1],
  ['AcceptShard', 3],
  ['PlanRun', 1],
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
  let marketplace: TestMarketplace;
  let day: string;
  let expected: Map<string, Buffer[]>;
  let rows: Map<string, string[]>;

  beforeAll(async () => {
    marketplace = await TestMarketplace.make();
    const made = await generateSample({ to: marketplace.landing, sellers: 60, orders: 4_000, days: 60 });
    day = made.last_day;
    const calm = (await marketplace.published(day, { store: join(marketplace.folder, 'calm') })).prefix;
    const calmMarketplace = Object.assign(Object.create(TestMarketplace.prototype), marketplace, {
      folder: marketplace.folder,
    }) as TestMarketplace;
    Object.defineProperty(calmMarketplace, 'store', { value: join(marketplace.folder, 'calm') });
    expected = new Map();
    rows = new Map();
    for (const dataset of Object.keys(PUBLISHED)) expected.set(dataset, await calmMarketplace.bytes(calm, dataset));
    for (const dataset of DATASETS) rows.set(dataset, await calmMarketplace.rows(calm, dataset));
  });
  afterAll(() => marketplace?.gone());

  it('dies at every state, publishes nothing half, and ends in the same bytes', async () => {
    const store = new FolderStore(marketplace.store);
    for (const [state, entry] of DEATHS) {
      const before = await readJson<Pointer>(store, POINTER);
      const request = JSON.stringify({
        runDate: day,
        landing: marketplace.landing,
        store: marketplace.store,
        policies: marketplace.policies,
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
          expect(await marketplace.bytes(after!.prefix, dataset), `${state} ${dataset}`).toEqual(expected.get(dataset));
    }
    const { prefix } = await marketplace.published(day, { mails: true });
    for (const [dataset, bytes] of expected) expect(await marketplace.bytes(prefix, dataset), dataset).toEqual(bytes);
    for (const [dataset, lines] of rows) expect(await marketplace.rows(prefix, dataset), dataset).toEqual(lines);
  });

  it('wrote no mail twice: every recipient has at most one, and what was in doubt was not sent again', async () => {
    const store = new FolderStore(marketplace.store);
    const mails = await store.list('mail/outbox/');
    expect(new Set(mails.map((mail) => mail.key)).size).toBe(mails.length);
    const again = await marketplace.published(day, { mails: true });
    const sent = again.results
      .filter((told) => told.state === 'SendShard' || told.state === 'SendDigest')
      .map((told) => Number(told.result.sent));
    expect(sent.reduce((total, n) => total + n, 0)).toBe(0);
    expect((await store.list('mail/outbox/')).map((mail) => mail.version)).toEqual(mails.map((mail) => mail.version));
  });
});
