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

export const distinctValues = (paths: string, column: string): string =>
  `select distinct ${identifier(column)} as name from read_parquet(${literal(paths)}, hive_partitioning = false)`;
/** Names in a list such as `late_dispatch, late_delivery`, however it is written. */
export const distinctMetrics = (paths: string, column: string): string =>
  `select distinct unnest(string_split_regex(regexp_replace(${identifier(column)}, '[\\[\\]"'']', ' ', 'g'), '[,;| ]+')) as name from read_parquet(${literal(paths)}, hive_partitioning = false)`;

/** From here on the engine reads and writes nothing but these folders and files: a mapping is code of somebody. */
export const sealOff = (folders: readonly string[], files: readonly string[]): string[] => [
  `set allowed_directories = [${folders.map((folder) => literal(`${folder}/`)).join(', ')}]`,
  `set allowed_paths = [${files.map(literal).join(', ')}]`,
  'set enable_external_access = false',
];
