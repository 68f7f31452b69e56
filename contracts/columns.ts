/**
 * The column kinds a contract may use. Each returns a zod type that carries, as zod metadata, what the other
 * readers of a contract need: the SQL type, the sentence for the data dictionary, the rule for landed text.
 */
import * as z from 'zod';

export type ColumnKind =
  | 'text' // any non-empty string up to 512 bytes
  | 'moment' // an instant; landed as ISO 8601 with offset, or naive UTC; stored as TIMESTAMP in UTC
  | 'moment_or_day' // as moment; a bare date means the end of that local day
  | 'day' // a calendar date
  | 'choice' // one of a closed list of words
  | 'count' // a whole number >= 0
  | 'money' // a whole number of minor units >= 0
  | 'rating' // a whole number 1..5
  | 'metrics' // a list of metric names, or `all`; stored as `all` or `|late_dispatch|late_delivery|`
  | 'rate' // a double in 0..1
  | 'flag'; // true or false

/** The types that every engine and every reader of Parquet has alike. */
export const SQL_TYPES = ['VARCHAR', 'TIMESTAMP', 'DATE', 'BIGINT', 'INTEGER', 'DOUBLE', 'BOOLEAN'] as const;
export type SqlType = (typeof SQL_TYPES)[number];

export interface ColumnMeta {
  kind: ColumnKind;
  sql: SqlType;
  /** One sentence for the data dictionary; tells when the value is null. */
  description: string;
  choices?: readonly string[];
}

export interface Column extends ColumnMeta {
  name: string;
  required: boolean;
}

const meta = <T extends z.ZodType>(
  type: T,
  kind: ColumnKind,
  sql: SqlType,
  description: string,
  choices?: readonly string[],
): T => type.meta({ kind, sql, description, ...(choices ? { choices } : {}) }) as T;

export const text = (description: string) => meta(z.string().min(1).max(512), 'text', 'VARCHAR', description);
export const moment = (description: string) => meta(z.date(), 'moment', 'TIMESTAMP', description);
export const momentOrDay = (description: string) => meta(z.date(), 'moment_or_day', 'TIMESTAMP', description);
export const day = (description: string) => meta(z.iso.date(), 'day', 'DATE', description);
export const count = (description: string) => meta(z.number().int().min(0), 'count', 'BIGINT', description);
export const small = (description: string) => meta(z.number().int(), 'count', 'INTEGER', description);
export const money = (description: string) => meta(z.number().int().min(0), 'money', 'BIGINT', description);
export const rating = (description: string) => meta(z.number().int().min(1).max(5), 'rating', 'INTEGER', description);
export const rate = (description: string) => meta(z.number().min(0).max(1), 'rate', 'DOUBLE', description);
export const flag = (description: string) => meta(z.boolean(), 'flag', 'BOOLEAN', description);
export const metrics = (description: string) => meta(z.string().min(1), 'metrics', 'VARCHAR', description);
export const oneOf = <const T extends readonly [string, ...string[]]>(choices: T, description: string) =>
  meta(z.enum(choices), 'choice', 'VARCHAR', description, choices);

/** Columns of a row schema, in order. Throws when a column was not made with one of the kinds above. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([name, type]) => {
    const optional = type instanceof z.ZodOptional || type instanceof z.ZodNullable;
    const inner = (optional ? (type as z.ZodOptional).unwrap() : type) as z.ZodType;
    const found = inner.meta() as ColumnMeta | undefined;
    if (!found?.kind) throw new Error(`contracts: column ${name} carries no kind; make it with a helper of contracts/columns.ts`);
    return { name, required: !optional, ...found };
  });
}
