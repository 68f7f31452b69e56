import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A plain DuckDB beside the house's own, so that the dashboard is compared with a second opinion. BIGINT comes as number. */
export async function openQueries() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    async run(sql: string): Promise<Record<string, unknown>[]> {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
          ),
        );
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

type Row = Record<string, unknown>;

/** The published run of a store, as DuckDB reads it: rows of a dataset by name, all or those that a condition keeps. */
export async function openPublished(store: string) {
  const readJson = async (key: string) => JSON.parse(await readFile(join(store, key), 'utf8'));
  const pointer = await readJson('published/current.json');
  const manifest = await readJson(`${pointer.prefix}/manifest.json`);
  const queries = await openQueries();
  const filesOf = (dataset: string): string =>
    manifest.datasets[dataset].files.map((key: string) => `'${join(store, key).replaceAll("'", "''")}'`).join(', ');
  return {
    pointer: pointer as { run_id: string; run_date: string; policy_versions: Record<string, string> },
    manifest: manifest as { not_measured: string[]; datasets: Record<string, { files: string[]; rows: number }> },
    rows: (dataset: string, where = 'true'): Promise<Row[]> =>
      queries.run(`FROM read_parquet([${filesOf(dataset)}], hive_partitioning = false) WHERE ${where}`),
    close: () => queries.close(),
  };
}
export type Published = Awaited<ReturnType<typeof openPublished>>;
