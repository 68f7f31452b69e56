import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { NightColumns } from '../../contracts/ledger/night-columns.js';
import nightColumns from '../../contracts/ledger/night-columns.json' with { type: 'json' };
import { PUBLISHED } from '../../contracts/published/index.js';
import { BUCKETED } from '../../contracts/run/buckets.js';
import { acceptedFolder, countsFolder, inputFilesKey, TEAM_COLUMN, teamOfKey } from '../../contracts/run/keys.js';
import { DOCTOR, ObjectDamaged } from '../../lambdas/shared/damaged.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { landedColumns, rowsOfInputs } from '../../lambdas/shared/landed-rows.js';
import {
  isLanded,
  type LandedRows,
  type QueryEngine,
  type SourceRows,
  type Spread,
  type Written,
} from '../../lambdas/shared/query-engine.js';
import { withColumnsSince } from '../../sql/literals.js';
import { inBuckets } from '../shared/in-buckets.js';
import { copyTo, quotedPath } from './copy-to.js';
import { inPlainWords, MachineRefuses } from './in-plain-words.js';
import type { FolderStore } from './object-store.js';
import { isPrivate, OWNER_ONLY } from './private-files.js';
import { splitIntoFolders, writeEmpty } from './split-into-folders.js';

interface Registered {
  statement: string;
  outputPrefix: string;
  spread: Spread;
}

/** A query that DuckDB refused, in the shape in which Athena reports a failure that a retry cannot fix. */
class TaskFailed extends Error {
  override name = 'States.TaskFailed';
}

/** Of a marketplace too small for buckets. why 4,096: of up to forty thousand details the footer and one group are then least together. */
const BUCKETED_ROW_GROUP = 4_096;

/**
 * Rows of a row group where a file holds every seller in order, by the columns of its key. why: a seller's page reads the footer, which grows
 * with the number of groups, and one group. With one row for a seller and programme a hundred thousand sellers are read at least at 4,000
 * rows a group, and with a row for each metric as well at 20,000.
 */
const ROW_GROUP_OF_SELLERS = { each: 4_096, several: 20_480 };
/** Where few sellers have rows. why 2,048: ids that nothing packs are all that weighs in a group, and DuckDB makes none smaller. */
const ROW_GROUP_OF_FEW = 2_048;
const OF_FEW: readonly string[] = [...['decision_records', 'next_tiers', 'points_entries', 'probations', 'probation_exits']];

/** Where a file holds every region in order, of which a page reads one: as much of the others comes and is taken apart as lies in the same groups. */
const ROW_GROUP_OF_REGIONS: Readonly<Record<string, number>> = { region_daily: 2_048, seller_regions: 20_480 };

/** How many rows of a dataset stand in a group of its file; the engine's own choice where nobody reads one of many. */
function rowGroupOf(dataset: string): number | undefined {
  if (BUCKETED.includes(dataset)) return BUCKETED_ROW_GROUP;
  if (OF_FEW.includes(dataset)) return ROW_GROUP_OF_FEW;
  const [first, ...others] = PUBLISHED[dataset]?.key ?? [];
  if (first !== 'seller_id') return ROW_GROUP_OF_REGIONS[dataset];
  return others.length <= 1 ? ROW_GROUP_OF_SELLERS.each : ROW_GROUP_OF_SELLERS.several;
}

const FIRST_BYTE = "CAST('0x' || substr(md5(seller_id), 1, 2) AS INTEGER)";

/** DuckDB's words for a Parquet file that is cut off, emptied, overwritten or gone. */
const UNREADABLE =
  /No magic bytes found|too small to be a Parquet file|Failed to read file|No files found that match|TProtocolException|Decompression failure/;

const PART = 'part-0.parquet';

/**
 * why 13: the days of a night's news one by one, or the months of a year; more
 * are named by year, so that no text grows with the history.
 */
const MOST_PATTERNS = 13;

/** Days as patterns of folder names, as narrow as a short list allows: `2026-11-16`, `2026-11*`, `2026*`. */
function daysAsPatterns(days: readonly string[]): string[] {
  const starts = (length: number): string[] => [
    ...new Set(days.map((day) => day.slice(0, length) + (length < day.length ? '*' : ''))),
  ];
  return (
    ['2026-11-16', '2026-11', '2026'].map(({ length }) => starts(length)).find((some) => some.length <= MOST_PATTERNS) ?? ['*']
  );
}

