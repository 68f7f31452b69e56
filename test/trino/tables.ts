import { createHash } from 'node:crypto';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { SourceFiles } from '../../lambdas/shared/query-engine.js';
import { query } from './client.js';

export interface Column {
  name: string;
  /** As SQL names it in both engines: VARCHAR, BIGINT, ... */
  sql: string;
}

/** Types that a Glue table of this project may have, and what Trino calls them under Athena's settings. */
const TRINO_TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'varchar',
  BIGINT: 'bigint',
  INTEGER: 'integer',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp(3)',
};

/** Undefined for a type that tables here do not have. */
export const trinoType = (column: Column): string | undefined => TRINO_TYPES[column.sql];

export const inSql = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const parquetOf = (files: readonly string[]): string => `read_parquet([${files.map(inSql).join(', ')}])`;

export async function describeParquet(duck: Duck, files: readonly string[]): Promise<Column[]> {
  const rows = await duck.run(`DESCRIBE SELECT * FROM ${parquetOf(files)}`);
  return rows.map((row) => ({ name: String(row.column_name), sql: String(row.column_type) }));
}

interface Given {
  url: string;
  duck: Duck;
  /** Where an object of the store lies. */
  path: (key: string) => string;
}

/** A schema of its own with external tables, one per distinct list of Parquet files. */
export class Tables {
  private readonly made = new Set<string>();

  private constructor(
    private readonly given: Given,
    private readonly folder: string,
    readonly schema: string,
  ) {}

  static async in(scratch: string, given: Given): Promise<Tables> {
    const folder = join(scratch, 'tables');
    await mkdir(folder, { recursive: true });
    const schema = `hive.night_${createHash('sha256').update(scratch).digest('hex').slice(0, 12)}`;
    await query(given.url, `CREATE SCHEMA ${schema}`);
    return new Tables(given, folder, schema);
  }

  nameOf(source: SourceFiles): string {
    const mark = createHash('sha256')
      .update([source.dataset, ...source.files].join('\n'))
      .digest('hex')
      .slice(0, 16);
    return `${this.schema}.${source.dataset}_${mark}`;
  }

  /** Makes the table of a source unless it is there. Columns: the contract's for what was accepted, else those of the files. */
  async make(source: SourceFiles): Promise<void> {
    const { url, duck, path } = this.given;
    const name = this.nameOf(source);
    if (this.made.has(name)) return;
    const files = source.files.map(path);
    const folder = join(this.folder, name);
    await mkdir(folder, { recursive: true });
    for (const [nth, file] of files.entries()) {
      const here = join(folder, `${nth}.parquet`);
      await link(file, here).catch(() => copyFile(file, here));
    }
    const columns = columnsOf(source) ?? (await describeParquet(duck, files));
    const listed = columns.map((c) => `${c.name} ${trinoType(c)}`).join(', ');
    await query(
      url,
      `CREATE TABLE ${name} (${listed}) WITH (format = 'PARQUET', external_location = ${inSql(`local://${folder}`)})`,
    );
    this.made.add(name);
  }
}

function columnsOf(source: SourceFiles): Column[] | undefined {
  if (source.kind === 'counts') return [...COUNT_COLUMNS];
  if (source.kind === 'accepted' || source.kind === 'accepted_news') return acceptedColumns(LANDING[source.dataset]!);
  return undefined;
}
