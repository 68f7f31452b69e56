import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { footerFault } from '../lambdas/accept-files/parquet-fault.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { normaliseCsv } from './csv-source.js';
import { openJson } from './json-source.js';
import { firstLine, ImportRefused } from './refused.js';
import { SETTINGS_FILE, type SourceSettings, TYPES } from './source-settings.js';
import { bytesOf, type SourceFile, startOf } from './source-text.js';
import { identifier, literal } from './wrapping.js';

const READABLE = /^(?<stem>.+?)\.(?<ending>parquet|csv|tsv|jsonl|ndjson|json)(?:\.(?:gz|zst))?$/i;

/** A source file that the mapping can read as `source.<name>`. */
export interface Source {
  name: string;
  /** As messages call it: `src/orders.csv`. */
  shown: string;
  rows: number;
  columns: string[];
  /** A table expression with `place`, the line or the row of each row, and its columns. */
  placed: string;
  /** The file itself, where it is read as it lies there. */
  path?: string;
  /** What a place is. */
  place: 'line' | 'row';
}

export interface Sources {
  files: Source[];
  /** Names of what lies in the folder and is not read. */
  passed_over: string[];
}

/**
 * Makes every table file of the folder readable as `source.<file name without its ending>`. Only the folder itself is read, not
 * its subfolders; files of other kinds are passed over, by name. Values of csv files and texts of json files are text.
 *
 * @param scratch an existing folder for what is unpacked or written anew
 * @throws ImportRefused when there is no such folder, nothing in it to read, two files of one name, or an unreadable one
 */
export async function openSource(
  duck: Duck,
  given: { folder: string; mapping: string; settings: ReadonlyMap<string, SourceSettings> },
  scratch: string,
): Promise<Sources> {
  const { folder } = given;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new ImportRefused([`${folder}: cannot be read; give --from a folder of parquet, csv or json files`]);
  });
  const names = new Map<string, string>();
  const sources: Sources = { files: [], passed_over: [] };
  await duck.run('create schema source');
  for (const name of entries.map((entry) => entry.name).sort()) {
    // why ._: macOS keeps there, beside each file, what the Finder knows of it, under the ending of the file itself.
    const found = name.startsWith('._') ? undefined : READABLE.exec(name)?.groups;
    if (!found?.stem || !found.ending || entries.find((entry) => entry.name === name)!.isDirectory()) {
      sources.passed_over.push(name);
      continue;
    }
    const stem = found.stem.toLowerCase();
    const twin = names.get(stem);
    if (twin) throw new ImportRefused([`${folder}: ${twin} and ${name} would both be source.${found.stem}; rename one`]);
    names.set(stem, name);
    const ending = found.ending.toLowerCase();
    const settings = given.settings.get(stem) ?? {};
    const file: SourceFile = {
      ...{ path: resolve(folder, name), shown: join(folder, name), name: found.stem, mapping: given.mapping },
      format: ending === 'parquet' ? 'parquet' : ending === 'csv' || ending === 'tsv' ? 'csv' : 'json',
      settings: { ...(ending === 'tsv' ? { delimiter: '\t' } : {}), ...settings },
    };
    sources.files.push(await openFile(duck, file, join(scratch, `source-${names.size}.${ending}`)));
  }
  if (names.size === 0)
    throw new ImportRefused([
      `${folder}: holds no .parquet, .csv, .jsonl or .json file; is --from right?`,
      ...(sources.passed_over.length > 0 ? [`it holds ${passedOver(sources.passed_over)}`] : []),
    ]);
  const idle = [...given.settings.keys()].find((name) => !names.has(name));
  if (idle !== undefined)
    throw new ImportRefused([
      `${join(given.mapping, SETTINGS_FILE)}: ${idle} is no source; there are ${sources.files.map((file) => file.name).join(', ')}`,
    ]);
  return sources;
}

