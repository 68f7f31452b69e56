import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import { S3Store } from '../../../infra/aws/adapters/object-store.js';
import { FIRST_BYTE } from '../../../infra/aws/adapters/query-engine.js';
import { HOME } from '../../../infra/shared/home.js';
import { subjectOf } from '../../../infra/shared/task-subject.js';
import { type Duck, openDuck } from '../../../lambdas/shared/duck.js';
import { answering, jsonError } from '../servers/answering.js';
import { AthenaTables } from './athena-tables.js';
import type { Ministack } from './ministack.js';

/** What goes wrong with the first query of a dataset; the next one is answered as it should be. */
export type Trouble =
  /** StartQueryExecution is refused: too many queries. */
  | 'throttled'
  /** The query fails inside Athena, which calls that retryable. */
  | 'exhausted'
  /** The query fails because of its text, every time. */
  | 'wrong'
  /** The query runs on and on; only StopQueryExecution ends it. */
  | 'endless';

interface Answer {
  status: number;
  body: object;
  headers: Record<string, string>;
}

interface PartitionMove {
  DatabaseName: string;
  TableName: string;
  PartitionValueList: string[];
  PartitionInput: object;
}

interface Query {
  QueryExecutionId: string;
  Query: string;
  Status: { State: string; StateChangeReason?: string; AthenaError?: object };
  Statistics: { DataScannedInBytes: number; DataManifestLocation?: string };
}

const UNLOAD =
  /^UNLOAD \(\n([\s\S]*)\n\) TO '(s3:\/\/[^']+)' WITH \(format = 'PARQUET', compression = 'ZSTD'(?:, partitioned_by = ARRAY\['(bucket|team)'\])?\)$/;
/** The first byte of a seller's hash in DuckDB's words, which has no from_base. */
const DUCK_FIRST_BYTE = "CAST('0x' || substr(md5(seller_id), 1, 2) AS INTEGER)";
const QUERIES = ['StartQueryExecution', 'GetQueryExecution', 'StopQueryExecution'];

/**
 * A stand-in for Athena over the emulator's catalogue and store: it runs the statement that a run has registered, as it stands, on
 * DuckDB. Prepared
 * statements and tables are the emulator's own, asked through here; this answers for queries, and for moving a partition. As
 * Athena: a token asked for again finds its query, results lie without a name's ending, unordered ones in two files, none when
 * there is no row, and a manifest lists them.
 */
export class StandInAthena {
  readonly trouble = new Map<string, Trouble>();
  /** Bytes of each prepared statement, in the order in which they came. */
  readonly statements: { name: string; bytes: number }[] = [];
  /** Rows of each question of an analyst. */
  readonly answeredAnalysts: number[] = [];
  private readonly queries = new Map<string, Query>();
  private readonly byToken = new Map<string, { id: string; context: string }>();
  private last: Promise<unknown> = Promise.resolve();
  private duck: Duck | undefined;
  private server: Awaited<ReturnType<typeof answering>> | undefined;
  private aws: Ministack | undefined;
  private store: S3Store | undefined;
  private tables: AthenaTables | undefined;

  private constructor(private readonly folder: string) {}

  /** Listens from now on, so that functions can be told where; answers queries after `over`. */
  static async listen(folder: string): Promise<StandInAthena> {
    const athena = new StandInAthena(folder);
    await mkdir(folder, { recursive: true });
    athena.server = await answering(async (asked) => {
      const operation = asked.operation.replace(/^AmazonAthena\./, '');
      if (asked.operation === 'AWSGlue.UpdatePartition') return athena.movePartition(JSON.parse(asked.body) as PartitionMove);
      if (operation === 'CreatePreparedStatement') athena.note(JSON.parse(asked.body) as Record<string, string>);
      if (!QUERIES.includes(operation)) return athena.passOn(asked.operation, asked.body);
      return athena.answer(operation, JSON.parse(asked.body) as Record<string, string>);
    });
    return athena;
  }

  get endpoint(): string {
    return this.server!.client.endpoint;
  }

  async over(aws: Ministack, storeBucket: string): Promise<void> {
    const { endpoint, region, credentials } = aws;
    this.aws = aws;
    this.store = new S3Store(new S3Client({ endpoint, region, credentials }), storeBucket);
    this.tables = new AthenaTables(new GlueClient({ endpoint, region, credentials }), this.store, join(this.folder, 'fetched'));
    this.duck = await openDuck();
    await this.duck.run(await readFile(join(HOME, 'infra/local/prelude.sql'), 'utf8'));
  }

