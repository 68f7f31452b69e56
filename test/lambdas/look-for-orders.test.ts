import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import { acceptShardKey, countsKey, doneKey, landingKey, policiesKey } from '../../contracts/run/keys.js';
import { HOME } from '../../infra/shared/home.js';
import { lookForOrders } from '../../lambdas/look-for-orders/handler.js';
import type { Looked } from '../../lambdas/look-for-orders/look-for-orders.js';
import { openRun } from '../../lambdas/open-run/open-run.js';
import { acceptedIds } from '../../lambdas/shared/accepted-ids.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import { readPolicyFiles } from '../../policies/files.js';
import { freshStore } from '../helpers/fresh-store.js';
import { writeParquet } from '../helpers/write-parquet.js';

const DAY = '2026-11-20';
const PREFIX = `runs/${DAY}/001`;
const UNTIL = '2026-11-21T08:00:00Z';
/** What a file of orders holds: accepted rows by region. */
type Orders = Record<string, number>;

async function opened(): Promise<ObjectStore> {
  const store = await freshStore();
  const regions = [
    { code: 'DE', must_land_orders_daily: true },
    { code: 'FR', must_land_orders_daily: false },
    { code: 'GB', must_land_orders_daily: true },
  ];
  await store.write(policiesKey(PREFIX), toJson({ regions, programmes: [], mails: {} }));
  await landed(store, []);
  return store;
}

/** Orders as open-run and accept-files leave them, a file each. */
async function landed(store: ObjectStore, files: readonly Orders[], dt = DAY): Promise<void> {
  const named = files.map((_, n) => ({ dataset: 'orders', dt, key: `orders/dt=${dt}/${n}.csv`, version: '1' }));
  await store.write(landingKey(PREFIX), toJson({ accept_fingerprint: 'a', ignored: [], files: named }));
  await store.write(doneKey(acceptShardKey(PREFIX, 1)), toJson(named.map((file, n) => ({ ...file, file_id: `f${n}` }))));
  for (const [n, orders] of files.entries())
    await writeParquet(
      store,
      countsKey('orders', dt, `f${n}`),
      COUNT_COLUMNS.map((column) => ({ ...column, required: column.name !== 'newest_updated_at' })),
      Object.entries(orders).map(([region, accepted]) => ({
        ...{ dataset: 'orders', dt, file_id: `f${n}`, region },
        ...{ landed: 9, accepted, quarantined: 9 - accepted, late: 0, newest_updated_at: null },
      })),
    );
}

const look = async (store: ObjectStore, now = '2026-11-21T05:31:00Z') =>
  (await lookForOrders({ store })({ prefix: PREFIX, run_date: DAY, now, wait_until: UNTIL })) as Looked;

describe('a night whose orders are late', () => {
  it('waits a quarter of an hour for a region that must land orders every day, and for no other', async () => {
    const store = await opened();
    expect(await look(store)).toEqual({ awaited: ['DE', 'GB'], wait: true, seconds: 900 });
    await landed(store, [{ GB: 3 }]);
    expect(await look(store)).toEqual({ awaited: ['DE'], wait: true, seconds: 900 });
    await landed(store, [{ GB: 3 }, { DE: 1 }]);
    expect(await look(store)).toEqual({ awaited: [], wait: false, seconds: 0 });
  });

  it('waits on when all orders of the region were rejected, or landed for another day', async () => {
    const store = await opened();
    await landed(store, [{ DE: 0, GB: 3 }]);
    expect((await look(store)).awaited).toEqual(['DE']);
    await landed(store, [{ DE: 1, GB: 3 }], '2026-11-19');
    expect((await look(store)).awaited).toEqual(['DE', 'GB']);
  });

  it('waits no longer than until it must be published', async () => {
    const store = await opened();
    expect(await look(store, '2026-11-21T07:50:00Z')).toMatchObject({ wait: true, seconds: 600 });
    expect(await look(store, '2026-11-21T07:59:59.500Z')).toMatchObject({ wait: true, seconds: 1 });
    expect(await look(store, UNTIL)).toEqual({ awaited: ['DE', 'GB'], wait: false, seconds: 0 });
  });
});

describe('a run that is opened again', () => {
  it('keeps its number, takes in what has landed since, and forgets shards that are no more', async () => {
    const [landing, store] = [await freshStore(), await freshStore()];
    const open = () =>
      openRun({
        ...{ landing, store, acceptSql: {}, run_date: DAY, execution: 'night' },
        policyFiles: () => readPolicyFiles(join(HOME, 'policies')),
      });
    for (let n = 0; n < 26; n++) await landing.write(`orders/dt=${DAY}/${n}.csv`, '');
    const first = await open();
    expect(first.shards).toHaveLength(2);
    for (const [n, shard] of first.shards.entries())
      await store.write(
        doneKey(shard),
        toJson([{ dataset: 'orders', dt: DAY, key: `orders/dt=${DAY}/${n}.csv`, file_id: `f${n}` }]),
      );
    for (let n = 1; n < 26; n++) await landing.delete(`orders/dt=${DAY}/${n}.csv`);
    expect(await open()).toMatchObject({ run_id: `${DAY}-001`, files: 1, shards: first.shards.slice(0, 1) });
    expect([...(await acceptedIds(store, PREFIX)).values()]).toEqual(['f0']);
  });
});

const DEFINITION = JSON.parse(
  readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8').replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:eu-west-1:0:function:$1'),
);

/** The states up to PlanRun, where this ends; the file lands after so many looks. */
async function statesOf(input: object, { lands, now }: { lands: number; now: string }): Promise<string[]> {
  const store = await opened();
  const seen: string[] = [];
  const said = (state: string, answer: (event: unknown) => unknown) => async (event: unknown) => {
    seen.push(state);
    return answer(event);
  };
  let looks = 0;
  const handlers = {
    OpenRun: said('OpenRun', () => ({ run_id: `${DAY}-001`, run_date: DAY, prefix: PREFIX, shards: ['one.json'] })),
    AcceptShard: said('AcceptShard', async () => {
      if (++looks > lands) await landed(store, [{ DE: 1, GB: 1 }]);
      return {};
    }),
    LookForOrders: said('LookForOrders', lookForOrders({ store })),
    PlanRun: said('PlanRun', () => Promise.reject(new Error('far enough'))),
    ReportFailure: async () => ({ message: 'far enough' }),
  };
  const machine = new StateMachine(DEFINITION, { validationOptions: { checkArn: false } });
  const execution = machine.run({ run_date: DAY, full: false, mails: true, ...input } as never, {
    overrides: { taskResourceLocalHandlers: handlers as never, waitTimeOverrides: { WaitForOrders: 0 } },
    context: { Execution: { Name: 'night' }, State: { EnteredTime: now } } as never,
  });
  await execution.result.catch(() => {});
  return seen;
}

describe('the workflow', () => {
  const EARLY = { lands: 2, now: '2026-11-21T05:31:00Z' };
  const once = ['OpenRun', 'AcceptShard', 'LookForOrders'];

  it('opens the same run again until the late file has landed, then goes on', async () => {
    expect(await statesOf({ wait_until: UNTIL }, EARLY)).toEqual([...once, ...once, ...once, 'PlanRun']);
  });

  it('goes on to the gate without the file once there is no time left', async () => {
    expect(await statesOf({ wait_until: UNTIL }, { lands: 2, now: UNTIL })).toEqual([...once, 'PlanRun']);
  });

  it('waits for nothing on a laptop, or when a person starts the night', async () => {
    expect(await statesOf({}, EARLY)).toEqual(['OpenRun', 'AcceptShard', 'PlanRun']);
  });
});