/** Files that are not read, with what to do about those that may hold rows. */
export function passedOver(names: readonly string[]): string {
  // why ten: a person looks for one name, not through a folder
  const listed = names.length > 10 ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} more` : names.join(', ');
  if (names.some((name) => /\.(xlsx?|xlsm|ods|numbers)$/i.test(name)))
    return `${listed}; save each sheet as CSV UTF-8 to have it read`;
  if (names.some((name) => /\.(zip|7z|rar|tar|tgz|bz2|xz)(\.|$)/i.test(name))) return `${listed}; unpack what holds rows`;
  if (names.some((name) => /\.(txt|dat|tab|psv|avro|orc|feather|arrow)$/i.test(name)))
    return `${listed}; what holds rows must be named .csv, .tsv, .jsonl, .json or .parquet by what it is`;
  return listed;
}

async function openFile(duck: Duck, file: SourceFile, target: string): Promise<Source> {
  const opened =
    file.format === 'csv'
      ? await openCsv(file, target)
      : file.format === 'json'
        ? await openJsonFile(duck, file, target)
        : await openParquet(duck, file, target);
  const unknown = Object.keys(file.settings.types ?? {}).find((name) => !opened.columns.includes(name));
  if (unknown !== undefined)
    throw new ImportRefused([
      `${join(file.mapping, SETTINGS_FILE)}: ${file.name}: types names ${unknown}, which ${file.shown} does not have (${opened.columns.join(', ')})`,
    ]);
  await duck.run(`create view source.${identifier(file.name)} as ${opened.select}`);
  const { select: _, ...source } = opened;
  return { name: file.name, shown: file.shown, ...source };
}

type Opened = Omit<Source, 'name' | 'shown'> & { select: string };

async function openCsv(file: SourceFile, target: string): Promise<Opened> {
  const { columns, rows, longest } = await normaliseCsv(file, target);
  // why ten times: DuckDB reads in buffers, which must hold some of the longest rows
  const room = longest > 1 << 20 ? `, max_line_size = ${longest}, buffer_size = ${longest * 10}` : '';
  const types = ['place', ...columns].map(
    (name, at) => `${literal(at === 0 ? PLACE : name)}: '${at === 0 ? 'BIGINT' : 'VARCHAR'}'`,
  );
  const placed = `read_csv(${literal(target)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', parallel = false, columns = {${types.join(', ')}}${room})`;
  const said = new Map(Object.entries(file.settings.types ?? {}));
  const picked = columns.map((name) => {
    const type = said.get(name);
    return type && type !== 'text' ? `${identifier(name)}::${TYPES[type]} as ${identifier(name)}` : identifier(name);
  });
  return { columns, rows, placed, place: 'line', select: `select ${picked.join(', ')} from ${placed}` };
}

/** A name that no csv file gives a column. */
export const PLACE = 'place of the row';

async function openJsonFile(duck: Duck, file: SourceFile, target: string): Promise<Opened> {
  const { columns, rows, relation } = await openJson(duck, file, target);
  return {
    columns,
    rows,
    placed: `(select row_number() over () as ${identifier(PLACE)}, * from ${relation})`,
    place: 'row',
    select: `from ${relation}`,
  };
}

async function openParquet(duck: Duck, file: SourceFile, target: string): Promise<Opened> {
  let path = file.path;
  // DuckDB would take `*` or `[` in a name for a pattern
  if (!path.endsWith('.parquet') || /[*?[\]{}]/.test(path)) {
    path = target;
    await pipeline(Readable.from(bytesOf(file)), createWriteStream(target));
  }
  const start = (await startOf(path)).subarray(0, 4).toString('latin1');
  if (start !== 'PAR1') throw new ImportRefused([`${file.shown}: is not Parquet; name it by what it is, or export it again`]);
  const relation = `read_parquet(${literal(path)})`;
  const ask = (sql: string) =>
    duck.run(sql).catch((error) => {
      throw new ImportRefused([`${file.shown}: ${footerFault(firstLine(error))}`], error);
    });
  const columns = (await ask(`describe from ${relation}`)).map((column) => String(column.column_name));
  const [counted] = await ask(`select count(*) as n from ${relation}`);
  const placed = `(select file_row_number + 1 as ${identifier(PLACE)}, * exclude (file_row_number) from read_parquet(${literal(path)}, file_row_number = true))`;
  return { columns, rows: Number(counted!.n), placed, place: 'row', path, select: `from ${relation}` };
}

/** Whether a piece of SQL names a column, as far as its text tells. */
function names(sql: string, column: string): boolean {
  const text = sql.toLowerCase();
  const quoted = [...text.matchAll(/"([^"]*)"/g)].map((found) => found[1]!);
  const bare = text.replace(/"[^"]*"|'[^']*'/g, ' ').match(/[\p{L}_][\p{L}\d_]*/gu) ?? [];
  return [...quoted, ...bare].includes(column.toLowerCase());
}

/**
 * Where in the sources a text stands: `src/orders.csv:7` and its column; of several places the first.
 *
 * @param near pieces of SQL, the nearest first: a column that one of them names is looked through before the others
 */
export async function placeOf(
  duck: Duck,
  sources: readonly Source[],
  value: string,
  near: readonly string[] = [],
): Promise<{ at: string; column: string } | undefined> {
  for (const matches of ['list_position(cells, @) > 0', 'list_contains(list_transform(cells, lambda c: contains(c, @)), true)']) {
    // a short text is part of too many others
    if (matches.includes('contains(c') && value.length < 6) continue;
    const where = matches.replaceAll('@', () => literal(value));
    for (const piece of [...near, undefined])
      for (const source of sources) {
        const columns = source.columns.filter((name) => piece === undefined || names(piece, name));
        const found = columns.length > 0 ? await firstPlace(duck, source, columns, { value, where }) : undefined;
        if (found) return found;
      }
  }
  return undefined;
}

async function firstPlace(
  duck: Duck,
  source: Source,
  columns: readonly string[],
  { value, where }: { value: string; where: string },
): Promise<{ at: string; column: string } | undefined> {
  const cells = `[${columns.map((name) => `${identifier(name)}::varchar`).join(', ')}]`;
  const [found] = await duck
    .run(
      `select place, list_position(list_transform(cells, lambda c: contains(c, ${literal(value)})), true) as at, list_position(cells, ${literal(value)}) as exact
       from (select ${identifier(PLACE)} as place, ${cells} as cells from ${source.placed}) where ${where} order by place limit 1`,
    )
    // a column that has no text form has no place to be found either
    .catch(() => []);
  if (!found) return undefined;
  const column = columns[Number(found.exact ?? 0) > 0 ? Number(found.exact) - 1 : Number(found.at) - 1]!;
  const place = source.place === 'line' ? `${source.shown}:${found.place}` : `${source.shown} row ${found.place}`;
  return { at: place, column };
}

/** The lines of a SELECT that name a column, and the SELECT: where to look for what the column holds. */
export const nearColumn = (select: string, column: string): string[] => [
  select
    .split('\n')
    .filter((line) => names(line, column))
    .join('\n'),
  select,
];
