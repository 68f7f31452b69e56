import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../cli/run.js';
import { landed, ORDERS, refused, tiny } from './tiny-source.js';

const rows = (n: number): string =>
  `id,placed,price\n${Array.from({ length: n }, (_, at) => `${at + 1},2026-05-02,1\n`).join('')}`;
const oneWrong = ORDERS.replace("'seller' as fulfilment", "case when id = '7' then 'shop' else 'seller' end as fulfilment");

test('what a night would leave out stops the import where it is more than the contract allows', async () => {
  const given = { files: rows(10), orders: oneWrong };
  expect(await refused(given)).toEqual([
    'MAPPING/orders.sql: 1 of 10 rows would be left out by a night (10 %; orders may lose 2 %)',
    'fulfilment: is not one of seller, platform (1 row, such as "shop")',
  ]);
});

test('and is said where it is less; the rows land all the same, to be shown by the night', async () => {
  const { values, notes } = await landed({ files: rows(100), orders: oneWrong });
  expect(values).toHaveLength(100);
  expect(notes).toEqual([
    'MAPPING/orders.sql: 1 of 100 rows would be left out by a night (1 %; orders may lose 2 %)',
    'fulfilment: is not one of seller, platform (1 row, such as "shop")',
  ]);
});

test('the commonest reason is told first', async () => {
  const both = oneWrong.replace('id as order_id', "id as order_id, case when id <> '7' then 'me' end as cancelled_by");
  const [, first, second] = await refused({ files: rows(10), orders: both });
  expect(first).toMatch(/^cancelled_by: .*\(9 rows, such as "me"\)$/);
  expect(second).toMatch(/^fulfilment: .*\(1 row, such as "shop"\)$/);
});

test('a value that is left out is shown with the line of the source that it comes from', async () => {
  const missing = ORDERS.replace('id as order_id', 'id as order_id, id as cancelled_by');
  expect((await refused({ files: rows(3), orders: missing }))[1]).toMatch(
    /^cancelled_by: is not one of buyer, .* \(3 rows, such as "1" \(FROM\/o.csv:2, column id\)\)$/,
  );
});

test('of several columns that hold the value, the one is shown that the mapping reads there', async () => {
  const files = 'id,by,placed,paid,price,cancelled by\n1,Shop,05.02.2026,05.02.2026,1,Shop\n2,,05.02.2026,05.02.2026,1,Shop\n';
  const words = ORDERS.replaceAll('placed::timestamp', "strptime(paid, '%d.%m.%Y')").replace(
    'id as order_id',
    'id as order_id,\n  "cancelled by" as cancelled_by',
  );
  expect((await refused({ files, orders: words }))[1]).toMatch(/such as "Shop" \(FROM\/o.csv:2, column cancelled by\)\)$/);
  expect(await refused({ files, orders: ORDERS.replaceAll('placed::timestamp', 'paid::timestamp') })).toEqual([
    'FROM/o.csv:2: paid is "05.02.2026", which MAPPING/orders.sql:3 reads as a moment as ISO writes it (2026-01-31 17:00:00)',
    expect.stringContaining("write strptime(paid, '%d.%m.%Y') for day/month"),
  ]);
});

test('a column whose name SQL must quote is quoted in what is told to write', async () => {
  const files = 'id,placed-at,price\n1,2026-05-02T10:00:00+02:00,1\n';
  const orders = ORDERS.replaceAll('placed::timestamp', '"placed-at"::timestamp');
  expect((await refused({ files, orders }))[1]).toMatch(/^write "placed-at"::timestamptz: /);
});

test('an exemption may name a metric that is not built in: the import says that the policy must declare it', async () => {
  const { import: run, options } = await tiny({ files: rows(1) });
  const exemptions = `select 'e1' as exemption_id, 'late_dispatch, broken_box' as metrics, '1' as order_id, 'storm' as reason, 'us' as decided_by,
    placed::timestamp as decided_at, placed::timestamp as updated_at, placed::date as landed_on from source.o`;
  await writeFile(join(options.mapping, 'exemptions.sql'), exemptions);
  expect((await run()).notes).toEqual([
    'exemptions name the metric "broken_box", which is not built in; metrics.yaml must declare it',
  ]);
});

test('a mapping reads the files of --from and no others, and cannot leave the brackets it is put into', async () => {
  const given = { files: rows(1) };
  expect(await refused({ ...given, orders: "select * from read_text('/etc/hostname')" })).toEqual([
    'MAPPING/orders.sql:1: reads a file by its own path; a mapping reads the files of --from only, as source.<name>',
  ]);
  expect((await refused({ ...given, orders: "select 1) ; copy (select 1) to '/tmp/x'; from (select 1" }))[0]).toMatch(
    /MAPPING\/orders.sql:1: Parser Error: syntax error at or near "\)"/,
  );
  expect((await refused({ ...given, orders: 'select 1; select 2' }))[0]).toMatch(/holds something other than one SELECT/);
});

test('what a killed import left beside the landing is removed and said; that of one under way is left alone', async () => {
  const { import: run, root, options, named } = await tiny({ files: rows(1) });
  const dead = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [`${dead}-killed`, `${process.pid}-busy`, 'odd']) {
    await mkdir(`${options.to}.partial-${name}`);
    await writeFile(join(`${options.to}.partial-${name}`, 'orders.jsonl'), '');
  }
  expect((await run()).notes.map(named)).toEqual([
    `ROOT/landing.partial-${dead}-killed: removed; an import that was stopped half-way had left it`,
    'ROOT/landing.partial-odd: left by another import; remove it if none is under way',
  ]);
  expect((await readdir(root)).filter((name) => name.includes('partial'))).toEqual([
    `landing.partial-${process.pid}-busy`,
    'landing.partial-odd',
  ]);
});

test('a refused import lands nothing, and the same command lands everything once the source is mended', async () => {
  const { import: run, options } = await tiny({ files: `${rows(2)}3,2026-05-02\n` });
  await expect(run()).rejects.toThrow(/o.csv:4: has 2 fields/);
  expect(existsSync(options.to)).toBe(false);
  await writeFile(join(options.from, 'o.csv'), rows(3));
  expect((await run()).datasets[0]?.rows).toBe(3);
});

test("the engine's own words are shown under --debug alone, and the exit code is 2", async () => {
  const { options } = await tiny({ files: 'id,placed,price\n1,02/05/2026,1\n' });
  const said = async (...more: string[]) => {
    const lines: string[] = [];
    const { error } = console;
    console.error = (...what: unknown[]) =>
      lines.push(what.map((one) => (one instanceof Error ? String(one.cause) : one)).join(' '));
    try {
      const code = await run(['import', '--mapping', options.mapping, '--from', options.from, '--to', options.to, ...more]);
      return { code, lines };
    } finally {
      console.error = error;
    }
  };
  const plain = await said();
  expect(plain).toMatchObject({
    code: 2,
    lines: [/o.csv:2: placed is/, /could be day/].map((like) => expect.stringMatching(like)),
  });
  expect(plain.lines.join()).not.toContain('Conversion Error');
  expect((await said('--debug')).lines[2]).toContain('Conversion Error: invalid timestamp field format');
});
