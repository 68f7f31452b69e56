import { expect, it } from 'vitest';
import { acceptShardKey, doneKey, gateKey, openedKey, policiesKey } from '../../contracts/run/keys.js';
import { reportFailure } from '../../lambdas/report-failure/report-failure.js';
import type { Mailer, Message } from '../../lambdas/shared/mailer.js';
import { freshStore } from '../helpers/fresh-store.js';

const PREFIX = 'runs/2026-11-16/001';

const STOPPED = { Error: 'GateStopped', Cause: JSON.stringify({ errorMessage: 'no_orders_landed: no order has landed at all' }) };

async function stoppedNight({ option, error = STOPPED }: { option?: string; error?: typeof STOPPED } = {}) {
  const store = await freshStore();
  const mails: Message[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
      return { kind: 'sent', messageId: 'one' };
    },
  };
  const check = { check: 'no_orders_landed', kind: 'fail', rows: 1, description: 'no order has landed at all', proof: [] };
  await store.write(
    openedKey(PREFIX),
    JSON.stringify({ execution: 'night-1', prefix: PREFIX, run_id: '2026-11-16-001', run_date: '2026-11-16' }),
  );
  await store.write(openedKey('runs/2026-11-16/002'), '{"exec');
  await store.write(gateKey(PREFIX), JSON.stringify([check]));
  await store.write(
    policiesKey(PREFIX),
    JSON.stringify({
      regions: [],
      metrics: [],
      programmes: [],
      mails: { from: 'S <s@shop.example>', operators: ['o@shop.example'] },
    }),
  );
  const shards = [
    ['a.csv', 3],
    ['b.csv', 900],
    ['c.csv', 40],
    ['d.csv', 5],
  ].map(([name, mb]) => ({
    ...{ dataset: 'orders', dt: '2026-11-16', key: `orders/dt=2026-11-16/${name}`, size: Number(mb) * 2 ** 20 },
  }));
  for (const [n, file] of shards.entries())
    await store.write(acceptShardKey(PREFIX, n + 1), JSON.stringify({ run_prefix: PREFIX, files: [file] }));
  await store.write(doneKey(acceptShardKey(PREFIX, 1)), '[]');
  const given = { store, mailer, run_date: '2026-11-16', execution: 'night-1', error, ...(option ? { option } : {}) };
  return { ...(await reportFailure(given)), mails };
}

it('a stopped night is told to its operators, with the command that runs it again where it ran', async () => {
  const { mails, message, unmailed } = await stoppedNight({ option: ' --on aws --stage dev --group europe' });
  expect({ message, unmailed }).toEqual({ message: 'no_orders_landed: no order has landed at all', unmailed: [] });
  expect(mails).toHaveLength(1);
  expect(mails[0]!.to).toBe('o@shop.example');
  expect(mails[0]!.text).toContain('npm run nightly -- --date 2026-11-16 --on aws --stage dev --group europe');
});

it('on a laptop the command needs nothing more', async () => {
  const { mails } = await stoppedNight();
  expect(mails[0]!.text).toMatch(/npm run nightly -- --date 2026-11-16\s*$/m);
});

const lambda = (error: string, errorMessage: string) => ({
  Error: error,
  Cause: JSON.stringify({ errorType: error, errorMessage }),
});

it('what one of many shards failed of reaches the operators in its own words', async () => {
  const because = 'landing/orders/dt=2026-11-16/b.csv: changed while it was read; write files beside their place';
  const { message, mails } = await stoppedNight({ error: lambda('Error', because) });
  expect(message).toBe(because);
  expect(mails[0]!.text.replaceAll(/\s+/g, ' ')).toContain(because);
});

it('of a function that was ended before it could say anything, the largest of the files that were not accepted are named', async () => {
  const { message, mails } = await stoppedNight({ error: lambda('Sandbox.Timedout', 'Task timed out after 900.00 seconds') });
  expect(message.split('\n')).toEqual([
    'Task timed out after 900.00 seconds',
    '3 of 4 shards of landed files were not accepted to their end; the largest of their 3 files:',
    'landing/orders/dt=2026-11-16/b.csv (900 MB)',
    'landing/orders/dt=2026-11-16/c.csv (40 MB)',
    'landing/orders/dt=2026-11-16/d.csv (5 MB)',
    'If one of them is too large for a function, land its rows in smaller files.',
  ]);
  expect(mails[0]!.text).toContain('landing/orders/dt=2026-11-16/b.csv (900 MB)');
});

it('an error that says what it is of names no other files', async () => {
  expect((await stoppedNight()).message).not.toContain('shards');
});
