import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** A DuckDB in this process, for accepting files (everywhere) and for answering the night's queries (on a laptop). */
export interface Duck {
  /**
   * Runs one statement; resolves to its rows as plain objects (BIGINT as number,
   * DATE and TIMESTAMP as Date in UTC). Errors are DuckDB's own.
   */
  run(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends the statements at work and begins no other: each throws. */
  interrupt(): void;
  /** Only when no statement is at work: what a connection is still asked after this may never be answered. */
  close(): void;
}

export interface DuckOptions {
  memoryLimit?: string;
  threads?: number;
  temporaryFolder?: string;
  /** As DuckDB writes it; a statement that needs more there fails. */
  mostTemporary?: string;
  /** Statements that may run side by side; 1 unless said, because temporary tables belong to one connection. */
  connections?: number;
}

export interface DuckLimits {
  /** As DuckDB writes it, such as 2GB. */
  memory: string;
  threads: number;
}

/** Where nothing else is said. why 2 GB: leaves room within 3 GB for what the process itself and the Parquet writer take. */
export const LIMITS: DuckLimits = { memory: '2GB', threads: 2 };

const settings = (options: DuckOptions): Record<string, string> => ({
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: options.memoryLimit ?? LIMITS.memory,
  threads: String(options.threads ?? LIMITS.threads),
  ...(options.temporaryFolder ? { temp_directory: options.temporaryFolder } : {}),
  ...(options.mostTemporary ? { max_temp_directory_size: options.mostTemporary } : {}),
});

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return value;
};

/** Opens a DuckDB in memory. Planning a statement takes one core, so many small statements gain from a second connection. */
export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', settings(options));
  const connections: DuckDBConnection[] = [];
  for (let n = 0; n < (options.connections ?? 1); n++) connections.push(await instance.connect());
  for (const connection of connections) await connection.run("SET TimeZone = 'UTC'");
  const idle = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const take = (): Promise<DuckDBConnection> | DuckDBConnection => idle.pop() ?? new Promise((taken) => waiting.push(taken));
  const give = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else idle.push(connection);
  };
  let ended = false;
  return {
    async run(sql) {
      const connection = await take();
      try {
        if (ended) throw new Error('the query engine was told to end');
        const reader = await connection.runAndReadAll(sql);
        return reader
          .getRowObjectsJS()
          .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
      } finally {
        give(connection);
      }
    },
    interrupt() {
      ended = true;
      for (const connection of connections) connection.interrupt();
    },
    close() {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}
