import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '../../infra/local/folder-store.js';
import { lazyDuck, readSqlFiles } from '../../infra/local/parts.js';
import { prepareQuery } from '../../lambdas/prepare-query/prepare-query.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import type { QueryEngine, SourceFiles } from '../../lambdas/shared/query-engine.js';
import { type DatasetOutput, need, outputKey } from '../../lambdas/shared/run-files.js';
import { query } from './client.js';
import { type Column, describeParquet, parquetOf, Tables, trinoType } from './tables.js';

/** What Trino says about one SQL file of a night. */
export interface Opinion {
  path: string;
  rows: number;
  /** Columns whose name or type is not that of the night's Parquet. */
  columns: string[];
  /** Rows that only one engine returned, and the first of them. */
  onlyTrino: number;
  onlyNight: number;
  examples: string[];
  /** Bytes of the statement. */
  statement: number;
  /** Bytes that Trino read from files. */
  read: number;
  seconds: number;
}

/** A finished night in a store, asked again of Trino. */
export class SecondOpinion {
  private constructor(
    private readonly url: string,
    private readonly store: FolderStore,
    private readonly prefix: string,
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
    return new SecondOpinion(url, store, prefix, await duck(), tables, done);
  }

  /** Renders the file as the night did, runs it in Trino into Parquet, and compares with the night's own Parquet. */
  async on(path: string): Promise<Opinion> {
    const since = performance.now();
    const { name, select, statement, sources } = await this.render(path);
    for (const source of sources) await this.tables.make(source);
    const night = (await need<DatasetOutput>(this.store, outputKey(this.prefix, name))).files.map((key) => this.store.url(key));
    const expected = await describeParquet(this.duck, night);
    const { columns } = await query(this.url, `SELECT * FROM (\n${select}\n) AS answer LIMIT 0`);
    const differences = compareColumns(expected, columns);
    const opinion = {
      path,
      columns: differences,
      statement: Buffer.byteLength(statement),
      read: 0,
      rows: 0,
      onlyTrino: 0,
      onlyNight: 0,
    };
    if (differences.length === 0) {
      const answer = `${this.tables.schema}.answer_${name}`;
      const made = await query(this.url, `CREATE TABLE ${answer} WITH (format = 'PARQUET') AS\n${select}`);
      opinion.read = made.bytesRead;
      const written = await query(this.url, `SELECT DISTINCT "$path" FROM ${answer}`);
      const files = written.rows.map(([path]) => String(path).replace(/^local:\/\//, ''));
      const compared = await this.compareRows(expected, files, night);
      return { ...opinion, ...compared, seconds: (performance.now() - since) / 1000 };
    }
    return { ...opinion, examples: [], seconds: (performance.now() - since) / 1000 };
  }

  private async render(path: string): Promise<{ name: string; select: string; statement: string; sources: SourceFiles[] }> {
    const sources: SourceFiles[] = [];
    const seen = { select: '', statement: '' };
    const engine: Pick<QueryEngine, 'relation' | 'wrap' | 'register'> = {
      relation: (source) => {
        sources.push(source);
        return this.tables.nameOf(source);
      },
      wrap: (select) => {
        seen.select = select;
        return select;
      },
      register: async (_name, statement) => {
        seen.statement = statement;
      },
    };
    const { dataset } = await prepareQuery({
      store: reading(this.store),
      sql: await readSqlFiles(),
      engine: engine as QueryEngine,
      prefix: this.prefix,
      path,
      attempt: 1,
    });
    return { name: dataset, ...seen, sources };
  }

  /** As multisets; doubles count as equal only when every bit is. */
  private async compareRows(columns: Column[], trino: string[], night: string[]) {
    const exact = columns.map((c) => c.name).join(', ');
    const ofNight = `SELECT ${exact} FROM ${parquetOf(night)}`;
    const ofTrino = trino.length === 0 ? `${ofNight} WHERE 1 = 0` : `SELECT ${exact} FROM ${parquetOf(trino)}`;
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

function compareColumns(expected: Column[], columns: { name: string; type: string }[]): string[] {
  const found = columns.map((c) => `${c.name} ${c.type}`);
  const wanted = expected.map((c) => {
    try {
      return `${c.name} ${trinoType(c)}`;
    } catch {
      return `${c.name} ${c.sql} (no type of a table)`;
    }
  });
  const width = Math.max(found.length, wanted.length);
  const pairs = Array.from({ length: width }, (_, nth) => [found[nth] ?? 'nothing', wanted[nth] ?? 'nothing'] as const);
  return pairs.filter(([trino, night]) => bare(trino) !== night).map(([trino, night]) => `Trino ${trino}, the night ${night}`);
}

/** varchar(9) is a varchar to a table. */
const bare = (column: string): string => column.replace(/ varchar\(\d+\)$/, ' varchar');
