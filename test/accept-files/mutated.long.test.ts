import zlib, { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { byLibrary, byNode, unzstd } from '../../lambdas/accept-files/unpack.js';
import { aMarketplace, csv, jsonl, order } from './landing.js';

/** What mutated files have shown, each as small as it can be. */
const market = aMarketplace();

/** A zstd frame that packs nothing: its one block is the text as it is. */
function storedFrame(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(bytes.length, 5);
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3);
  return Buffer.concat([head, bytes]);
}
const passedOver = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

async function unpacked(bytes: Buffer, step: number, unpacker: typeof byNode | undefined): Promise<string> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  }
  const parts: Uint8Array[] = [];
  for await (const part of unzstd(1000, unpacker)(chunks())) parts.push(part);
  return Buffer.concat(parts).toString();
}

it('in a file of CR alone, a text of two lines keeps its own line end, in the last row too', async () => {
  const { land } = await market.fresh();
  const rows = [order({ order_id: 'o-1', cancel_reason: 'two\nlines' }), order({ order_id: 'o-2', cancel_reason: 'two\nlines' })];
  const { rows: accepted } = await land('orders', 'a.csv', csv(rows).replaceAll('\n', '\r'));
  expect(accepted.map((row) => row.cancel_reason)).toEqual(['two\rlines', 'two\rlines']);
});

it('a line of nothing but spaces is no row, however long it is', async () => {
  const { land } = await market.fresh();
  const { receipt } = await land('orders', 'a.jsonl', `${jsonl(order())}${' '.repeat(200)}\n`);
  expect(receipt).toMatchObject({ landed: 1, accepted: 1 });
});

it('an array whose row has lost its opening brace loses that row alone', async () => {
  const { land } = await market.fresh();
  const rows = ['o-1', 'o-2', 'o-3', 'o-4'].map((order_id) => order({ order_id }));
  const text = JSON.stringify(rows).replace('},{', '},');
  const { rows: accepted, receipt } = await land('orders', 'a.jsonl', text);
  expect(accepted.map((row) => row.order_id)).toEqual(['o-1', 'o-3', 'o-4']);
  expect(receipt.landed).toBe(receipt.accepted + Object.keys(rows[1]!).length);
});

it('rows behind a gzip and its padding are not lost in silence', async () => {
  const { land } = await market.fresh();
  const packed = gzipSync(jsonl(order()));
  expect((await land('orders', 'a.jsonl.gz', Buffer.concat([packed, Buffer.alloc(300)]))).receipt.accepted).toBe(1);
  const more = Buffer.concat([packed, Buffer.alloc(300), gzipSync(jsonl(order({ order_id: 'o-2' })))]);
  const { receipt } = await land('orders', 'b.jsonl.gz', more);
  expect(receipt.refused).toMatch(
    /the file is a gzip with something behind it that is not packed; pack all of it, and land the file again$/,
  );
  expect(receipt.accepted).toBe(0);
});

it('a zstd is read frame by frame, wherever its pieces begin; frames without data are passed over', async () => {
  const packed = Buffer.concat([passedOver, storedFrame('one\n'), storedFrame(''), passedOver, storedFrame('two\n'), passedOver]);
  for (const unpacker of [byLibrary, ...('createZstdDecompress' in zlib ? [byNode] : [])])
    for (let step = 1; step <= packed.length; step++) expect(await unpacked(packed, step, unpacker)).toBe('one\ntwo\n');
  const { land } = await market.fresh();
  const { receipt } = await land('orders', 'a.jsonl.zst', Buffer.concat([passedOver, storedFrame(jsonl(order()))]));
  expect(receipt).toMatchObject({ landed: 1, accepted: 1 });
});

it('a zstd that is cut, or has something behind it, is refused', async () => {
  const packed = storedFrame('one\n');
  for (const unpacker of [byLibrary, ...('createZstdDecompress' in zlib ? [byNode] : [])]) {
    await expect(unpacked(packed.subarray(0, -1), 100, unpacker)).rejects.toThrow('unexpected end');
    for (const behind of ['x', 'rows that are not packed'])
      await expect(unpacked(Buffer.concat([packed, Buffer.from(behind)]), 7, unpacker)).rejects.toThrow(
        /behind its last frame|unexpected end/,
      );
  }
});

it.runIf('createZstdDecompress' in zlib)('a zstd whose check does not fit what it holds is refused', async () => {
  const { land } = await market.fresh();
  const packed = zlib.zstdCompressSync(jsonl(order()), { params: { [zlib.constants.ZSTD_c_checksumFlag]: 1 } });
  expect((await land('orders', 'a.jsonl.zst', packed)).receipt.accepted).toBe(1);
  packed[packed.length - 1]! ^= 1;
  expect((await land('orders', 'b.jsonl.zst', packed)).receipt.refused).toMatch(
    /the file is a damaged zstd \(what it holds is not what was packed\); land the file again$/,
  );
});

const PARQUET = `SELECT 's' AS seller_id, 'o-' || i AS order_id, CASE i WHEN 1 THEN 'XX' ELSE 'DE' END AS region, 'seller' AS fulfilment,
  TIMESTAMP '2026-01-05 16:00:00' AS placed_at, i AS gmv_minor, 'EUR' AS currency, TIMESTAMP '2026-01-06 03:00:00' AS updated_at,
  CAST('\\xFF\\xFE' AS BLOB) AS signature FROM range(3) AS t(i)`;

it('bytes in a column that nobody asked for harm nobody, not even where a row of them is shown', async () => {
  const { landParquet } = await market.fresh();
  const { receipt, quarantine } = await landParquet('orders', 'a.parquet', PARQUET);
  expect(receipt).toMatchObject({ landed: 3, accepted: 2, quarantined: 1, extra_columns: ['signature'] });
  expect(JSON.parse(quarantine[0]!.raw)).toMatchObject({ order_id: 'o-1', region: 'XX' });
});

it('what is wrong with a Parquet file is told in words for people', async () => {
  const { land, landParquet, landing } = await market.fresh();
  await landParquet('orders', 'good.parquet', PARQUET.replace(/,\s+CAST\('\\x.*signature/, ''));
  const good = (await landing.read('orders/dt=2026-01-06/good.parquet'))!.body;
  const footer = good.readUInt32LE(good.length - 8);
  const damaged = Buffer.from(good);
  damaged.fill(0xff, good.length - 8 - footer, good.length - 8);
  const torn = Buffer.from(good);
  torn.fill(0xff, 30, 60);
  const said: [string, Buffer, RegExp][] = [
    [
      'a',
      Buffer.concat([good.subarray(0, -4), Buffer.from('PARE')]),
      /: the file is encrypted Parquet; write it again without encryption$/,
    ],
    [
      'b',
      good.subarray(0, -20),
      /: the file is not readable as Parquet \(it does not begin and end as such a file does\); write it again$/,
    ],
    ['c', damaged, /: the file is not readable as Parquet \(its footer is damaged\); write it again$/],
    ['d', torn, /: the file is damaged Parquet \(its rows cannot be read\); write it again$/],
  ];
  for (const [name, bytes, words] of said)
    expect((await land('orders', `${name}.parquet`, bytes)).receipt.refused).toMatch(words);
});

it('a csv header that holds noughts refuses its file, and ends nothing', async () => {
  const { land } = await market.fresh();
  const { receipt } = await land('orders', 'a.csv', `a\0,a\0\n${csv([order()])}`);
  expect(receipt.refused).toMatch(/the header cannot be read; write column names separated by commas, in UTF-8$/);
  expect(receipt.accepted).toBe(0);
});
