import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openDuck } from '../../lambdas/shared/duck.js';
import { landed, ORDERS, refused } from './tiny-source.js';

const H = 'id,placed,price\n';
const row = (id: string): string => `${id},2026-05-02,1\n`;
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin1 = Buffer.from(`${H}${row('1')}${row('Müller')}`, 'latin1');

test.each<[string, string | Record<string, string | Buffer>, unknown[]]>([
  ['ids with zeros in front and of twenty digits', H + row('007') + row('12345678901234567890'), ['007', '12345678901234567890']],
  ['UTF-8 with a byte order mark', `\ufeff${H}${row('1')}`, ['1']],
  ['UTF-16 with a byte order mark', { 'o.csv': utf16(`\ufeff${H}${row('ü')}`) }, ['ü']],
  ['UTF-16 with a byte order mark, the other way round', { 'o.csv': utf16(`\ufeff${H}${row('ü')}`).swap16() }, ['ü']],
  ['semicolons', 'id;placed;price\n1,5;2026-05-02;1\n', ['1,5']],
  ['semicolons, with a comma in the header', 'id;placed;price;name, first\n1;2026-05-02;1;x\n2;2026-05-02;1;y\n', ['1', '2']],
  ['tabs', { 'o.tsv': 'id\tplaced\tprice\n1,2\t2026-05-02\t1\n' }, ['1,2']],
  ['bars', 'id|placed|price\n1|2026-05-02|1\n', ['1']],
  ['line ends of all kinds in one file', 'id,placed,price\r\n1,2026-05-02,1\n2,2026-05-02,1\r3,2026-05-02,1', ['1', '2', '3']],
  ['line ends of CR alone', 'id,placed,price\r1,2026-05-02,1\r2,2026-05-02,1\r', ['1', '2']],
  ['blank lines', `\n${H}\n${row('1')}\n  \n${row('2')}\n`, ['1', '2']],
  ['line breaks, delimiters and quotes inside quotes', H + row('"a\r\nb, ""c"""') + row('d'), ['a\r\nb, "c"', 'd']],
  ['a quote inside an unquoted value', H + row('5" pipe'), ['5" pipe']],
  ['zero bytes', H + row('a\0b'), ['a\0b']],
  ['gzip', { 'o.csv.gz': gzipSync(H + row('1')) }, ['1']],
  ['gzip that is not named so', { 'o.csv': gzipSync(H + row('1')) }, ['1']],
])('csv is read right: %s', async (_, files, ids) => {
  const { values, read } = await landed({ files });
  expect(values).toEqual(ids);
  expect(read).toEqual([ids.length]);
});

test('zstd is read where this Node can unpack it, and refused with what to do where it cannot', async () => {
  const pack = (zlib as { zstdCompressSync?: (text: string) => Buffer }).zstdCompressSync;
  if (pack) expect((await landed({ files: { 'o.csv.zst': pack(H + row('1')) } })).values).toEqual(['1']);
  else
    expect(await refused({ files: { 'o.csv.zst': Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0, 0]) } })).toEqual([
      'FROM/o.csv.zst: is packed with zstd, which this Node cannot unpack; run zstd -d, or use Node 24',
    ]);
});

test('a zstd of several frames is read to its end', async () => {
  const pack = (zlib as unknown as { zstdCompressSync: (text: string) => Buffer }).zstdCompressSync;
  const frames = Buffer.concat([pack(H + row('1')), pack(row('2'))]);
  expect((await landed({ files: { 'o.csv.zst': frames } })).values).toEqual(['1', '2']);
});

test('a damaged gzip is refused by name', async () => {
  const torn = gzipSync(H + Array.from({ length: 500 }, (_, at) => row(String(at * 7919))).join('')).subarray(0, 600);
  expect(await refused({ files: { 'o.csv.gz': torn } })).toEqual([
    'FROM/o.csv.gz: cannot be unpacked (unexpected end of file); is it whole?',
  ]);
});

test('a Parquet file is read by its name, also where that looks like a pattern', async () => {
  const duck = await openDuck();
  const folder = await mkdtemp(join(tmpdir(), 'pattern-'));
  await duck.run(`copy (select 'p' as id, '2026-05-02' as placed, 1 as price) to '${folder}/o.parquet' (format parquet)`);
  duck.close();
  const body = await readFile(join(folder, 'o.parquet'));
  await rm(folder, { recursive: true });
  const orders = ORDERS.replace('source.o', 'source."o[1]"');
  expect((await landed({ files: { 'o[1].parquet': body }, orders })).values).toEqual(['p']);
});

test('a line of ten megabytes is read whole', async () => {
  const files = { 'o.csv': H + row('1'), 'long.csv': `a,b\n${'z'.repeat(10_000_000)},1\nz,2\n` };
  const orders = `${ORDERS} where (select max(length(a)) from source.long) = 10000000`;
  expect((await landed({ files, orders })).read).toEqual([2, 1]);
});

