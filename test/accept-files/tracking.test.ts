import { expect, it } from 'vitest';
import type { TrackingPolicy } from '../../policies/policy.js';
import { aMarketplace, csv, DAY, jsonl, order, REGIONS } from './landing.js';

const market = aMarketplace();
const POLICY: TrackingPolicy = {
  words_for_none: ['own van', 'xxx'],
  carriers: [{ carrier: 'royal mail', form: '[A-Z]{2}[0-9]{9}GB|[0-9]{4}' }],
};
const NUMBERS: readonly (readonly [string | null, string, boolean])[] = [
  ['Royal Mail', 'AB123456789GB', true],
  ['royal mail ', 'ab 1234 5678-9gb', true],
  ['Royal Mail', '1234', true],
  ['Royal Mail', 'AB123456789GBX', false],
  ['Royal Mail', '12345', false],
  ['Evri', '12345', true],
  [null, '12345', true],
  ['Evri', 'Own Van', false],
  [null, 'XXX', false],
  ['Evri', 'n/a', false],
];
const orders = NUMBERS.map(([carrier, tracking_number], n) => order({ order_id: `o-${n}`, carrier, tracking_number }));

it.each([
  ['a.jsonl', jsonl(...orders)],
  ['a.csv', csv(orders)],
])('a tracking number is none by the words of the policy and by the form of its carrier: %s', async (name, body) => {
  const { land, accept } = await market.fresh();
  const before = await land('orders', name, body);
  expect(before.rows.filter((row) => row.tracking_number !== null)).toHaveLength(9);
  const { rows, receipt } = await accept('orders', name, DAY, REGIONS, POLICY);
  expect(rows.map((row) => row.tracking_number !== null)).toEqual(NUMBERS.map(([, , known]) => known));
  expect(rows[1]!.tracking_number).toBe('ab 1234 5678-9gb');
  expect(receipt.file_id).not.toBe(before.receipt.file_id);
});

it('a file without carriers keeps its numbers, and of other datasets nothing depends on them', async () => {
  const { landing, accept } = await market.fresh();
  await landing.write(`orders/dt=${DAY}/a.jsonl`, jsonl(order({ tracking_number: '12345' })));
  expect((await accept('orders', 'a.jsonl', DAY, REGIONS, POLICY)).rows).toMatchObject([{ tracking_number: '12345' }]);
  const seller = { seller_id: 's', name: 'S', home_region: 'DE', joined_on: '2020-01-01', updated_at: '2026-01-01T00:00:00Z' };
  await landing.write(`sellers/dt=${DAY}/a.jsonl`, jsonl(seller));
  const plain = await accept('sellers', 'a.jsonl', DAY, REGIONS);
  expect((await accept('sellers', 'a.jsonl', DAY, REGIONS, POLICY)).receipt.file_id).toBe(plain.receipt.file_id);
});
