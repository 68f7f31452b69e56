import { parquetWriteBuffer } from 'hyparquet-writer';

/** How Parquet holds each type of column, and how a value is handed to its writer. */
const PARQUET = {
  VARCHAR: { schema: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, value: (value: string) => value },
  BIGINT: { schema: { type: 'INT64' }, value: (value: number) => BigInt(value) },
  DATE: { schema: { type: 'INT32', converted_type: 'DATE' }, value: (value: string) => new Date(value) },
  BOOLEAN: { schema: { type: 'BOOLEAN' }, value: (value: boolean) => value },
} as const;

/** A column of a type that a function may write; other types are written by the night's SQL. */
export interface WrittenColumn {
  name: string;
  sql: keyof typeof PARQUET;
}

/**
 * The bytes of a Parquet file of these rows, days as YYYY-MM-DD, null or nothing where there is no value. The same rows give the same bytes.
 *
 * @param rowGroupSize rows that a reader of one of them has to decode
 */
export function asParquet<Name extends string>(
  name: string,
  columns: readonly (WrittenColumn & { name: Name })[],
  rows: readonly { [N in Name]?: unknown }[],
  rowGroupSize: number,
): Buffer {
  const schema = columns.map((column) => ({ name: column.name, repetition_type: 'OPTIONAL', ...PARQUET[column.sql].schema }));
  const columnData = columns.map((column) => ({
    name: column.name,
    data: rows.map((row) => {
      const value = row[column.name];
      return value === null || value === undefined ? null : PARQUET[column.sql].value(value as never);
    }),
  }));
  return Buffer.from(
    parquetWriteBuffer({ columnData, schema: [{ name, num_children: schema.length }, ...schema] as never, rowGroupSize }),
  );
}
