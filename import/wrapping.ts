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

/** Of one staged file the rows that none of the landed ones holds; a row that stands twice in it and once there is new once. */
export function copyNewRows(staged: string, landed: readonly string[], target: string): string {
  const files = landed.map(literal).join(', ');
  const known = landed.length > 0 ? ` except all select * from read_parquet([${files}], hive_partitioning = false)` : '';
  return `copy (select * from (select * from read_parquet(${literal(staged)}, hive_partitioning = false)${known}) order by all) to ${literal(target)} (format parquet, compression zstd)`;
}

/** Keys of new rows under whose updated_at the landed files hold other content. */
export function changedUnderOneMoment(fresh: string, landed: readonly string[], key: readonly string[]): string {
  const names = key.map(identifier).join(', ');
  const known = `read_parquet([${landed.map(literal).join(', ')}], hive_partitioning = false)`;
  return `select distinct ${names} from (select * from read_parquet(${literal(fresh)}, hive_partitioning = false) except select * from ${known}) as changed
     semi join ${known} as known using (${names}, updated_at) order by all`;
}

/** Every value of a file, so that damage shows. */
export const readWhole = (path: string): string =>
  `select max(hash(every)) from read_parquet(${literal(path)}, hive_partitioning = false) as every`;

export const distinctValues = (paths: string, column: string): string =>
  `select distinct ${identifier(column)} as name from read_parquet(${literal(paths)}, hive_partitioning = false)`;
/** Names in a list such as `late_dispatch, late_delivery`, however it is written. */
export const distinctMetrics = (paths: string, column: string): string =>
  `select distinct unnest(string_split_regex(regexp_replace(${identifier(column)}, '[\\[\\]"'']', ' ', 'g'), '[,;| ]+')) as name from read_parquet(${literal(paths)}, hive_partitioning = false)`;

export const engineZones = 'select distinct name from pg_timezone_names()';

/** The offset of a zone in the engine's data from a moment on, and the quarters of an hour from which it is another. */
export function engineOffsets(zone: string, { first, last }: { first: number; last: number }): string {
  const offset = (moment: string): string => `(epoch(timezone(${literal(zone)}, to_timestamp(${moment}))) - ${moment})::integer`;
  return `with days as (select s, ${offset('s')} as seconds from range(${first}, ${last}, 86400) as steps(s)),
     changed as (select s, seconds from days qualify lag(seconds) over (order by s) is distinct from seconds),
     quarters as (select s, seconds, unnest(range(s - 85500, s + 900, 900)) as q from changed)
     select min(q) as at, seconds from quarters where ${offset('q')} = seconds group by s, seconds order by s`;
}

type Ahead = readonly { from: number; until: number; ahead: number }[];

/**
 * `at time zone` is a call of `timezone`, and a macro of that name comes before the engine's own. A local time is looked up by what the
 * wall shows: the moment that the engine makes of an hour that it skips lies behind its switch. The engine's other calls of that name
 * stay its own.
 */
export function correctedClocks(wrong: ReadonlyMap<string, { moments: Ahead; walls: Ahead }>): string {
  const ahead = (of: 'moments' | 'walls'): string =>
    `case ${[...wrong]
      .map(([zone, apart]) => {
        const cases = apart[of].map(({ from, until, ahead }) => `when epoch(t) >= ${from} and epoch(t) < ${until} then ${ahead}`);
        return `when lower(z) = ${literal(zone.toLowerCase())} then ${cases.length > 0 ? `case ${cases.join(' ')} else 0 end` : '0'}`;
      })
      .join(' ')} else 0 end`;
  const own = 'system.main.timezone(z, t)';
  return `create macro timezone(z, t timestamp) as ${own} + to_seconds(${ahead('walls')}),
     (z, t timestamptz) as ${own} - to_seconds(${ahead('moments')}),
     (z, t timetz) as ${own}, (t) as system.main.timezone(t)`;
}

/** From here on the engine reads and writes nothing but these folders and files: a mapping is code of somebody. */
export const sealOff = (folders: readonly string[], files: readonly string[]): string[] => [
  `set allowed_directories = [${folders.map((folder) => literal(`${folder}/`)).join(', ')}]`,
  `set allowed_paths = [${files.map(literal).join(', ')}]`,
  'set enable_external_access = false',
];
