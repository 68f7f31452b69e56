import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** A DuckDB in this process, for accepting files (everywhere) and for answering the night's queries (on a laptop). */
export interface Duck {
  /** Runs one statement; resolves to its rows as plain objects (BIGINT as number, dates as text). Errors are DuckDB's own. */
  run(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

export interface DuckOptions {
  memoryLimit?: string;
  threads?: number;
  temporaryFolder?: string;
}

const settings = (options: DuckOptions): Record<string, string> => ({
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: options.memoryLimit ?? '2GB',
  threads: String(options.threads ?? 2),
  ...(options.temporaryFolder ? { temp_directory: options.temporaryFolder } : {}),
});

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  return value;
};

export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', settings(options));
  const connection: DuckDBConnection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    async run(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJS()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
