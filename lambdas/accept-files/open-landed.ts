import { open, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LandingContract } from '../../contracts/contract.js';
import type { Duck } from '../shared/duck.js';
import { headerFault, missingColumns } from './column-names.js';
import { contentKindOf, unusable } from './content-kind.js';
import { ENDING_OF, type Format, readingOf, unknownName } from './landed-file.js';
import { footerFault } from './parquet-fault.js';
import { query } from './queries.js';
import { addRows } from './rows-file.js';
import { type LargestFiles, unpackedTooLarge } from './too-large.js';
import { unpack } from './unpack.js';

/** A landed file as far as it can be read. */
export interface Opened {
  format: Format;
  /** The rows file (see rows-file.ts), which it may share with others, or the Parquet file itself; '' when no row can be read. */
  path: string;
  /** Its place among the files of the rows file. */
  index: number;
  /** The same for files that one query can read together: columns and, of Parquet, their types. */
  alike: string;
  /** Column name -> type, in the file's order. */
  header: Map<string, string>;
  /** Rows, good or bad; a file of which no row can be read counts as one. */
  landed: number;
  /** Parts that several threads may read at once, each with rows of its own; 1 of text, which is read as it is written. */
  parts: number;
  /** Whether a row has a key twice. */
  twice?: boolean;
  /** Why the whole file is refused, in one line; '' when it is not. */
  refused: string;
}

export const unreadable = (refused: string): Opened => ({
  ...{ format: 'jsonl', path: '', index: 0, alike: '', header: new Map(), landed: 1, parts: 1, refused },
});

