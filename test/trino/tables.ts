import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { INPUT_COLUMNS } from '../../contracts/run/inputs.js';
import { acceptedFolder, countsFolder, inputFilesKey, teamOfKey } from '../../contracts/run/keys.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { landedColumns, rowsOfInputs } from '../../lambdas/shared/landed-rows.js';
import { isLanded, type LandedRows, type RunRows, type SourceRows } from '../../lambdas/shared/query-engine.js';
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
/** Of files for teams the region is in their folder's name; SQL has it as its last column. */
export const parquetOf = (files: readonly string[]): string => {
  const forTeams = files.some((file) => teamOfKey(file) !== undefined);
  return `read_parquet([${files.map(inSql).join(', ')}], hive_partitioning = ${forTeams}, hive_types_autocast = false)`;
};

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

/** A schema of its own with external tables, one per distinct list of Parquet files or of folders. */
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

  /** The text after FROM. Landed rows are joined with the run's inputs, as on AWS. */
  relation(source: SourceRows): string {
    if (!isLanded(source)) return this.nameOf(source.dataset, filesOf(source));
    return rowsOfInputs(source, {
      rows: this.nameOf(
        source.dataset,
        source.days.map((day) => folderOf(source, day)),
      ),
      file_id: 'landed.file_id',
      inputs: this.nameOf('inputs', [inputFilesKey(source.run_prefix)]),
    });
  }

  /** Makes the tables of a source unless they are there. Columns: the contract's for what landed, else those of the files. */
  async make(source: SourceRows): Promise<void> {
    const { duck, path } = this.given;
    if (!isLanded(source)) {
      const files = filesOf(source).map(path);
      return this.table(this.nameOf(source.dataset, filesOf(source)), files, () => describeParquet(duck, files));
    }
    const folders = source.days.map((day) => folderOf(source, day));
    const files = (await Promise.all(folders.map((folder) => parquetBelow(path(folder))))).flat();
    await this.table(this.nameOf(source.dataset, folders), files, async () => [...landedColumns(source)]);
    const inputs = inputFilesKey(source.run_prefix);
    await this.table(this.nameOf('inputs', [inputs]), [path(inputs)], async () => [...INPUT_COLUMNS]);
  }

  private nameOf(dataset: string, places: readonly string[]): string {
    const mark = createHash('sha256')
      .update([dataset, ...places].join('\n'))
      .digest('hex')
      .slice(0, 16);
    return `${this.schema}.${dataset}_${mark}`;
  }

  private async table(name: string, files: readonly string[], columns: () => Promise<Column[]>): Promise<void> {
    if (this.made.has(name)) return;
    const folder = join(this.folder, name);
    await mkdir(folder, { recursive: true });
    for (const [nth, file] of files.entries()) {
      const here = join(folder, `${nth}.parquet`);
      await link(file, here).catch(() => copyFile(file, here));
    }
    const listed = (await columns()).map((c) => `${c.name} ${trinoType(c)}`).join(', ');
    await query(
      this.given.url,
      `CREATE TABLE ${name} (${listed}) WITH (format = 'PARQUET', external_location = ${inSql(`local://${folder}`)})`,
    );
    this.made.add(name);
  }
}

const filesOf = (source: RunRows): string[] => source.parts.flatMap((part) => part.files);

const folderOf = (source: LandedRows, day: string): string =>
  source.kind === 'counts' ? countsFolder(day) : acceptedFolder(source.dataset, day);

const parquetBelow = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.parquet'))
    .sort()
    .map((name) => join(folder, name));
