import { expect, it } from 'vitest';
import { quarantineKey, receiptKey } from '../../contracts/run/keys.js';
import { rejectionSentences } from '../../lambdas/gate/rejections.js';
import { sentencesOf } from '../../lambdas/gate/sentences.js';
import { isReason } from '../../lambdas/shared/rejections.js';
import type { Region } from '../../policies/policy.js';
import { typed } from '../../wording/typed.js';
import { freshStore } from '../helpers/fresh-store.js';

const region = (code: string) => ({ code }) as Region;
const REASONS = {
  'gmv_minor: is negative; write a whole number': 1,
  'region: is not in regions.yaml; write one of DE': 9,
  'rating: is empty': 2,
  'about: is too long': 1,
};

async function rejected(now: string[], before: string[]): Promise<string[]> {
  const store = await freshStore();
  const file = { dataset: 'orders', dt: '2026-11-16', file_id: 'f1', quarantined: 13 };
  await store.write(
    receiptKey('orders', '2026-11-16', 'f1'),
    JSON.stringify({ ...file, landed: 20, accepted: 7, counts_key: 'counts', reasons: REASONS }),
  );
  const line = (number: number, ...reasons: string[]) =>
    JSON.stringify({ file: 'orders/a.csv', line: number, raw: 'x', reasons });
  await store.write(
    quarantineKey('orders', '2026-11-16', 'f1'),
    // A damaged line is passed over: what it would show are examples.
    `{"file": "ord\nnull\n${line(4, 'rating: is empty')}\n${line(7, 'region: FR is not in regions.yaml; write one of DE')}\n`,
  );
  const whole = { ...file, file_id: 'whole', quarantined: 0 };
  return rejectionSentences(store, 'orders', [whole, file, file], { now: now.map(region), before: before.map(region) });
}

it('A message on rejected rows leads with the commonest reasons, each with the first row of it', async () => {
  expect(await rejected(['DE'], ['DE'])).toEqual([
    '9 rows: region: FR is not in regions.yaml; write one of DE (such as orders/a.csv, line 7)',
    '2 rows: rating: is empty (such as orders/a.csv, line 4)',
    '1 row: about: is too long',
    'and 1 other reason',
  ]);
});

it('Where a region was taken out of regions.yaml, it is not the source that is to be mended', async () => {
  const advice = 'FR was in regions.yaml when the last run was published: put it back';
  expect((await rejected(['DE'], ['DE', 'FR'])).at(-1)).toContain(advice);
  expect((await rejected(['DE'], ['DE', 'ES'])).join('\n')).not.toContain('put it back');
});

it('What a check found is three sentences, how many more there are, and what to do', () => {
  const rows = Array.from({ length: 4 }, (_, n) => ({
    region: `R${n}`,
    run_date: new Date('2026-11-16'),
    files: n,
    landed: n - 1,
  }));
  expect(sentencesOf('region_day_without_orders', rows, 5)).toEqual([
    'R0: no order landed on 2026-11-16, and no file of orders',
    'R1: no order landed on 2026-11-16; 1 file of orders landed without a row',
    'R2: no order landed on 2026-11-16',
    'and 2 more',
  ]);
  expect(sentencesOf('orders_judged_once', [{ judged_before: 2, stood: null }], 1)).toEqual(['judged before 2, stood none']);
  const orphans = {
    dataset: 'cases',
    fits: 'order',
    unmatched: 2,
    judged: 4,
    examples: '#1 (1 landed)',
    cause: 'a prefix or suffix',
  };
  expect(sentencesOf('rows_that_fit_nothing', [orphans], 1)).toEqual([
    'cases: 2 of 4 rows fit no order that landed, such as #1 (1 landed); likely cause: a prefix or suffix',
  ]);
  expect(sentencesOf('no_orders_landed', [{ files: 0, landed: 0 }], 1)).toEqual([
    'orders: there is no file of orders up to the run date',
  ]);
});

it('A command in a message can be copied: names with spaces are quoted', () => {
  expect([typed('orders/dt=2026-11-16/a.json'), typed("it's here.json")]).toEqual([
    'orders/dt=2026-11-16/a.json',
    "'it'\\''s here.json'",
  ]);
});

it('a reason counted without the value that was found stands for each that has one', () => {
  expect(isReason('items: is not a whole number', 'items: 0.5 is not a whole number')).toBe(true);
  expect(isReason('row: is not JSON', 'row: is not JSON')).toBe(true);
  expect(isReason('items: is not a whole number', 'gmv_minor: 0.5 is not a whole number')).toBe(false);
  expect(isReason('items: is not a whole number', 'items: 0.5 is negative')).toBe(false);
  const before = 'paid_at: is before placed_at by more than a day; leave it empty';
  const found = 'paid_at: 2026-11-09 UTC is before placed_at 2026-11-10 UTC by more than a day; leave it empty';
  expect(isReason(before, found)).toBe(true);
  expect(isReason(before, found.replace('placed_at', 'sent_at'))).toBe(false);
  expect(isReason(before, found.replace('a day', 'a week'))).toBe(false);
  expect(isReason(before, found.replace('paid_at', 'lost_at'))).toBe(false);
});