test('latin-1 is not guessed: the line, what probably stands there and the setting are told, and the setting works', async () => {
  expect(await refused({ files: { 'o.csv': latin1 } })).toEqual([
    'FROM/o.csv:3: is not UTF-8; if "Müller,2026-05-0" is what stands there, write  o: { encoding: windows-1252 }  in MAPPING/_sources.yaml',
    'if not, name its own encoding there, or save the file as UTF-8',
  ]);
  expect((await landed({ files: { 'o.csv': latin1 }, settings: 'o: { encoding: latin-1 }' })).values).toEqual(['1', 'Müller']);
});

test('UTF-16 without a byte order mark is refused with the setting, and read with it', async () => {
  const files = { 'o.csv': utf16(H + row('ü')) };
  expect(await refused({ files })).toEqual([
    'FROM/o.csv:1: looks like UTF-16 without a byte order mark; write  o: { encoding: utf-16le }  in MAPPING/_sources.yaml',
  ]);
  expect((await landed({ files, settings: 'o: { encoding: utf-16le }' })).values).toEqual(['ü']);
});

test('a file that is not what its setting says is refused', async () => {
  expect(
    await refused({
      files: { 'o.csv': Buffer.from([...Buffer.from(H), 0x31, 0x80, 0x2c]) },
      settings: 'o: { encoding: shift_jis }',
    }),
  ).toEqual(['FROM/o.csv: is not shift_jis from about line 1 on; mend  o: { encoding: shift_jis }  in MAPPING/_sources.yaml']);
});

test.each<[string, string, string[]]>([
  [
    'too many fields',
    `${H}${row('1')}2,2026-05-02,19,99\n3,2026-05-02,19,99\n`,
    ['FROM/o.csv:3: has 4 fields where the header has 3, and 1 more row like it; quote values that hold a ,'],
  ],
  [
    'too few fields',
    `${H}${row('1')}2,2026-05-02\n`,
    [
      'FROM/o.csv:3: has 2 fields where the header has 3; mend the row: a line break or an end may be missing',
      'if the last fields may be left out, write  o: { ragged: fill }  in MAPPING/_sources.yaml',
    ],
  ],
  [
    'a quote that does not close',
    `${H}${row('1')}2,"2026-05-02,1\nend`,
    [
      'FROM/o.csv:3: a quote that opens in column placed does not close; remove the quote, or quote the whole value and double the quotes in it',
    ],
  ],
  [
    'two stray quotes with rows between them',
    'id,placed,price,name\n1,2026-05-02,1,"Bob\n2,2026-05-02,1,Al\n3,2026-05-02,1,Cy"\n',
    [
      'FROM/o.csv:2: a quote that opens in column name is not closed on its line, and the lines after it look like rows of their own; remove the quote, or quote the whole value and double the quotes in it',
      'if the value does hold such lines, write  o: { quoted_lines: true }  in MAPPING/_sources.yaml',
    ],
  ],
  [
    'text behind a closing quote',
    `${H}1,"2026"-05-02,1\n`,
    [
      'FROM/o.csv:2: a quote that opens in column placed has "-05-02,1" behind its end; remove the quote, or quote the whole value and double the quotes in it',
    ],
  ],
  [
    'a column named twice',
    'id,placed,ID,price\n',
    [
      'FROM/o.csv:1: the header names "ID" twice (columns 1 and 3); rename one of them in the file',
      'or write  o: { skip_lines: 1, header: [id, placed, ID_2, price] }  in MAPPING/_sources.yaml',
    ],
  ],
  ['an empty file', '', ['FROM/o.csv: is empty, without even a header; export it again, or take it away']],
  [
    'two delimiters that would both do',
    'id;a,b\n1;2,3\n',
    ["FROM/o.csv:1: its columns could be separated by ',' or ';'; write  o: { delimiter: ',' }  in MAPPING/_sources.yaml"],
  ],
  [
    'a zip archive',
    'PK\x03\x04....',
    ['FROM/o.csv: is a zip archive or an Excel workbook; unpack it, or save its sheet as CSV UTF-8'],
  ],
  ['Parquet under another name', 'PAR1....', ['FROM/o.csv: is Parquet; name it o.parquet']],
  ['a header and no row', H, ['FROM: the SELECTs of MAPPING return no row of it; is --from right?', 'read: 0 rows of source.o']],
])('csv is refused with line, what was found and what to do: %s', async (_, files, lines) => {
  expect(await refused({ files })).toEqual(lines);
});

