import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpack } from '../../lambdas/accept-files/unpack.js';
import { aMarketplace, csv, DAY, jsonl, order } from './landing.js';

const market = aMarketplace();
const rows = Array.from({ length: 50 }, (_, i) => order({ order_id: `o-${i}` }));

/** Bytes that DuckDB has packed with zstd. */
async function zstd({ store }: Awaited<ReturnType<typeof market.fresh>>, text: string): Promise<Buffer> {
  await store.write('plain', text);
  const path = store.url('packed');
  const lines = `read_csv('${store.url('plain')}', delim = '\x01', quote = '', escape = '', header = false, columns = { 'line': 'VARCHAR' })`;
  await market
    .duck()
    .run(`COPY (FROM ${lines}) TO '${path}' (FORMAT csv, DELIM '\x02', QUOTE '', ESCAPE '', HEADER false, COMPRESSION zstd)`);
  return readFile(path);
}

it('files packed with zstd are read as those packed with gzip, of every format', async () => {
  const fresh = await market.fresh();
  const { land } = fresh;
  expect((await land('orders', 'a.jsonl.zst', await zstd(fresh, jsonl(...rows)))).receipt).toMatchObject({
    landed: 50,
    accepted: 50,
  });
  expect((await land('orders', 'a.csv.ZST', await zstd(fresh, csv(rows)))).receipt).toMatchObject({ landed: 50, accepted: 50 });
  const many = Array.from({ length: 20_000 }, (_, i) => order({ order_id: `order ${(i * 7919) % 20_011}` }));
  const packed = await zstd(fresh, jsonl(...many));
  const twoFrames = Buffer.concat([packed, await zstd(fresh, jsonl(...rows))]);
  expect((await land('orders', 'b.jsonl.zst', twoFrames)).receipt).toMatchObject({ landed: 20_050, accepted: 20_050 });
  const cut = await land('orders', 'cut.jsonl.zst', packed.subarray(0, packed.length / 2));
  expect(cut.receipt.refused).toMatch(/the file is a zstd that ends too early; land the whole file again$/);
  expect(cut.receipt.landed).toBe(cut.receipt.quarantined);
  const torn = Buffer.concat([packed.subarray(0, 4), Buffer.alloc(2000, 0xff)]);
  expect((await land('orders', 'torn.jsonl.zst', torn)).receipt.refused).toMatch(/damaged zstd \(.+\); land the file again$/);
});

it('a file whose content is not what its name says is refused with what to do', async () => {
  const fresh = await market.fresh();
  const { land } = fresh;
  const packed = await zstd(fresh, jsonl(...rows));
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0]);
  const utf16 = Buffer.from(csv(rows), 'utf16le');
  for (const [name, body, said] of [
    ['a.jsonl', packed, 'the file is zstd; name it .jsonl.zst'],
    ['a.jsonl.gz', packed, 'the file is named .gz but is zstd; name it .zst'],
    ['a.csv.zst', gzipSync(csv(rows)), 'the file is named .zst but is gzip; name it .gz'],
    ['b.csv.zst', csv(rows), 'the file is named .zst but is not zstd; compress it, or name it without .zst'],
    [
      'a.csv.gz',
      zip,
      'the file is a zip archive or an Excel workbook; land each file or sheet in it as .csv, .jsonl or .parquet',
    ],
    ['a.csv', zip, 'the file is a zip archive or an Excel workbook; land each file or sheet in it as .csv, .jsonl or .parquet'],
    [
      'b.csv.gz',
      gzipSync(zip),
      'the file in it is a zip archive or an Excel workbook; land each file or sheet in it as .csv, .jsonl or .parquet',
    ],
    ['c.csv.gz', gzipSync(gzipSync(csv(rows))), 'the file in it is gzip; name it .csv.gz'],
    ['d.csv.gz', Buffer.from('BZh91AY'), 'the file is packed with bzip2; pack it with gzip or zstd'],
    ['e.csv', Buffer.from('PAR1...'), 'the file is Parquet; name it .parquet'],
    ['a.xlsx', zip, 'the file is a zip archive or an Excel workbook; land each file or sheet in it as .csv, .jsonl or .parquet'],
    ['f.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'the file is UTF-16; write it as UTF-8'],
    ['g.csv', utf16, 'the file is UTF-16; write it as UTF-8'],
    ['h.csv', Buffer.from(utf16).swap16(), 'the file is UTF-16; write it as UTF-8'],
    ['i.jsonl.gz', gzipSync(utf16), 'the file in it is UTF-16; write it as UTF-8'],
    ['part-1.json', jsonl(...rows), 'the file is named .json; name it .jsonl, which is read as JSON lines or as a JSON array'],
    [
      'a.ndjson.gz',
      gzipSync(jsonl(...rows)),
      'the file is named .ndjson; name it .jsonl, which is read as JSON lines or as a JSON array',
    ],
    ['orders', csv(rows), 'the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz or .zst'],
    ['sub/x.csv', csv(rows), `the file lies too deep; move it to orders/dt=${DAY}/, under a name that no other file there has`],
    [
      '_orders.csv',
      csv(rows),
      'the name begins with "_", by which desktops and jobs mark what is no data, and it holds rows; name it without that, or take it away',
    ],
    ['a.tsv', csv(rows), 'the file has no known ending; name it .jsonl, .csv or .parquet, plain or with .gz or .zst'],
  ] as const) {
    const { receipt } = await land('orders', name, body);
    expect(receipt.refused, name).toBe(`landing/orders/dt=${DAY}/${name}: ${said}`);
    expect(receipt, name).toMatchObject({ landed: 1, accepted: 0, quarantined: 1 });
  }
});

