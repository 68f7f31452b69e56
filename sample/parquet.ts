import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export interface ParquetWriter {
  /** Writes rows, given as lines of JSON, to a Parquet file. */
  write(lines: string, to: string): Promise<void>;
  close(): Promise<void>;
}

/** Writes conversations as Parquet; `scratch` is a folder for the lines on their way. One thread, so that bytes repeat. */
export async function openParquetWriter(scratch: string): Promise<ParquetWriter> {
  const select = await readFile(join(import.meta.dirname, 'conversations.sql'), 'utf8');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const lines = join(scratch, '.lines.jsonl');
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  await connection.run(`SET VARIABLE lines = ${quoted(lines)}`);
  return {
    async write(text, to) {
      await writeFile(lines, text);
      await connection.run(`COPY (${select}) TO ${quoted(to)} (FORMAT parquet)`);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(lines, { force: true });
    },
  };
}