/**
 * DuckDB in Athena's place. It is asked as Athena is asked (`EXECUTE name` with a token) and answers in the same shape;
 * a token asked for again gets the answer of the first time. Queries run one after the other: each may use both cores.
 */
export class DuckEngine implements QueryEngine {
  private readonly registered = new Map<string, Registered>();
  private readonly answers = new Map<string, Written>();
  private readonly byToken = new Map<string, string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: FolderStore,
    private readonly duck: () => Promise<Duck>,
  ) {}

  relation(source: SourceRows): string {
    if (isLanded(source)) return this.landed(source);
    const files = source.parts.flatMap((part) => part.files);
    // why no hive partitioning: the bucket in a file's key is no column of the dataset.
    const rows = `read_parquet([${files.map((key) => this.quoted(key)).join(', ')}], hive_partitioning = false)`;
    // The run before may be of an earlier version; Athena finds columns by name and gives null for those that a file lacks.
    return source.kind === 'previous' ? withColumnsSince(rows, (nightColumns as NightColumns)[source.dataset] ?? []) : rows;
  }

  /**
   * Every file of the folders of these days, joined with the run's inputs. why by the name of an accepted file, which is its id: it
   * is one value for a whole file, so that the join costs nothing; comparing the column row by row doubles the time of a scan.
   * why a schema: a file of an older contract lies there too until it expires, and may have fewer columns.
   */
  private landed(source: LandedRows): string {
    const folder = (days: string) => (source.kind === 'counts' ? countsFolder(days) : acceptedFolder(source.dataset, days));
    const files = daysAsPatterns(source.days).map((days) => this.quoted(`${folder(days)}*.parquet`));
    const schema = landedColumns(source).map(
      ({ name, sql }) => `'${name}': {'name': '${name}', 'type': '${sql}', 'default_value': NULL}`,
    );
    return rowsOfInputs(source, {
      rows: `read_parquet([${files.join(', ')}], filename = true, schema = MAP {${schema.join(', ')}})`,
      file_id: source.kind === 'counts' ? 'landed.file_id' : 'parse_filename(landed.filename, true)',
      inputs: `read_parquet(${this.quoted(inputFilesKey(source.run_prefix))})`,
    });
  }

  private quoted(key: string): string {
    return quotedPath(this.store.url(key));
  }

  wrap(select: string, dataset: string, outputPrefix: string, spread: Spread = 1): string {
    const whole = spread === 1 || spread === 'teams';
    const written = whole ? select : inBuckets({ select, dataset, buckets: spread, firstByte: FIRST_BYTE });
    const rowGroup = spread === 1 ? rowGroupOf(dataset) : undefined;
    return copyTo(this.store.url(`${outputPrefix}${PART}`), written, rowGroup);
  }

  async register(name: string, statement: string, where: { outputPrefix: string; spread?: Spread }): Promise<string> {
    this.registered.set(name, { statement, outputPrefix: where.outputPrefix, spread: where.spread ?? 1 });
    return `EXECUTE ${name}`;
  }

  /** Answers StartQueryExecution as `.sync` does: when the query is done. Throws `States.TaskFailed` with Athena's account of it. */
  async start(request: {
    QueryString: string;
    ClientRequestToken: string;
  }): Promise<{ QueryExecution: Record<string, unknown> }> {
    const turn = this.last.then(() => this.run(request));
    this.last = turn.catch(() => {});
    return turn;
  }

  private async run(request: {
    QueryString: string;
    ClientRequestToken: string;
  }): Promise<{ QueryExecution: Record<string, unknown> }> {
    const known = this.byToken.get(request.ClientRequestToken);
    const id = known ?? randomUUID();
    const name = request.QueryString.match(/^EXECUTE (\S+)$/)?.[1] ?? '';
    if (!known) {
      const query = this.registered.get(name);
      if (!query) throw failed(id, new Error(`prepared statement ${name} does not exist`));
      this.answers.set(id, await this.copy(query, id));
      this.byToken.set(request.ClientRequestToken, id);
    }
    return { QueryExecution: { QueryExecutionId: id, Query: request.QueryString, Status: { State: 'SUCCEEDED' } } };
  }

  /** Writes to a temporary name and renames, so that a killed night leaves no half file behind. */
  private async copy(query: Registered, id: string): Promise<Written> {
    const key = `${query.outputPrefix}${PART}`;
    const target = this.store.url(key);
    const writing = join(dirname(target), `.writing-${id}.parquet`);
    const duck = await this.duck();
    try {
      await mkdir(dirname(target), { recursive: true });
      const at = query.statement.lastIndexOf(quotedPath(target));
      const [counted] = await duck.run(
        query.statement.slice(0, at) + quotedPath(writing) + query.statement.slice(at + quotedPath(target).length),
      );
      const rows = Number(counted?.Count ?? 0);
      if (query.spread === 'teams') return { rows, ...(await this.forTeams(duck, writing, query.outputPrefix, rows)) };
      const files = query.spread === 1 ? [key] : await this.inBuckets(duck, writing, query.outputPrefix, rows);
      if (query.spread === 1) await rename(writing, target);
      for (const file of files) if (isPrivate(file)) await chmod(this.store.url(file), OWNER_ONLY);
      const sizes = await Promise.all(files.map(async (file) => (await stat(this.store.url(file))).size));
      return { files, rows, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    } catch (error) {
      const told = inPlainWords(error, { where: `the store ${this.store.root}`, doing: 'write', what: key }) as Error;
      throw failed(id, told instanceof MachineRefuses ? told : new Error(this.inWords(told.message)));
    } finally {
      await rm(writing, { force: true }).catch(() => {});
    }
  }

  /** What the engine said; of a file that it cannot read, the object and the way out come first. */
  private inWords(message: string): string {
    if (!UNREADABLE.test(message)) return message;
    const said = `cannot be read (${message.split('\n')[0]})`;
    const root = resolve(this.store.url('.'));
    const path = /['"](\/[^'"]+\.parquet)['"]/.exec(message)?.[1];
    if (!path?.startsWith(`${root}${sep}`)) return `a file of the store ${said}; ${DOCTOR} finds it and moves it away`;
    return new ObjectDamaged(relative(root, path).split(sep).join('/'), said).message;
  }

  /** Of rows that are none, one file that is of no bucket, as readers of plain files expect. */
  private async inBuckets(duck: Duck, whole: string, outputPrefix: string, rows: number): Promise<string[]> {
    const split = await this.split(duck, { whole, column: 'bucket', outputPrefix, rows });
    if (split.length > 0) return split.map(({ folder }) => `${outputPrefix}${folder}/${PART}`);
    await writeEmpty({ duck, whole, column: 'bucket', path: this.store.url(`${outputPrefix}${PART}`) });
    return [`${outputPrefix}${PART}`];
  }

  private async forTeams(duck: Duck, whole: string, outputPrefix: string, rows: number): Promise<Omit<Written, 'rows'>> {
    const split = rows === 0 ? [] : await this.split(duck, { whole, column: TEAM_COLUMN, outputPrefix, rows });
    const each = split.map(({ folder, ...held }) => ({ ...held, files: [`${outputPrefix}${folder}/${PART}`] }));
    return {
      files: each.flatMap(({ files }) => files),
      bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
      teams: Object.fromEntries(each.map((held) => [teamOfKey(held.files[0]!)!, held])),
    };
  }

  private split(
    duck: Duck,
    { outputPrefix, ...what }: { whole: string; column: string; outputPrefix: string; rows: number },
  ): ReturnType<typeof splitIntoFolders> {
    return splitIntoFolders({ duck, ...what, into: this.store.url(outputPrefix), part: PART });
  }

  async outputOf(answer: unknown): Promise<Written> {
    const id = (answer as { QueryExecutionId?: string }).QueryExecutionId ?? '';
    const found = this.answers.get(id);
    if (!found) throw new Error(`query ${id}: this engine has not run it`);
    return found;
  }

  /** Nothing to stop: a query of this process has ended when its answer is there, and with the process. */
  async stop(): Promise<undefined> {}

  async forget(statement: string): Promise<void> {
    this.registered.delete(statement);
  }
}

/** Athena's category of what is the system's fault and not the query's. */
const SYSTEM = 1;
const USER = 2;

function failed(id: string, error: Error): TaskFailed {
  const { message } = error;
  const system = error instanceof MachineRefuses || /Out of Memory|could not allocate/i.test(message);
  const account = {
    QueryExecution: {
      QueryExecutionId: id,
      Status: {
        State: 'FAILED',
        StateChangeReason: message,
        AthenaError: { ErrorCategory: system ? SYSTEM : USER, Retryable: false, ErrorMessage: message },
      },
    },
  };
  return new TaskFailed(JSON.stringify(account));
}
