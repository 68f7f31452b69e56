import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDuck } from '../../lambdas/shared/duck.js';
import { landed, ORDERS, refused } from './tiny-source.js';

const record = (id: string): string => `{"id": ${id}, "placed": "2026-05-02", "price": 19.99}\n`;
const json = (...ids: string[]) => ({ 'o.jsonl': ids.map(record).join('') });

test.each<[string, Record<string, string | Buffer>, string[]]>([
  ['ids of twenty digits', json('12345678901234567890', '7'), ['12345678901234567890', '7']],
  ['ids of nineteen digits', json('9223372036854775807', '7'), ['7', '9223372036854775807']],
  [
    'ids of more digits than any whole number has',
    json('123456789012345678901234567', '7'),
    ['123456789012345678901234567', '7'],
  ],
  ['ids that are numbers here and texts there', json('1', '"A"'), ['1', 'A']],
  ['texts that look like numbers', json('"007"'), ['007']],
  ['an array', { 'o.json': `[${record('1')},${record('2')}]` }, ['1', '2']],
  ['UTF-16', { 'o.jsonl': Buffer.from(`\ufeff${record('"ü"')}`, 'utf16le') }, ['ü']],
])('json is read right: %s', async (_, files, ids) => {
  const { values, read } = await landed({ files }, 'order_id');
  expect(values.sort()).toEqual(ids);
  expect(read).toEqual([ids.length]);
});

test('dates in json are texts, and are not guessed either', async () => {
  expect(await refused({ files: { 'o.jsonl': record('1').replace('2026-05-02', '02/05/2026') } })).toEqual([
    'FROM/o.jsonl row 1: placed is "02/05/2026", which MAPPING/orders.sql:3 reads as a moment as ISO writes it (2026-01-31 17:00:00)',
    "could be day/month or month/day: write strptime(placed, '%d/%m/%Y') for day/month (2 May 2026), or strptime(placed, '%m/%d/%Y') for month/day (5 February 2026)",
  ]);
});

test.each<[string, Record<string, string | Buffer>, RegExp]>([
  [
    'a key twice',
    { 'o.jsonl': '{"id":1,"id":2}\n' },
    /^FROM\/o.jsonl: record 1 has the key id twice; which one holds cannot be told/,
  ],
  ['keys that differ in case', { 'o.jsonl': '{"id":1,"ID":2}\n' }, /o.jsonl: has the keys ID in small and capital letters/],
  ['a line that is no JSON', { 'o.jsonl': `${record('1')}{"id": 2\n` }, /^FROM\/o.jsonl:2: is not JSON: "\{\\"id\\": 2"/],
  ['an array that breaks', { 'o.json': '[\n{"id":1},\n{"id" 2}\n]' }, /^FROM\/o.json:3: is not JSON at /],
  ['a list where a record is due', { 'o.jsonl': `${record('1')}[1]\n` }, /o.jsonl: record 2 is a list, not an object/],
  ['no record at all', { 'o.jsonl': '' }, /o.jsonl: is empty, without a record/],
  ['latin-1', { 'o.jsonl': Buffer.from(record('"ü"'), 'latin1') }, /o.jsonl:1: is not UTF-8; if .* encoding: windows-1252/],
])('json is refused with what was found: %s', async (_, files, says) => {
  expect((await refused({ files }))[0]).toMatch(says);
});

test('an id that is a floating-point number is refused, as it stands and cast to text', async () => {
  expect((await refused({ files: json('1001.0') }))[0]).toMatch(
    /returns order_id as DOUBLE, but it is text; cast it through an exact type/,
  );
  const cast = ORDERS.replace('id as', 'id::varchar as');
  expect(await refused({ files: json('1001.0'), orders: cast })).toEqual([
    'MAPPING/orders.sql: returns order_id "1001.0" (FROM/o.jsonl row 1, column id): an id that went through a floating-point number',
    'write id::bigint::varchar if all have at most 15 digits; beyond that digits are lost: export them as text',
  ]);
  expect((await landed({ files: json('1001.0'), orders: ORDERS.replace('id as', 'id::bigint::varchar as') })).values).toEqual([
    '1001',
  ]);
});

test('the same of Parquet: ids as DOUBLE are refused, and shortened ones when they come as text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doubles-'));
  const duck = await openDuck();
  await duck.run(
    `copy (select 112233445566778899.0::double as id, '2026-05-02' as placed, 1.0 as price) to '${folder}/o.parquet' (format parquet)`,
  );
  duck.close();
  const files = { 'o.parquet': await readFile(join(folder, 'o.parquet')) };
  await rm(folder, { recursive: true });
  expect((await refused({ files }))[0]).toMatch(/returns order_id as DOUBLE/);
  expect((await refused({ files, orders: ORDERS.replace('id as', 'id::varchar as') }))[0]).toMatch(
    /returns order_id "1\.122334455667789e\+17" \(FROM\/o.parquet row 1, column id\): a spreadsheet or a floating-point number has shortened it/,
  );
});

test('an id that a spreadsheet shortened is refused: its last digits are lost', async () => {
  expect(await refused({ files: 'id,placed,price\n1,2026-05-02,1\n1.08E+14,2026-05-02,1\n' })).toEqual([
    'MAPPING/orders.sql: returns order_id "1.08E+14" (FROM/o.csv:3, column id): a spreadsheet or a floating-point number has shortened it, and its last digits are lost',
    'export it again as text (in Excel: format the column as text before the ids are entered or loaded)',
  ]);
});
