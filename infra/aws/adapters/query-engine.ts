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
import type { NightColumns } from '../../../contracts/ledger/night-columns.js';
import { runDateOf, runIdOf, seqOf, TEAM_COLUMN, teamOfKey } from '../../../contracts/run/keys.js';
import { isForTeams } from '../../../contracts/run/teams.js';
import type { Catalog } from '../../../lambdas/shared/catalog.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { rowsOfInputs } from '../../../lambdas/shared/landed-rows.js';
import { count } from '../../../lambdas/shared/metrics.js';
import {
  isLanded,
  type LandedRows,
  type QueryEngine,
  type SourceRows,
  type Spread,
  type Written,
} from '../../../lambdas/shared/query-engine.js';
import { inBuckets } from '../../shared/in-buckets.js';
import { DATA_CATALOG } from '../data-catalog.js';
import { footerOf } from './footer.js';
import type { S3Store } from './object-store.js';

/** Athena's own limit on the text of a statement. It cannot be raised. */
const MOST_BYTES = 262_144;
/**
 * The same of a text that travels in the state, as JSON writes it. why not all of the 262,144 that a state may hold: beside it lie
 * the names of the run and, after a failure, up to 32,768 characters of its cause, which are escaped once more.
 */
const MOST_BYTES_INLINE = 180_000;
/** Footers read at once. */
const AT_ONCE = 8;
/** why 31: a month of landing days one by one; more are bounded, so that no text grows with the history. */
const MOST_DAYS = 31;

/** In Trino's words; tables do not know of the bucket, they read whatever lies below their partition. */
export const FIRST_BYTE = 'from_base(substr(to_hex(md5(to_utf8(seller_id))), 1, 2), 16)';

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
  /** Whether the workflow starts a statement by its name or by its text (infra/aws/settings.ts). */
  queries: 'prepared' | 'inline';
}

/**
 * Athena over the tables of infra/aws/stacks/glue-tables.ts. Accepted rows are those of the run's inputs; a dataset of
 * a run is read from the place where the attempt that succeeded wrote it.
 */
export class AthenaEngine implements QueryEngine {
  constructor(private readonly parts: AthenaParts) {}

  relation(source: SourceRows): string {
    if (isLanded(source)) return this.landed(source);
    const columns = this.parts.columns[source.dataset];
    if (!columns)
      throw new Error(
        `${source.dataset}: has no columns in contracts/ledger/night-columns.json; run "npx tsx infra/aws/night-columns.ts" and deploy`,
      );
    // why columns by name: a partition key is a column too, and must not travel into what is written.
    const names = columns.map(({ name }) => name).join(', ');
    const table = this.table(`night_${source.dataset}`);
    const runs = source.parts.map(({ run_prefix }) => text(runIdOf(run_prefix)));
    return `(SELECT ${names} FROM ${table} WHERE run_id IN (${runs.join(', ')}))`;
  }

  /** The partitions of these days alone are looked at. The run's inputs are one partition, which Athena finds by its literals. */
  private landed(source: LandedRows): string {
    const { kind, dataset, run_prefix, days } = source;
    const run = `run_date = ${text(runDateOf(run_prefix))} AND seq = ${text(seqOf(run_prefix))}`;
    return rowsOfInputs(source, {
      rows: this.table(kind === 'counts' ? 'receipt_counts' : `accepted_${dataset}`),
      file_id: 'landed.file_id',
      inputs: `(SELECT file_id, dataset, accepted, is_news FROM ${this.table('run_inputs')} WHERE ${run})`,
      where: `landed.landing_day ${amongDays(days)}`,
    });
  }

  private table(name: string): string {
    return `"${this.parts.database}"."${name}"`;
  }

  wrap(select: string, dataset: string, outputPrefix: string, spread: Spread = 1): string {
    const place = text(this.parts.store.url(outputPrefix));
    const whole = spread === 1 || spread === 'teams';
    const written = whole ? select : inBuckets({ select, dataset, buckets: spread, firstByte: FIRST_BYTE });
    const partitions = spread === 1 ? '' : `, partitioned_by = ARRAY['${spread === 'teams' ? TEAM_COLUMN : 'bucket'}']`;
    return `UNLOAD (\n${written}\n) TO ${place} WITH (format = 'PARQUET', compression = 'ZSTD'${partitions})`;
  }

  async register(name: string, statement: string, where: { path: string; sqlKey: string }): Promise<string> {
    const inline = this.parts.queries === 'inline';
    const bytes = Buffer.byteLength(inline ? JSON.stringify(statement) : statement);
    const [most, who] = inline ? [MOST_BYTES_INLINE, 'the state of the workflow'] : [MOST_BYTES, 'Athena'];
    if (bytes > most)
      throw new Error(
        `sql/${where.path}: rendered to ${bytes.toLocaleString('en')} bytes (${where.sqlKey}), and ${who} takes ${most.toLocaleString('en')}; say the same in fewer words, or split the dataset in two`,
      );
    if (inline) return statement;
    await this.prepare(name, statement, where.sqlKey);
    return `EXECUTE ${name}`;
  }

