import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { QueryEngine, SourceFiles, Written } from '../../lambdas/shared/query-engine.js';
import type { FolderStore } from './object-store.js';

interface Registered {
  statement: string;
  outputPrefix: string;
}

/** A query that DuckDB refused, in the shape in which Athena reports a failure that a retry cannot fix. */
class TaskFailed extends Error {
  override name = 'States.TaskFailed';
}

/** why 20,000: a seller's outcome details then lie in one or two row groups, so that a browser reads tens of kB and not the file. */
const ROW_GROUP: Readonly<Record<string, number>> = { outcome_details: 20_000 };

/** Most values of a dictionary. why 1,000: reasons and regions fit; ids do not, and are no longer tried first (a tenth of writing). */
const DICTIONARY = 1_000;

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

  relation(source: SourceFiles): string {
    const urls = source.files.map((key) => `'${this.store.url(key).replaceAll("'", "''")}'`);
    return `read_parquet([${urls.join(', ')}])`;
  }

  wrap(select: string, dataset: string, outputPrefix: string): string {
    const rowGroup = ROW_GROUP[dataset] ? `, ROW_GROUP_SIZE ${ROW_GROUP[dataset]}` : '';
    return `COPY (\n${select}\n) TO '${this.store.url(`${outputPrefix}part-0.parquet`).replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT ${DICTIONARY}${rowGroup})`;
  }

  async register(name: string, statement: string, where: { outputPrefix: string }): Promise<void> {
    this.registered.set(name, { statement, outputPrefix: where.outputPrefix });
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
      if (!query) throw failed(id, `prepared statement ${name} does not exist`);
      this.answers.set(id, await this.copy(query, id));
      this.byToken.set(request.ClientRequestToken, id);
    }
    return { QueryExecution: { QueryExecutionId: id, Query: request.QueryString, Status: { State: 'SUCCEEDED' } } };
  }

  /** Writes to a temporary name and renames, so that a killed night leaves no half file behind. */
  private async copy(query: Registered, id: string): Promise<Written> {
    const key = `${query.outputPrefix}part-0.parquet`;
    const target = this.store.url(key);
    const writing = join(dirname(target), `.writing-${id}.parquet`);
    await mkdir(dirname(target), { recursive: true });
    const duck = await this.duck();
    try {
      const quotedTarget = target.replaceAll("'", "''");
      const at = query.statement.lastIndexOf(quotedTarget);
      const statement =
        query.statement.slice(0, at) + writing.replaceAll("'", "''") + query.statement.slice(at + quotedTarget.length);
      const [counted] = await duck.run(statement);
      await rename(writing, target);
      return { files: [key], rows: Number(counted?.Count ?? 0), bytes: (await stat(target)).size };
    } catch (error) {
      await rm(writing, { force: true });
      throw failed(id, (error as Error).message);
    }
  }

  async outputOf(answer: unknown): Promise<Written> {
    const id = (answer as { QueryExecutionId?: string }).QueryExecutionId ?? '';
    const found = this.answers.get(id);
    if (!found) throw new Error(`query ${id}: this engine has not run it`);
    return found;
  }

  /** Nothing to stop: a query of this process has ended when its answer is there, and with the process. */
  async stop(): Promise<void> {}

  async forget(statement: string): Promise<void> {
    this.registered.delete(statement);
  }
}

function failed(id: string, message: string): TaskFailed {
  const outOfMemory = /Out of Memory|could not allocate|No space left/i.test(message);
  const account = {
    QueryExecution: {
      QueryExecutionId: id,
      Status: {
        State: 'FAILED',
        StateChangeReason: message,
        AthenaError: { ErrorCategory: outOfMemory ? 1 : 2, Retryable: false, ErrorMessage: message },
      },
    },
  };
  return new TaskFailed(JSON.stringify(account));
}
