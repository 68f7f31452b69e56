import { expect, it } from 'vitest';
import { objectsOf, wrappedList } from '../../lambdas/accept-files/json-objects.js';
import { aMarketplace, jsonl, order } from './landing.js';

const market = aMarketplace();
const rows = Array.from({ length: 900 }, (_, i) => order({ order_id: `o-${i}`, category: 'a } { "b" \\ {' }));
const joined = (some: readonly object[], between = ''): string => some.map((row) => JSON.stringify(row)).join(between);

it.each([
  ['with nothing between them', joined(rows)],
  ['with spaces between them, and a line end at last', `${joined(rows, ' ')}\n`],
  ['in lines of many', `${joined(rows.slice(0, 400))}\r\n${joined(rows.slice(400))}\r\n`],
  ['behind lines of one each', `${jsonl(...rows.slice(0, 20))}${joined(rows.slice(20))}`],
])('objects of one line, as delivery streams write them, are a row each: %s', async (_, body) => {
  const { land } = await market.fresh();
  const { receipt, rows: accepted } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 900, accepted: 900, quarantined: 0 });
  expect(new Set(accepted.map((row) => row.order_id)).size).toBe(900);
  expect(accepted[7]).toMatchObject({ order_id: 'o-7', category: 'a } { "b" \\ {' });
});

it('one that is no order is rejected alone, in whichever line it stands', async () => {
  const { land } = await market.fresh();
  const body = `${joined(rows.slice(0, 3))}{"seller_id" "s"}${joined(rows.slice(3, 5))}\n${jsonl(rows[5]!)}${joined(rows.slice(6, 8))}{"half`;
  const { receipt, quarantine } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 10, accepted: 8, quarantined: 2 });
  expect(quarantine.map(({ line }) => line)).toEqual([1, 3]);
});

it('a line of 500 orders with commas between them is 500 rejected rows, not one', async () => {
  const { land } = await market.fresh();
  const { receipt } = await land('orders', 'a.jsonl', `${joined(rows.slice(0, 500), ',')}\n${jsonl(rows[500]!)}`);
  expect(receipt).toMatchObject({ landed: 501, accepted: 1, quarantined: 500 });
  expect(receipt.reasons).toEqual({ 'row: stands in a line with others; write one JSON object per line': 500 });
});

it('a line that is too long is one row, however many objects lie in it', async () => {
  const { land } = await market.fresh();
  const lines = Array.from({ length: 150_000 }, (_, n) => ({ n, text: `}}} of ${'x'.repeat(n % 7)}` }));
  const body = `${jsonl(order())}${JSON.stringify({ pad: 'ppp', ...order({ order_id: 'o-2' }), lines })}\n${jsonl(order({ order_id: 'o-3' }))}`;
  const { receipt } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 3, accepted: 2, quarantined: 1 });
});

it.each([
  ['short', 3],
  ['longer than any line may be', 900],
])('a list inside an object is a file whose rows nobody can count: %s', async (_, length) => {
  const { land } = await market.fresh();
  const body = `${jsonl(order())}${JSON.stringify({ orders: rows.slice(0, length) })}\n`;
  const { receipt } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ accepted: 0 });
  expect(receipt.refused).toContain(
    ': line 2 is an object around a list (orders); write the list alone, or one JSON object per line',
  );
});

it('an order that has a list of its own is one row', () => {
  expect(objectsOf('{"items":[{"a":1},{"a":2}],"order_id":"o"}')).toBeUndefined();
  expect(wrappedList('{"items":[{"a":1},{"a":2}],"order_id":"o"}')).toBeUndefined();
  expect(objectsOf('{"a":"} {"}')).toBeUndefined();
});

it('orders that are each written over many lines are one row each, counted by their place', async () => {
  const { land } = await market.fresh();
  const pretty = (one: unknown): string => JSON.stringify(one, null, 2);
  const three = [order({ order_id: 'a', category: '}\n{' }), order({ order_id: 'b' }), order({ order_id: 'c' })];
  const { receipt, rows } = await land('orders', 'a.jsonl', `\ufeff${three.map(pretty).join('\r\n')}\r\n`);
  expect(receipt).toMatchObject({ landed: 3, accepted: 3, quarantined: 0 });
  expect(rows.map(({ order_id }) => order_id)).toEqual(['a', 'b', 'c']);
  const bad = await land('orders', 'b.jsonl', `${pretty(three[0])}\n${pretty({ order_id: 'x' })},\n${pretty(three[2])}`);
  expect(bad.receipt).toMatchObject({ landed: 3, accepted: 2, quarantined: 1 });
  expect(bad.quarantine).toMatchObject([{ line: 2 }]);
});

it('where one of them does not end, nobody knows the rows behind it, and the file is refused', async () => {
  const { land } = await market.fresh();
  const cut = await land('orders', 'a.jsonl', JSON.stringify(order(), null, 2).slice(0, -2));
  expect(cut.receipt.refused).toMatch(/the file ends within an object; land the whole file again$/);
  const open = await land('orders', 'b.jsonl', `{\n${JSON.stringify(order())}\n${JSON.stringify(order())}\n`);
  expect(open.receipt.refused).toMatch(/ends within an object/);
  const list = await land('orders', 'c.jsonl', JSON.stringify({ orders: [order()] }, null, 2));
  expect(list.receipt.refused).toMatch(/object 1 is an object around a list \(orders\); write the list alone/);
});
