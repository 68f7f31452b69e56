/** All SQL that the import adds around a user's SELECT. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A semicolon after which nothing but space and comments follows. */
const CLOSING = /;(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)*$/;

/** A user's SELECT as a table expression. It starts on its own first line, so that DuckDB's line numbers are the file's. */
export const table = (select: string): string => `(${select.replace(CLOSING, '')}\n)`;

export const helperView = (name: string, select: string): string => `create view ${identifier(name)} as from ${table(select)}`;
export const describeSelect = (select: string): string => `describe from ${table(select)}`;
export const countValues = (column: string, select: string): string =>
  `select count(${identifier(column)}) as n from ${table(select)}`;

/** The SELECT's rows as they will land, day after day, in an order that depends on the rows alone. */
export const landedRows = (expressions: readonly string[], order: readonly string[], select: string): string =>
  `create or replace temp table landed as select ${expressions.join(', ')} from ${table(select)} order by ${order.map(identifier).join(', ')}`;
export const landedDays =
  'select landed_on::varchar as day, count(*) as row_count from landed group by landed_on order by landed_on nulls first';
export const copyDay = (day: string, path: string): string =>
  `copy (select * exclude (landed_on) from landed where landed_on = date ${literal(day)}) to ${literal(path)} (format parquet, compression zstd)`;