  async stop(): Promise<void> {
    await this.last;
    await this.server?.stop();
    this.duck?.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The text of every query that was started, in the order in which they were. */
  get asked(): string[] {
    return [...this.queries.values()].map(({ Query }) => Query);
  }

  /** Names of the statements that a work group keeps. */
  async preparedStatements(WorkGroup: string): Promise<string[]> {
    const told = await this.passOn('AmazonAthena.ListPreparedStatements', JSON.stringify({ WorkGroup }));
    const { PreparedStatements = [] } = JSON.parse(told.body) as { PreparedStatements?: { StatementName: string }[] };
    return PreparedStatements.map(({ StatementName }) => StatementName);
  }

  /** How the queries of a dataset ended, in the order in which they were started. */
  statesOf(dataset: string): string[] {
    const ofDataset = [...this.queries.values()].filter(({ Query }) => subjectOf('RunQuery', { QueryString: Query }) === dataset);
    return ofDataset.map(({ Status }) => Status.State);
  }

  private note({ StatementName = '', QueryStatement = '' }: Record<string, string>): void {
    this.statements.push({ name: StatementName, bytes: Buffer.byteLength(QueryStatement) });
  }

  /** Objects that lie in a folder of this machine too need not be asked of the emulator. */
  alsoIn(folder: string): void {
    this.tables!.alsoIn = folder;
  }

  /** The one call to the catalogue that the emulator does not have: a partition goes and comes back elsewhere. */
  private async movePartition({ PartitionValueList, PartitionInput, ...at }: PartitionMove) {
    const gone = await this.passOn('AWSGlue.DeletePartition', JSON.stringify({ ...at, PartitionValues: PartitionValueList }));
    if (gone.status !== 200) return gone;
    return this.passOn('AWSGlue.CreatePartition', JSON.stringify({ ...at, PartitionInput }));
  }

  private async passOn(target: string, body: string) {
    const service = target.startsWith('AWSGlue.') ? 'glue' : 'athena';
    const response = await fetch(this.aws!.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': target,
        authorization: `AWS4-HMAC-SHA256 Credential=${this.aws!.account}/20260101/${this.aws!.region}/${service}/aws4_request`,
      },
      body,
    });
    const type = response.headers.get('x-amzn-errortype');
    return { status: response.status, body: await response.text(), headers: type ? { 'x-amzn-errortype': type } : {} };
  }

  private async answer(operation: string, request: Record<string, string>): Promise<Answer> {
    const done = (body: object): Answer => ({ status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.1' } });
    if (operation === 'StartQueryExecution') return this.startOrRefuse(request, done);
    const query = this.queries.get(request.QueryExecutionId!);
    if (!query) return jsonError(400, 'InvalidRequestException', `QueryExecution ${request.QueryExecutionId} was not found`);
    if (operation === 'GetQueryExecution') return done({ QueryExecution: query });
    if (['QUEUED', 'RUNNING'].includes(query.Status.State))
      query.Status = { State: 'CANCELLED', StateChangeReason: 'Query cancelled by user' };
    return done({});
  }

  private async startOrRefuse(request: Record<string, string>, done: (body: object) => Answer): Promise<Answer> {
    const { QueryString = '', ClientRequestToken = '', WorkGroup = '', QueryExecutionContext } = request;
    if (/-(analysts|team-[a-z0-9_-]+)$/.test(WorkGroup)) return this.askedByAnalyst(QueryString, done);
    const context = JSON.stringify(QueryExecutionContext);
    if (!context)
      return jsonError(400, 'InvalidRequestException', 'this stand-in wants every query to say its catalogue and database');
    const known = this.byToken.get(ClientRequestToken);
    if (known && known.context !== context)
      return jsonError(400, 'InvalidRequestException', 'Idempotent parameters do not match');
    if (known) return done({ QueryExecutionId: known.id });
    const dataset = subjectOf('RunQuery', { QueryString });
    const trouble = this.trouble.get(dataset);
    if (trouble !== 'wrong') this.trouble.delete(dataset);
    if (trouble === 'throttled')
      return jsonError(400, 'TooManyRequestsException', 'You have exceeded the limit for the number of queries you can run');
    const id = randomUUID();
    // Only an endless one is seen to run: how long the others take is up to this machine, and none of them is given up for it.
    const query: Query = {
      QueryExecutionId: id,
      Query: QueryString,
      Status: { State: trouble === 'endless' ? 'RUNNING' : 'QUEUED' },
      Statistics: { DataScannedInBytes: 0 },
    };
    this.queries.set(id, query);
    this.byToken.set(ClientRequestToken, { id, context });
    if (trouble !== 'endless') this.last = this.last.then(() => this.run(query, WorkGroup, trouble));
    return done({ QueryExecutionId: id });
  }

  /** A question in the analysts' work group is answered at once; its rows are nobody's but this test's. */
  private async askedByAnalyst(sql: string, done: (body: object) => Answer): Promise<Answer> {
    const QueryExecutionId = randomUUID();
    const rows = await this.select(sql);
    const Status = { State: 'SUCCEEDED' };
    this.queries.set(QueryExecutionId, { QueryExecutionId, Query: sql, Status, Statistics: { DataScannedInBytes: 0 } });
    this.answeredAnalysts.push(rows.length);
    return done({ QueryExecutionId });
  }

  private async run(query: Query, workGroup: string, trouble: Trouble | undefined): Promise<void> {
    if (query.Status.State !== 'QUEUED') return;
    try {
      if (trouble === 'exhausted') throw new Failed('Query exhausted resources at this scale factor', 1, true);
      if (trouble === 'wrong') throw new Failed("COLUMN_NOT_FOUND: line 3:8: Column 'nowhere' cannot be resolved", 2, false);
      await this.unload(query, await this.statementOf(query.Query, workGroup));
      query.Status = { State: 'SUCCEEDED' };
    } catch (error) {
      const { message } = error as Error;
      const { category = 2, retryable = false } = error as Partial<Failed>;
      const AthenaError = { ErrorCategory: category, Retryable: retryable, ErrorMessage: message };
      query.Status = { State: 'FAILED', StateChangeReason: message, AthenaError };
    }
  }

  /** The text itself, or the statement that the work group keeps under the name that it executes. */
  private async statementOf(text: string, WorkGroup: string): Promise<string> {
    const StatementName = /^EXECUTE (\S+)$/.exec(text)?.[1];
    if (!StatementName) return text;
    const prepared = await this.passOn('AmazonAthena.GetPreparedStatement', JSON.stringify({ StatementName, WorkGroup }));
    const { PreparedStatement } = JSON.parse(prepared.body) as { PreparedStatement?: { QueryStatement: string } };
    if (!PreparedStatement) throw new Failed(`INVALID_PREPARED_STATEMENT: ${StatementName} does not exist`, 2, false);
    return PreparedStatement.QueryStatement;
  }

  /** Rows of a SELECT as an analyst writes it, over tables named `database.table`. */
  async select(sql: string): Promise<Record<string, unknown>[]> {
    await this.seeTables(sql, /\b(scorecards_\w+)\.(\w+)/g);
    return this.duck!.run(sql);
  }

  /** Makes a view of each table that a query names, of what the catalogue and the store have of it. */
  private async seeTables(sql: string, names: RegExp): Promise<void> {
    const named = new Set([...sql.matchAll(names)].map(([, database, table]) => `${database}.${table}`));
    for (const name of named) {
      const [database = '', table = ''] = name.split('.');
      const rows = await this.tables!.rowsOf(database, table, sql);
      await this.duck!.run(`CREATE SCHEMA IF NOT EXISTS "${database}"`);
      await this.duck!.run(`CREATE OR REPLACE VIEW "${database}"."${table}" AS ${rows}`);
    }
  }

  /** Runs the SELECT inside, and puts its rows where the statement says. */
  private async unload(query: Query, statement: string): Promise<void> {
    const [, select, place, column] = UNLOAD.exec(statement) ?? [];
    if (!select || !place)
      throw new Failed('SYNTAX_ERROR: this stand-in knows the UNLOAD of infra/aws/adapters/query-engine.ts only', 2, false);
    const { store, duck } = this;
    const prefix = place.slice(store!.url('').length);
    if ((await store!.list(prefix)).length > 0) throw new Failed(`HIVE_PATH_ALREADY_EXISTS: ${place}`, 2, false);
    await this.seeTables(select, /"(\w+)"\."(\w+)"/g);
    const id = query.QueryExecutionId;
    const ordered = /ORDER BY[^()]*$/.test(select);
    const written: string[] = [];
    await duck!.run(`CREATE OR REPLACE TEMP TABLE result AS ${select.replaceAll(FIRST_BYTE, DUCK_FIRST_BYTE)}`);
    const values = column ? await duck!.run(`SELECT DISTINCT ${column} AS value FROM result`) : [];
    const parts: string[] = values.map(({ value }) => `${column} = '${value}'`);
    if (!column) parts.push(...(ordered ? ['true'] : ['rowid % 2 = 1', 'rowid % 2 = 0']));
    const columns = column ? `* EXCLUDE (${column})` : '*';
    for (const [part, which] of parts.entries()) {
      const [counted] = await duck!.run(`SELECT count(*) AS rows FROM result WHERE ${which}`);
      if (Number(counted!.rows) === 0) continue;
      const path = join(this.folder, `${id}-${part}`);
      await duck!.run(
        `COPY (SELECT ${columns} FROM result WHERE ${which} ORDER BY rowid) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`,
      );
      const body = await readFile(path);
      const folder = column ? `${column}=${values[part]!.value}/` : '';
      const key = `${prefix}${folder}${id.replaceAll('-', '')}_${part}`;
      await store!.write(key, body);
      await rm(path);
      query.Statistics.DataScannedInBytes += body.length;
      written.push(store!.url(key));
    }
    const manifest = `query-results/${id}-manifest.csv`;
    await store!.write(manifest, written.map((address) => `${address}\n`).join(''));
    query.Statistics.DataManifestLocation = store!.url(manifest);
  }
}

class Failed extends Error {
  constructor(
    message: string,
    readonly category: number,
    readonly retryable: boolean,
  ) {
    super(message);
  }
}