test('settings do what the messages say: ragged rows, quoted lines, a header of its own, a delimiter, types', async () => {
  const filled = { files: `${H}1,2026-05-02\n2,2026-05-02,1,,\n`, settings: 'o: { ragged: fill }' };
  const free = ORDERS.replace('price::double', 'coalesce(price::double, 0)');
  expect((await landed({ ...filled, orders: free })).values).toEqual(['1', '2']);
  expect((await refused({ ...filled, files: `${H}1,2026-05-02,1,x\n` }))[0]).toMatch(/o.csv:2: has 4 fields/);
  const quoted = { files: 'id,placed,price,name\n1,2026-05-02,1,"a\n2,3,4,5"\n', settings: 'o: { quoted_lines: true }' };
  expect((await landed(quoted)).values).toEqual(['1']);
  const header = { files: 'made today\nx,y,z\n1,2026-05-02,1\n', settings: 'o: { skip_lines: 2, header: [id, placed, price] }' };
  expect((await landed(header)).values).toEqual(['1']);
  const marked = { files: 'id#placed#price\n1,2#2026-05-02#1\n', settings: "o: { delimiter: '#' }" };
  expect((await landed(marked)).values).toEqual(['1,2']);
  const typed = { files: H + row('1'), settings: 'o: { types: { placed: moment, price: number } }' };
  const untyped = ORDERS.replaceAll('placed::timestamp', 'placed').replace('price::double', 'price');
  expect((await landed({ ...typed, orders: untyped })).values).toEqual(['1']);
});

test.each([
  ['o: { encodin: x }', /^MAPPING\/_sources.yaml: o: encodin is no setting; there are encoding, delimiter, /],
  ['o: { encoding: klingon }', /o: encoding klingon is not known; write one such as utf-8/],
  ['o: { delimiter: ";;" }', /o: delimiter must be one character/],
  ['o: 5', /o: must be settings; there are encoding/],
  ['o: { types: { plced: moment } }', /o: types names plced, which FROM\/o.csv does not have \(id, placed, price\)/],
  ['o: { types: { placed: date } }', /o: types.placed must be of columns, by name: text, whole, number, moment, day/],
  ['p: { delimiter: ";" }', /p is no source; there are o/],
  ['- o', /write one entry per source/],
  ['o: {', /is not YAML/],
])('a setting that cannot be is refused: %s', async (settings, says) => {
  expect((await refused({ files: H + row('1'), settings }))[0]).toMatch(says);
});

test.each([
  ['19,99', "write replace(replace(price, '.', ''), ',', '.')::double if the comma is a decimal one"],
  ['1.234,56', "write replace(replace(price, '.', ''), ',', '.')::double"],
  [
    '1,234',
    "write replace(replace(price, '.', ''), ',', '.')::double if the comma is a decimal one, or replace(price, ',', '')::double if it marks thousands",
  ],
  ['1,234.56', "write replace(price, ',', '')::double"],
  ['€ 19.99', "take the currency off first, as in regexp_replace(price, '[^0-9.,-]', '', 'g')"],
  ['n/a', "write nullif(price, 'n/a') if it stands for nothing"],
  ['free', 'mend it in the source, or say in the mapping what it stands for'],
])('%s as a number is refused with what to write', async (price, step) => {
  expect(await refused({ files: `${H}${row('1')}2,2026-05-02,"${price}"\n` })).toEqual([
    `FROM/o.csv:3: price is ${JSON.stringify(price)}, which MAPPING/orders.sql:4 reads as a number`,
    step,
  ]);
});

test('what a refused decimal comma is told to write reads thousands as thousands', async () => {
  const files = `id;placed;price\n1;2026-05-02;250,53\n2;2026-05-02;1.234\n3;2026-05-02;1.617,36\n`;
  const [, step] = await refused({ files });
  const written = /write (.*) if the comma is a decimal one/.exec(step!)![1]!;
  const { values } = await landed({ files, orders: ORDERS.replace('price::double', () => written) }, 'gmv_minor');
  expect(values.map(Number)).toEqual([25053, 123400, 161736]);
  const half = ORDERS.replace('price::double', "replace(price, ',', '.')::double");
  expect(await refused({ files, orders: half })).toEqual([
    '"1.617.36", which MAPPING/orders.sql:4 reads as a number',
    "its first points mark thousands; take them out before the comma becomes a point: replace(replace(x, '.', ''), ',', '.')::double",
  ]);
});

test('what lies in the folder and is not read is said, with what to do about a workbook', async () => {
  const { notes } = await landed({
    files: { 'o.csv': H + row('1'), 'p.xlsx': 'PK', 'readme.txt': 'hello', '._o.csv': '\0', '.x.txt': '' },
  });
  expect(notes).toEqual(['FROM: not read: ._o.csv, .x.txt, p.xlsx, readme.txt; save each sheet as CSV UTF-8 to have it read']);
  expect(await refused({ files: { 'o.xlsx': 'PK' } })).toEqual([
    'FROM: holds no .parquet, .csv, .jsonl or .json file; is --from right?',
    'it holds o.xlsx; save each sheet as CSV UTF-8 to have it read',
  ]);
});
