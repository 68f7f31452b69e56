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
  /** One sentence for the data dictionary; says when the value is null. */
  says: string;
  choices?: readonly string[];
}

export interface Column extends ColumnMeta {
  name: string;
  required: boolean;
}

const meta = <T extends z.ZodType>(type: T, kind: ColumnKind, sql: SqlType, says: string, choices?: readonly string[]): T =>
  type.meta({ kind, sql, says, ...(choices ? { choices } : {}) }) as T;

export const text = (says: string) => meta(z.string().min(1).max(512), 'text', 'VARCHAR', says);
export const moment = (says: string) => meta(z.date(), 'moment', 'TIMESTAMP', says);
export const momentOrDay = (says: string) => meta(z.date(), 'moment_or_day', 'TIMESTAMP', says);
export const day = (says: string) => meta(z.iso.date(), 'day', 'DATE', says);
export const count = (says: string) => meta(z.number().int().min(0), 'count', 'BIGINT', says);
export const small = (says: string) => meta(z.number().int(), 'count', 'INTEGER', says);
export const money = (says: string) => meta(z.number().int().min(0), 'money', 'BIGINT', says);
export const rating = (says: string) => meta(z.number().int().min(1).max(5), 'rating', 'INTEGER', says);
export const rate = (says: string) => meta(z.number().min(0).max(1), 'rate', 'DOUBLE', says);
export const flag = (says: string) => meta(z.boolean(), 'flag', 'BOOLEAN', says);
export const metrics = (says: string) => meta(z.string().min(1), 'metrics', 'VARCHAR', says);
export const oneOf = <const T extends readonly [string, ...string[]]>(choices: T, says: string) =>
  meta(z.enum(choices), 'choice', 'VARCHAR', says, choices);

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