it('a refused file is looked at anew once it has the right name; under another name of the same ending it is the same file', async () => {
  const { land } = await market.fresh();
  const packed = gzipSync(jsonl(...rows));
  const refused = await land('orders', 'a.jsonl', packed);
  expect(refused.receipt.refused).toMatch(/name it \.jsonl\.gz$/);
  const mended = await land('orders', 'a.jsonl.gz', packed);
  expect(mended.receipt).toMatchObject({ landed: 50, accepted: 50 });
  expect(mended.receipt.refused).toBeUndefined();
  const renamed = await land('orders', 'b.JSONL.gz', packed);
  expect(renamed.receipt).toEqual(mended.receipt);
  const asCsv = await land('orders', 'a.csv', jsonl(...rows));
  expect(asCsv.receipt.refused).toBeTruthy();
  expect((await land('orders', 'b.jsonl', jsonl(...rows))).receipt.accepted).toBe(50);
});

it('a small file that unpacks to very much is refused, and never fills the disk', async () => {
  const fresh = await market.fresh();
  const noughts = Buffer.alloc(20 * 2 ** 20, '0');
  const { receipt } = await fresh.land('orders', 'a.jsonl.gz', gzipSync(noughts));
  expect(receipt.refused).toMatch(/the file unpacks to more than 16 MB, \d+ times its size; land its rows in smaller files$/);
  expect(receipt).toMatchObject({ landed: 1, quarantined: 1 });
  const zstandard = await zstd(fresh, `${'0'.repeat(19 * 2 ** 20)}\n`.replace(/(.{90000})/g, '$1\n'));
  expect((await fresh.land('orders', 'a.csv.zst', zstandard)).receipt.refused).toMatch(/unpacks to more than 16 MB/);

  const path = join(fresh.scratch, 'packed');
  const target = join(fresh.scratch, 'unpacked');
  const limits = { bytes: 1000, times: 2, least: 0 };
  for (const [text, packed, fits] of [
    ['a'.repeat(900), gzipSync('a'.repeat(900), { level: 0 }), true],
    ['a'.repeat(1001), gzipSync('a'.repeat(1001), { level: 0 }), false],
    ['a'.repeat(900), gzipSync('a'.repeat(900)), false],
    // A gzip that is cut as well has its rows saved, but no more of them than a whole one.
    ['a'.repeat(2000), gzipSync('a'.repeat(2000), { level: 0 }).subarray(0, -8), false],
  ] as const) {
    await writeFile(path, packed);
    const said = await unpack(path, 'gzip', target, limits);
    expect(said).toMatch(fits ? /^$/ : /unpacks to more than/);
    expect((await stat(target)).size).toBe(fits ? text.length : 0);
  }
});
