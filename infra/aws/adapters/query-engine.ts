import {
  type AthenaClient,
  CreatePreparedStatementCommand,
  DeletePreparedStatementCommand,
  GetPreparedStatementCommand,
  GetQueryExecutionCommand,
  InvalidRequestException,
  ResourceNotFoundException,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { parquetMetadataAsync } from 'hyparquet';
import { LANDING } from '../../../contracts/landing/index.js';
import { acceptedColumns } from '../../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../../contracts/ledger/counts.js';
import type { NightColumns } from '../../../contracts/ledger/night-columns.js';
import { landedFileOf, runIdOf } from '../../../contracts/run/keys.js';
import type { Catalog } from '../../../lambdas/shared/catalog.js';
import { count } from '../../../lambdas/shared/metrics.js';
import type { QueryEngine, SourceFiles, Written } from '../../../lambdas/shared/query-engine.js';
import type { S3Store } from './object-store.js';

/** Athena's own limit on the text of a statement. It cannot be raised. */
const MOST_BYTES = 262_144;
/** why 64 kB: the footer of a file of one row group and 60 columns is about 20 kB; a larger one takes a second read. */
const FOOTER_BYTES = 65_536;
/** Footers read at once. */
const AT_ONCE = 8;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export interface AthenaParts {
  athena: AthenaClient;
  store: Pick<S3Store, 'url' | 'read' | 'list' | 'size' | 'readRange'>;
  /** Where the outputs of the night are made known to later queries. */
  catalog: Catalog;
  database: string;
  workGroup: string;
  /** Columns of every dataset of a night (contracts/ledger/night-columns.json). */
  columns: NightColumns;
}

/**
 * Athena over the tables of infra/aws/stacks/glue-tables.ts. Accepted rows are read from exactly the files of the run's inputs; a
 * dataset of a run from the place where the attempt that succeeded wrote it.
 */
export class AthenaEngine implements QueryEngine {
  constructor(private readonly parts: AthenaParts) {}

  relation(source: SourceFiles): string {
    switch (source.kind) {
      case 'run':
      case 'base':
      case 'previous': {
        const columns = this.parts.columns[source.dataset];
        if (!columns)
          throw new Error(
            `${source.dataset}: has no columns in contracts/ledger/night-columns.json; run "npx tsx infra/aws/night-columns.ts" and deploy`,
          );
        return this.selected(columns, `night_${source.dataset}`, `run_id = ${text(runIdOf(source.run_prefix!))}`);
      }
      case 'accepted':
      case 'accepted_news':
        return this.selected(acceptedColumns(LANDING[source.dataset]!), `accepted_${source.dataset}`, exactly(source.files));
      case 'counts':
        return this.selected(COUNT_COLUMNS, 'receipt_counts', exactly(source.files));
    }
  }

  /** why columns by name: a partition key is a column too, and must not travel into what is written. */
  private selected(columns: readonly { name: string }[], table: string, where: string): string {
    return `(SELECT ${columns.map(({ name }) => name).join(', ')} FROM "${this.parts.database}"."${table}" WHERE ${where})`;
  }

  wrap(select: string, _dataset: string, outputPrefix: string): string {
    const place = text(this.parts.store.url(outputPrefix));
    return `UNLOAD (\n${select}\n) TO ${place} WITH (format = 'PARQUET', compression = 'ZSTD')`;
  }

  async register(name: string, statement: string, where: { path: string; sqlKey: string }): Promise<void> {
    const bytes = Buffer.byteLength(statement);
    if (bytes > MOST_BYTES)
      throw new Error(
        `sql/${where.path}: rendered to ${bytes.toLocaleString('en')} bytes (${where.sqlKey}), and Athena takes ${MOST_BYTES.toLocaleString('en')}; every landed file it reads is named in it, so land fewer and larger files a day`,
      );
    const { athena, workGroup: WorkGroup } = this.parts;
    try {
      await athena.send(
        new CreatePreparedStatementCommand({
          StatementName: name,
          WorkGroup,
          QueryStatement: statement,
          Description: where.sqlKey,
        }),
      );
    } catch (error) {
      if (!(error instanceof InvalidRequestException && /already exists/i.test(error.message))) throw error;
      const { PreparedStatement } = await athena.send(new GetPreparedStatementCommand({ StatementName: name, WorkGroup }));
      if (PreparedStatement?.QueryStatement !== statement)
        throw new Error(`${name}: ${WorkGroup} knows another statement by this name; delete it there and run the night again`);
    }
  }

  async outputOf(answer: unknown, where: { dataset: string; run_prefix: string; outputPrefix: string }): Promise<Written> {
    const id = (answer as { QueryExecutionId?: string }).QueryExecutionId ?? '';
    const { QueryExecution } = await this.parts.athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    const state = QueryExecution?.Status?.State;
    if (state !== 'SUCCEEDED') throw new Error(`query ${id}: is ${state}; only a query that succeeded has an output`);
    const { DataManifestLocation, DataScannedInBytes = 0 } = QueryExecution?.Statistics ?? {};
    const files = await this.writtenFiles(id, DataManifestLocation, where.outputPrefix);
    const facts = await inTurns(files, (key) => this.factsOf(key));
    if (this.parts.columns[where.dataset])
      await this.parts.catalog.point(`night_${where.dataset}`, runIdOf(where.run_prefix), where.outputPrefix);
    count({ BytesScanned: DataScannedInBytes });
    const sum = (what: 'rows' | 'bytes') => facts.reduce((total, fact) => total + fact[what], 0);
    return { files, rows: sum('rows'), bytes: sum('bytes') };
  }

  /**
   * Keys of what a query wrote, as its data manifest lists them. A query without rows writes no file, and may leave no manifest.
   * Later queries read whatever lies below the prefix, so a file there that the manifest does not name is refused.
   */
  private async writtenFiles(id: string, manifest: string | undefined, prefix: string): Promise<string[]> {
    const { store } = this.parts;
    const home = store.url('');
    if (manifest && !manifest.startsWith(home))
      throw new Error(`query ${id}: left its manifest at ${manifest}; the work group must keep results below ${home}`);
    const found = manifest ? await store.read(manifest.slice(home.length)) : undefined;
    const lines = (found?.body.toString('utf8') ?? '').split(/\r?\n/);
    const addresses = lines.map((line) => line.trim().replace(/^"(.*)"$/, '$1')).filter((line) => line !== '');
    for (const address of addresses)
      if (!address.startsWith(store.url(prefix)))
        throw new Error(`query ${id}: its manifest names ${address}, which is not below ${store.url(prefix)}`);
    const keys = addresses.map((address) => address.slice(home.length)).sort();
    const lying = (await store.list(prefix)).map(({ key }) => key).filter((key) => !/\/[._][^/]*$/.test(key));
    const strays = lying.filter((key) => !keys.includes(key));
    if (strays.length > 0)
      throw new Error(
        `query ${id}: its manifest does not name ${strays[0]}, which lies where later queries read; run the night again`,
      );
    return keys;
  }

  private async factsOf(key: string): Promise<{ rows: number; bytes: number }> {
    const { store } = this.parts;
    const bytes = await store.size(key);
    const slice = async (start: number, end = bytes): Promise<ArrayBuffer> => {
      const read = await store.readRange(key, start, end);
      return Uint8Array.from(read).buffer;
    };
    const { num_rows } = await parquetMetadataAsync({ byteLength: bytes, slice }, { initialFetchSize: FOOTER_BYTES });
    return { rows: Number(num_rows), bytes };
  }

  /** Asked for again with its token, Athena answers with the id of the query it already has instead of starting another. */
  async stop(query: { statement: string; token: string }): Promise<void> {
    const { athena, workGroup: WorkGroup } = this.parts;
    const { QueryExecutionId } = await athena.send(
      new StartQueryExecutionCommand({ QueryString: `EXECUTE ${query.statement}`, ClientRequestToken: query.token, WorkGroup }),
    );
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const state = QueryExecution?.Status?.State;
    if (state === 'QUEUED' || state === 'RUNNING') await athena.send(new StopQueryExecutionCommand({ QueryExecutionId }));
  }

  async forget(statement: string): Promise<void> {
    try {
      await this.parts.athena.send(
        new DeletePreparedStatementCommand({ StatementName: statement, WorkGroup: this.parts.workGroup }),
      );
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
}

/** Rows of these accepted files or counts: their days, so that no other day is looked at, and each file by its id. */
function exactly(files: readonly string[]): string {
  const landed = files.map(landedFileOf);
  const days = landed.map(({ dt }) => dt).sort();
  const ids = landed.map(({ file_id }) => file_id);
  return `landing_day BETWEEN DATE ${text(days[0]!)} AND DATE ${text(days.at(-1)!)} AND file_id IN (${ids.map(text).join(', ')})`;
}

async function inTurns<From, To>(items: readonly From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [n, item] of queue) done[n] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}
