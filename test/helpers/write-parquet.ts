import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column } from '../../contracts/columns.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

let duck: Promise<Duck> | undefined;
/** Files written so far, by columns and rows: most tests of a file write the same run. */
const written = new Map<string, Promise<Buffer>>();

/**
 * Writes plain rows as typed Parquet, with the columns of a contract and in the order given. Days are YYYY-MM-DD, moments ISO 8601 or Date.
 * A row with a column the contract does not know, or without one that it requires, is refused.
 */
export async function writeParquet(
  store: ObjectStore,
  key: string,
  columns: readonly Pick<Column, 'name' | 'sql' | 'required'>[],
  rows: readonly object[],
): Promise<void> {
  const known = new Set(columns.map((column) => column.name));
  rows.forEach((row, n) => {
    for (const name of Object.keys(row))
      if (!known.has(name)) throw new Error(`${key} row ${n + 1}: no column ${name} in the contract`);
    for (const { name, required } of columns)
      if (required && ((row as Record<string, unknown>)[name] ?? null) === null)
        throw new Error(`${key} row ${n + 1}: ${name} is missing`);
  });
  const same = JSON.stringify([columns.map(({ name, sql }) => [name, sql]), rows]);
  const bytes = written.get(same) ?? parquetOf(columns, rows);
  written.set(same, bytes);
  await store.write(key, await bytes);
}

async function parquetOf(columns: readonly Pick<Column, 'name' | 'sql'>[], rows: readonly object[]): Promise<Buffer> {
  const scratch = await mkdtemp(join(tmpdir(), 'parquet-'));
  try {
    const types = columns.map((column) => `${quoted(column.name)}: ${quoted(column.sql)}`).join(', ');
    const source = join(scratch, 'rows.jsonl');
    await writeFile(source, rows.map((row, n) => JSON.stringify({ ...row, __n: n })).join('\n'));
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    const from = rows.length
      ? `read_json(${quoted(source)}, format = 'newline_delimited', columns = {${types}, '__n': 'BIGINT'}) ORDER BY __n`
      : `(SELECT ${columns.map((column) => `CAST(NULL AS ${column.sql}) AS "${column.name}"`).join(', ')}) WHERE 1 = 0`;
    const target = join(scratch, 'rows.parquet');
    duck ??= openDuck();
    await (await duck).run(`COPY (SELECT ${names} FROM ${from}) TO ${quoted(target)} (FORMAT parquet, COMPRESSION zstd)`);
    return await readFile(target);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
