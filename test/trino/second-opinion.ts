import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED } from '../../contracts/published/index.js';
import { outputKey } from '../../contracts/run/keys.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { lazyDuck } from '../../infra/shared/lazy-duck.js';
import { prepareQuery } from '../../lambdas/prepare-query/prepare-query.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import type { QueryEngine, SourceRows } from '../../lambdas/shared/query-engine.js';
import { readParquet } from '../../lambdas/shared/read-parquet.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { query } from './client.js';
import { type Column, describeParquet, parquetOf, Tables, trinoType } from './tables.js';

/** What Trino says about one SQL file of a night. */
export interface Opinion {
  /** Columns whose name, place or type is not that of the night's Parquet; nothing else is known then. */
  columns: string[];
  rows: number;
  /** Rows that only one engine returned. */
  onlyTrino: number;
  onlyNight: number;
  /** The first of them. */
  examples: string[];
  /** Rows of Trino's Parquet that the readers of mails and dashboards (no SQL engine) do not read as they read the night's. */
  misread: number;
  /** Stages of Trino's plan. */
  stages: number;
  /** Bytes that Trino read from files. */
  read: number;
}

/** A finished night in a store, asked again of Trino. */
export class SecondOpinion {
  private constructor(
    private readonly url: string,
    private readonly store: FolderStore,
    private readonly prefix: string,
    private readonly sql: SqlFiles,
    private readonly duck: Duck,
    private readonly tables: Tables,
    readonly close: () => Promise<void>,
  ) {}

  static async of(url: string, root: string, prefix: string): Promise<SecondOpinion> {
    const store = new FolderStore(root);
    const scratch = await mkdtemp(join(tmpdir(), 'scorecards-second-opinion-'));
    const { duck, close } = lazyDuck(join(scratch, 'duck'));
    const tables = await Tables.in(scratch, { url, duck: await duck(), path: (key) => store.url(key) });
    const done = async () => {
      await close();
      await rm(scratch, { recursive: true, force: true });
    };
    return new SecondOpinion(url, store, prefix, await readSqlFiles(), await duck(), tables, done);
  }

  /** Renders the file as the night did, has Trino write its rows as Parquet, and compares with the night's own Parquet. */
  async on(path: string): Promise<Opinion> {
    const { name, select, sources } = await this.render(path);
    for (const source of sources) await this.tables.make(source);
    const night = (await need<DatasetOutput>(this.store, outputKey(this.prefix, name))).files.map((key) => this.store.url(key));
    if (night.length === 0) return this.onNone(select);
    const columns = await describeParquet(this.duck, night);
    const said = await query(this.url, `SELECT * FROM (\n${select}\n) AS answer LIMIT 0`);
    const nothing: Opinion = { columns: [], rows: 0, onlyTrino: 0, onlyNight: 0, examples: [], misread: 0, stages: 0, read: 0 };
    const differences = differingColumns(columns, said.columns);
    if (differences.length > 0) return { ...nothing, columns: differences };
    // As UNLOAD does: by the hive connector's Parquet writer, which refuses what a table cannot hold.
    const answer = `${this.tables.schema}.answer_${name}`;
    const { stages, bytesRead: read } = await query(this.url, `CREATE TABLE ${answer} WITH (format = 'PARQUET') AS\n${select}`);
    const written = await query(this.url, `SELECT DISTINCT "$path" FROM ${answer}`);
    const trino = written.rows.map(([file]) => String(file).replace(/^local:\/\//, ''));
    const misread = PUBLISHED[name] ? await misreadRows(trino, night) : 0;
    return { ...nothing, ...(await this.compareRows(columns, trino, night)), misread, stages, read };
  }

  /** Where a night wrote no file, Trino must have no row. */
  private async onNone(select: string): Promise<Opinion> {
    const { rows, stages, bytesRead: read } = await query(this.url, `SELECT count(*) FROM (\n${select}\n) AS answer`);
    const onlyTrino = Number(rows[0]![0]);
    return { columns: [], rows: onlyTrino, onlyTrino, onlyNight: 0, examples: [], misread: 0, stages, read };
  }

  private async render(path: string): Promise<{ name: string; select: string; sources: SourceRows[] }> {
    const sources: SourceRows[] = [];
    let rendered = '';
    const engine: Pick<QueryEngine, 'relation' | 'wrap' | 'register'> = {
      relation: (source) => {
        sources.push(source);
        return this.tables.relation(source);
      },
      wrap: (select) => {
        rendered = select;
        return select;
      },
      register: async (name) => name,
    };
    const { dataset } = await prepareQuery({
      store: reading(this.store),
      sql: this.sql,
      engine: engine as QueryEngine,
      prefix: this.prefix,
      path,
      attempt: 1,
    });
    return { name: dataset, select: rendered, sources };
  }

  /** As multisets; doubles are equal when every bit is. */
  private async compareRows(columns: Column[], trino: string[], night: string[]) {
    const listed = columns.map((c) => (c.sql === 'DOUBLE' ? `${c.name}, hash(${c.name})` : c.name)).join(', ');
    const ofNight = `SELECT ${listed} FROM ${parquetOf(night)}`;
    const ofTrino = trino.length === 0 ? `${ofNight} WHERE 1 = 0` : `SELECT ${listed} FROM ${parquetOf(trino)}`;
    const count = async (sql: string) => Number((await this.duck.run(`SELECT count(*) AS n FROM (${sql})`))[0]!.n);
    const onlyTrino = `${ofTrino} EXCEPT ALL ${ofNight}`;
    const onlyNight = `${ofNight} EXCEPT ALL ${ofTrino}`;
    const first = async (side: string, sql: string) =>
      (await this.duck.run(`SELECT * FROM (${sql}) ORDER BY ALL LIMIT 2`)).map((row) => `${side} ${JSON.stringify(row)}`);
    return {
      rows: await count(ofTrino),
      onlyTrino: await count(onlyTrino),
      onlyNight: await count(onlyNight),
      examples: [...(await first('only Trino:', onlyTrino)), ...(await first('only the night:', onlyNight))],
    };
  }
}

/** Reads the night's store and writes nothing into it. */
const reading = (store: ObjectStore): ObjectStore =>
  new Proxy(store, {
    get: (target, name) => {
      if (['write', 'create', 'replace', 'delete'].includes(String(name))) return async () => true;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

function differingColumns(night: Column[], trino: { name: string; type: string }[]): string[] {
  const found = trino.map((c) => `${c.name} ${c.type.replace(/^varchar\(\d+\)$/, 'varchar')}`);
  const wanted = night.map((c) => `${c.name} ${trinoType(c) ?? `${c.sql}, which no table here has`}`);
  const width = Math.max(found.length, wanted.length);
  return Array.from({ length: width }, (_, nth) => nth)
    .filter((nth) => found[nth] !== wanted[nth])
    .map((nth) => `Trino ${found[nth] ?? 'has no more'}, the night ${wanted[nth] ?? 'has no more'}`);
}

async function misreadRows(trino: string[], night: string[]): Promise<number> {
  const read = async (files: string[]) => {
    const rows: string[] = [];
    for (const path of files) {
      const store = { toFile: async () => ({ path, done: async () => {} }) } as unknown as ObjectStore;
      for (const row of await readParquet(store, path)) rows.push(JSON.stringify(row));
    }
    return rows.sort();
  };
  const [ofTrino, ofNight] = [await read(trino), await read(night)];
  return ofNight.filter((row, nth) => row !== ofTrino[nth]).length + Math.max(0, ofTrino.length - ofNight.length);
}