/** The first line of an error, without the paths of temporary files. */
export const firstLine = (error: unknown): string =>
  (error as Error).message
    .split('\n')[0]!
    .replaceAll(/'?\/\S*\/accept-[^\s/]*\/\d+\.(\w+)/g, 'landed.$1')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Errors that say nothing of a file: the same file may be read well tomorrow. */
export const OF_THE_MACHINE =
  /out of memory|could not allocate|interrupt|told to end|no space|disk|quota|permission|not permitted|too many open files|file too large|input\/output|read-only/i;

/** A file made readable: unpacked where it is packed, under a name that DuckDB does not take for a pattern. */
interface Readable {
  path: string;
  format: Format;
  /** What is wrong with its packing, or ''. */
  damage: string;
}

/**
 * Opens landed files of one dataset by what their names promise; in their order. `work` is an empty folder for what has to be written
 * on the way. A file that cannot be taken, or is refused already, comes back refused; nothing that is in a file makes this throw.
 */
export async function openLanded(
  landed: readonly { path: string; key: string; refused?: string }[],
  contract: LandingContract,
  { duck, work, largest }: { duck: Duck; work: string; largest?: LargestFiles | undefined },
): Promise<Opened[]> {
  const opened: Opened[] = [];
  const parquet: { at: number; path: string }[] = [];
  const rows = new RowsFile(join(work, 'rows.txt'));
  try {
    for (const [at, { path, key, refused }] of landed.entries()) {
      const file = refused || (await readable(path, key, join(work, String(at)), largest));
      if (typeof file === 'string') opened[at] = unreadable(file);
      else if (file.format === 'parquet') {
        if (file.damage) opened[at] = unreadable(file.damage);
        else parquet.push({ at, path: file.path });
      } else opened[at] = await rows.add(file.path, file.format, file.damage);
    }
  } finally {
    await rows.close();
  }
  const text = opened.filter((file) => file?.path === rows.path);
  await readKeys(text, duck);
  for (const file of text) file.refused ||= file.header.size > 0 ? missingColumns(contract, file.header) : '';
  const footers = await openParquet(
    parquet.map(({ path }) => path),
    contract,
    duck,
  );
  for (const [n, { at }] of parquet.entries()) opened[at] = footers[n]!;
  return opened;
}

/** `target` is a path without an ending. Returns what is wrong with the file when nothing in it can be read. */
async function readable(
  path: string,
  key: string,
  target: string,
  largest: LargestFiles | undefined,
): Promise<Readable | string> {
  const reading = readingOf(key);
  if (!reading) return unusable(await contentKindOf(path)) || unknownName(key);
  const { format, packing } = reading;
  const safe = `${target}.${format === 'parquet' ? 'parquet' : 'txt'}`;
  if (packing) {
    const damage = await unpack(path, packing, safe);
    const other =
      !damage && ((await unpackedTooLarge(safe, format, largest)) || (await otherThan(format, safe, 'the file in it')));
    return other || { path: safe, format, damage };
  }
  const other = await otherThan(format, path, 'the file');
  if (other) return other;
  // DuckDB would take `*` or `[` in a landed name for a pattern.
  await symlink(resolve(path), safe);
  return { path: safe, format, damage: '' };
}

/** What a file is, and what to do, when its content is not that of its format; '' when it may be. */
async function otherThan(format: Format, path: string, file: string): Promise<string> {
  const kind = await contentKindOf(path);
  if (kind === 'gzip' || kind === 'zstd') return `${file} is ${kind}; name it .${format}${ENDING_OF[kind]}`;
  if (kind === 'parquet' && format !== 'parquet') return `${file} is Parquet; name it .parquet`;
  return unusable(kind).replace(/^the file/, file);
}

/** The rows file of the text files that are opened together. */
class RowsFile {
  private files = 0;
  private sink: ReturnType<typeof open> | undefined;

  constructor(readonly path: string) {}

  /** Takes the file's rows over and removes it. */
  async add(path: string, format: 'jsonl' | 'csv', damage: string): Promise<Opened> {
    this.sink ??= open(this.path, 'w');
    const index = this.files++;
    const { rows, header: names, fault } = await addRows(path, format, index, await this.sink);
    const broken = damage || fault;
    await rm(path);
    if (broken && rows === 0) return unreadable(broken);
    const header = new Map((names ?? []).map((name) => [name, 'VARCHAR']));
    const refused = broken || (names ? headerFault(names) : '');
    const alike = JSON.stringify(names ?? []);
    return { format, path: this.path, index, alike, header, landed: rows, parts: 1, refused };
  }

  async close(): Promise<void> {
    await (await this.sink)?.close();
  }
}

/**
 * Of jsonl files, the header is the keys that any row has. A file of which no row is an object has none, and is judged row by row.
 * Whatever keys they have, one query reads them all.
 */
async function readKeys(text: readonly Opened[], duck: Duck): Promise<void> {
  const files = new Map(text.filter((file) => file.format === 'jsonl').map((file) => [file.index, file]));
  if (files.size === 0) return;
  const batch = { paths: [text[0]!.path], small: false };
  for (const { file_index, name, twice } of await duck.run(query('jsonl_header.sql', { batch }))) {
    const file = files.get(Number(file_index));
    file?.header.set(String(name), 'VARCHAR');
    if (file && twice) file.twice = true;
  }
}

/** Parquet files by their footers; of several that cannot be opened together, each is opened alone. */
async function openParquet(paths: readonly string[], contract: LandingContract, duck: Duck): Promise<Opened[]> {
  if (paths.length === 0) return [];
  try {
    const footers = new Map((await duck.run(query('parquet_footers.sql', { paths }))).map((row) => [String(row.path), row]));
    const inGroups = await rowsInGroups(paths, duck);
    const headers = new Map<string, { header: Map<string, string>; twice: string }>();
    const opened: Opened[] = [];
    for (const path of paths) {
      const { columns, rows, row_groups, bytes, unsaid } = footers.get(path)!;
      const alike = String(columns);
      const known = headers.get(alike) ?? (await headerOf(path, duck));
      headers.set(alike, known);
      const { twice } = known;
      const header = withBytes(known.header, String(unsaid ?? '').split('\x1f'), contract);
      const fault =
        rowsFault(Number(rows), inGroups.get(path) ?? Number(rows)) ||
        columnsFault(header, String(bytes ?? '').split('\x1f'), contract);
      if (fault) {
        opened.push(unreadable(fault));
        continue;
      }
      const refused = twice || missingColumns(contract, header);
      opened.push({
        ...{ format: 'parquet', path, index: 0, alike, header, refused },
        ...{ landed: Number(rows), parts: Number(row_groups) },
      });
    }
    return opened;
  } catch (error) {
    if (OF_THE_MACHINE.test(firstLine(error))) throw error;
    if (paths.length === 1) return [unreadable(footerFault(firstLine(error)))];
    const alone: Opened[] = [];
    for (const path of paths) alone.push(...(await openParquet([path], contract, duck)));
    return alone;
  }
}

/** A column that nobody asked for, and of which the file does not say that its bytes are text, need not be text. */
function withBytes(
  header: ReadonlyMap<string, string>,
  unsaid: readonly string[],
  { columns }: LandingContract,
): Map<string, string> {
  const asked = new Set(columns.map(({ name }) => name));
  return new Map([...header].map(([name, type]) => [name, unsaid.includes(name) && !asked.has(name) ? 'BLOB' : type]));
}

async function headerOf(path: string, duck: Duck): Promise<{ header: Map<string, string>; twice: string }> {
  const columns = await duck.run(query('parquet_header.sql', { path }));
  const header = new Map(columns.map((c) => [String(c.name), String(c.type)]));
  return { header, twice: await columnTwice(path, header, duck) };
}

/**
 * Rows of the row groups of each file that can tell. why not with the footers: this reads the statistics of every column too, and DuckDB
 * fails over one of them that is on no calendar, though the rows can be read.
 */
async function rowsInGroups(paths: readonly string[], duck: Duck): Promise<Map<string, number>> {
  try {
    const found = new Map(
      (await duck.run(query('parquet_groups.sql', { paths }))).map((row) => [String(row.path), Number(row.rows)]),
    );
    return new Map(paths.map((path) => [path, found.get(path) ?? 0]));
  } catch (error) {
    if (OF_THE_MACHINE.test(firstLine(error))) throw error;
    if (paths.length === 1) return new Map();
    const alone = await Promise.all(paths.map((path) => rowsInGroups([path], duck)));
    return new Map(alone.flatMap((one) => [...one]));
  }
}

const rowsFault = (footer: number, groups: number): string =>
  footer === groups
    ? ''
    : `the file is damaged Parquet (its footer counts ${footer} rows, its row groups ${groups}); write it again`;

/** Names that a query of ours has for the place of a row. */
const OUR_NAMES = ['file_row_number', 'file_index'];

function columnsFault(header: ReadonlyMap<string, string>, bytes: readonly string[], contract: LandingContract): string {
  const ours = [...header.keys()].find((name) => OUR_NAMES.includes(name.toLowerCase()));
  if (ours) return `the file has a column named ${ours}, a name that is needed to count rows; rename the column, or leave it out`;
  const binary = contract.columns.find(({ name }) => header.get(name) === 'BLOB' || bytes.includes(name));
  return binary ? `column ${binary.name} is binary, and nobody can tell which text it means; write it as text` : '';
}

/** DuckDB gives a column of a name that another has, in whatever case, a name that the file does not know. */
async function columnTwice(path: string, header: ReadonlyMap<string, string>, duck: Duck): Promise<string> {
  const inFile = (await duck.run(query('parquet_names.sql', { path }))).map((row) => String(row.name));
  const renamed = [...header.keys()].find((name) => !inFile.includes(name));
  if (renamed === undefined) return '';
  return `the file has column ${renamed.replace(/_\d+$/, '')} twice (small and capital letters are alike); keep one`;
}