  private async prepare(name: string, statement: string, sqlKey: string): Promise<void> {
    const { athena, workGroup: WorkGroup } = this.parts;
    try {
      await athena.send(
        new CreatePreparedStatementCommand({
          StatementName: name,
          WorkGroup,
          QueryStatement: statement,
          Description: sqlKey,
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
    const facts = await inTurns(files, AT_ONCE, async (key) => ({ key, ...(await this.factsOf(key)) }));
    if (this.parts.columns[where.dataset])
      await this.parts.catalog.point(`night_${where.dataset}`, runIdOf(where.run_prefix), where.outputPrefix);
    count({ BytesScanned: DataScannedInBytes });
    const together = (some: typeof facts): Written => {
      const sum = (what: 'rows' | 'bytes') => some.reduce((total, fact) => total + fact[what], 0);
      return { files: some.map(({ key }) => key), rows: sum('rows'), bytes: sum('bytes') };
    };
    if (!isForTeams(where.dataset)) return together(facts);
    const regions = [...new Set(files.map((key) => teamOfKey(key)!))].sort();
    const ofTeam = (region: string) => together(facts.filter(({ key }) => teamOfKey(key) === region));
    return { ...together(facts), teams: Object.fromEntries(regions.map((region) => [region, ofTeam(region)])) };
  }

  /**
   * Keys of what a query wrote, as its data manifest lists them; a file that it does not name is refused, because later queries read
   * whatever lies below the prefix. Without a manifest (whether EXECUTE of an UNLOAD leaves one is documented nowhere, and a query without
   * rows leaves none) it is what lies there: the prefix is that of one attempt, and nobody else writes below it.
   */
  private async writtenFiles(id: string, manifest: string | undefined, prefix: string): Promise<string[]> {
    const { store } = this.parts;
    const home = store.url('');
    if (manifest && !manifest.startsWith(home))
      throw new Error(`query ${id}: left its manifest at ${manifest}; the work group must keep results below ${home}`);
    const found = manifest ? await store.read(manifest.slice(home.length)) : undefined;
    const lying = (await store.list(prefix)).map(({ key }) => key).filter((key) => !/\/[._][^/]*$/.test(key));
    if (!found) return lying.sort();
    const lines = found.body.toString('utf8').split(/\r?\n/);
    const addresses = lines.map((line) => line.trim().replace(/^"(.*)"$/, '$1')).filter((line) => line !== '');
    for (const address of addresses)
      if (!address.startsWith(store.url(prefix)))
        throw new Error(`query ${id}: its manifest names ${address}, which is not below ${store.url(prefix)}`);
    const keys = addresses.map((address) => address.slice(home.length)).sort();
    const strays = lying.filter((key) => !keys.includes(key));
    if (strays.length > 0)
      throw new Error(
        `query ${id}: its manifest does not name ${strays[0]}, which lies where later queries read; run the night again`,
      );
    return keys;
  }

  private async factsOf(key: string): Promise<{ rows: number; bytes: number }> {
    const { footer, bytes } = await footerOf(this.parts.store, key);
    return { rows: Number(footer.num_rows), bytes };
  }

  /**
   * Asked for again with its token, Athena answers with the id of the query it already has instead of starting another. The context
   * is the workflow's (infra/nightly.asl.json): with another one Athena refuses the token.
   */
  async stop(query: { text: string; token: string }): Promise<string | undefined> {
    const { athena, workGroup: WorkGroup, database: Database } = this.parts;
    const { QueryExecutionId } = await athena.send(
      new StartQueryExecutionCommand({
        QueryString: query.text,
        ClientRequestToken: query.token,
        QueryExecutionContext: { Catalog: DATA_CATALOG, Database },
        WorkGroup,
      }),
    );
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const state = QueryExecution?.Status?.State;
    if (state === 'QUEUED' || state === 'RUNNING') await athena.send(new StopQueryExecutionCommand({ QueryExecutionId }));
    return state === 'FAILED' ? JSON.stringify({ Status: QueryExecution!.Status }) : undefined;
  }

  async forget(statement: string): Promise<void> {
    if (this.parts.queries === 'inline') return;
    try {
      await this.parts.athena.send(
        new DeletePreparedStatementCommand({ StatementName: statement, WorkGroup: this.parts.workGroup }),
      );
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
}

function amongDays(days: readonly string[]): string {
  const dates = days.map((day) => `DATE ${text(day)}`);
  return days.length <= MOST_DAYS ? `IN (${dates.join(', ')})` : `BETWEEN ${dates[0]} AND ${dates.at(-1)}`;
}
