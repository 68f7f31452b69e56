import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDuck } from '../../lambdas/shared/duck.js';
import { refused } from './tiny-source.js';

/** What mutated sources have shown, each as small as it can be. */

/** Bytes of a Parquet file of three texts, written without compression. */
async function parquet(): Promise<Buffer> {
  const path = join(tmpdir(), `mutated-import-${process.pid}.parquet`);
  const duck = await openDuck();
  await duck.run(
    `COPY (SELECT 'order ' || i AS id, '2026-01-05 10:00:00' AS placed, '1.5' AS price FROM range(50) AS t(i)) TO '${path}' (FORMAT parquet, COMPRESSION gzip)`,
  );
  duck.close();
  return readFile(path);
}

it.each([
  ['a record without a key', { 'o.jsonl': '{}\n' }, 'FROM/o.jsonl: has no record with a key; export it again, or take it away'],
  [
    'a key without a name',
    { 'o.jsonl': '{"id":"1","":2}\n' },
    'FROM/o.jsonl: has the key "", which SQL cannot name; give it a name in the file, or take it out',
  ],
  [
    'a record that is a text',
    { 'o.jsonl': '{"id":"1"}\n"x"\n' },
    'FROM/o.jsonl: record 2 is a text, not an object; write one object per record',
  ],
  [
    'a header that is no text',
    { 'o.csv': 'id,\0placed,price\n1,2,3\n' },
    'FROM/o.csv:1: the header names "\\u0000placed", which holds a nought and is no name; is it a csv file?',
  ],
])('a source is refused with what was found: %s', async (_, files, says) => {
  expect((await refused({ files }))[0]).toBe(says);
});

it('a column that the source lacks is told by its name, also where the SELECT gives another column that name', async () => {
  const orders = `select id as order_id, upper(seller_id) as seller_id, date '2026-06-01' as landed_on from source.o`;
  expect(await refused({ files: 'id,"placed\nat"\n1,2\n', orders })).toEqual([
    'MAPPING/orders.sql: reads the column seller_id, which no source has that it reads',
    'source.o has id, "placed\\nat"',
  ]);
});

it('damaged Parquet is told by its file and in words for people, wherever the damage is', async () => {
  const good = await parquet();
  const torn = Buffer.from(good);
  torn.fill(0xff, 40, 100);
  for (const [bytes, says] of [
    [
      good.subarray(0, -9),
      'FROM/o.parquet: the file is not readable as Parquet (it does not begin and end as such a file does); write it again',
    ],
    [torn, 'FROM/o.parquet: the file is damaged Parquet (its rows cannot be read); write it again'],
  ] as const)
    expect((await refused({ files: { 'o.parquet': bytes } }))[0]).toBe(says);
});
