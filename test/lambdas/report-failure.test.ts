import { expect, it } from 'vitest';
import { gateKey, openedKey, policiesKey } from '../../contracts/run/keys.js';
import { reportFailure } from '../../lambdas/report-failure/report-failure.js';
import type { Mailer, Message } from '../../lambdas/shared/mailer.js';
import { freshStore } from '../helpers/fresh-store.js';

const PREFIX = 'runs/2026-11-16/001';

async function stoppedNight(option?: string) {
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
  const error = { Error: 'GateStopped', Cause: JSON.stringify({ errorMessage: 'no_orders_landed: no order has landed at all' }) };
  const given = { store, mailer, run_date: '2026-11-16', execution: 'night-1', error, ...(option ? { option } : {}) };
  return { ...(await reportFailure(given)), mails };
}

it('a stopped night is told to its operators, with the command that runs it again where it ran', async () => {
  const { mails, message, unmailed } = await stoppedNight(' --on aws --stage dev --group europe');
  expect({ message, unmailed }).toEqual({ message: 'no_orders_landed: no order has landed at all', unmailed: [] });
  expect(mails).toHaveLength(1);
  expect(mails[0]!.to).toBe('o@shop.example');
  expect(mails[0]!.text).toContain('npm run nightly -- --date 2026-11-16 --on aws --stage dev --group europe');
});

it('on a laptop the command needs nothing more', async () => {
  const { mails } = await stoppedNight();
  expect(mails[0]!.text).toMatch(/npm run nightly -- --date 2026-11-16\s*$/m);
});
