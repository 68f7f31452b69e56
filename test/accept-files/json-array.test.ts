import { expect, it } from 'vitest';
import { aMarketplace, jsonl, order } from './landing.js';

const market = aMarketplace();
const rows = Array.from({ length: 4000 }, (_, i) => order({ order_id: `o-${i}`, category: '[a], {b}, "c" \\ d\n' }));

it.each([
  ['on one line', JSON.stringify(rows)],
  ['one object per line', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`],
  [
    'written over many lines, with a byte order mark and Windows line ends',
    `\ufeff ${JSON.stringify(rows, null, 2).replaceAll('\n', '\r\n')}\r\n`,
  ],
  [
    'of which every line is one',
    rows.map((row) => `[${JSON.stringify(row)}, ${JSON.stringify({ ...row, order_id: 'x' })}]`).join('\n'),
  ],
  ['behind which lines follow', `[${JSON.stringify(rows[0])}]\n${jsonl(...rows.slice(1))}`],
])('the objects of a JSON array are its rows: an array %s', async (_, body) => {
  const { land } = await market.fresh();
  const { receipt, rows: accepted } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ quarantined: 0, accepted: body.includes('"x"') ? 2 * rows.length : rows.length });
  expect(accepted[0]).toMatchObject({ order_id: 'o-0', category: rows[0]!.category });
});

it('arrays among lines are rows too, and an empty array has none', async () => {
  const { land } = await market.fresh();
  const [a, b, c] = rows as [object, object, object];
  expect((await land('orders', 'a.jsonl', `${jsonl(a)}${JSON.stringify([b, c])}\n`)).receipt).toMatchObject({
    landed: 3,
    accepted: 3,
  });
  expect((await land('orders', 'b.jsonl', ' [ ]\n')).receipt).toMatchObject({ landed: 0, accepted: 0 });
});

it('an element that is no order is rejected alone, by its place in the array', async () => {
  const { land } = await market.fresh();
  const body = `[${JSON.stringify(order())}, 17, {"seller_id" "s"}, "a\nb", ${JSON.stringify(order({ category: 'x'.repeat(200_000) }))}, [1, {}], ${JSON.stringify(order())}]`;
  const { receipt, quarantine } = await land('orders', 'a.jsonl', body);
  expect(receipt).toMatchObject({ landed: 7, accepted: 2, quarantined: 5 });
  expect(quarantine.map((row) => [row.line, ...row.reasons])).toEqual([
    [2, 'row: is JSON but not an object; write one JSON object per line'],
    [3, 'row: is not JSON; write one JSON object per line'],
    [4, 'row: has a control character; escape it or leave it out'],
    [5, 'row: is longer than 131072 bytes'],
    [6, 'row: is JSON but not an object; write one JSON object per line'],
  ]);
});

it('an array that does not end is refused whole, and the rows in it are kept in quarantine', async () => {
  const { land } = await market.fresh();
  const whole = JSON.stringify(rows.slice(0, 10));
  const { receipt } = await land('orders', 'a.jsonl', whole.slice(0, -300));
  expect(receipt.refused).toMatch(/the file is a JSON array that does not end; land the whole file again$/);
  expect(receipt).toMatchObject({ landed: 9, accepted: 0, quarantined: 9 });
});
