import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Duck } from '../lambdas/shared/duck.js';
import { ImportRefused, shown } from './refused.js';
import { TYPES } from './source-settings.js';
import { type SourceFile, textOf } from './source-text.js';
import { identifier, literal } from './wrapping.js';

/** why 64 MB: DuckDB sets aside a few times as much; no record of a marketplace has more. */
const LONGEST_RECORD = 64 * 2 ** 20;
const MOST_TO_LOOK_THROUGH = 256 * 2 ** 20;

/** Writes the file's text to `target` as UTF-8 without a byte order mark. */
async function unpackTo(file: SourceFile, target: string): Promise<void> {
  const sink = openSync(target, 'w');
  try {
    for await (const piece of textOf(file)) {
      const bytes = Buffer.from(piece);
      for (let at = 0; at < bytes.length; ) at += writeSync(sink, bytes, at);
    }
  } finally {
    closeSync(sink);
  }
}

export interface JsonSource {
  rows: number;
  columns: string[];
  /** A table expression of its records, one column per key. */
  relation: string;
}

/** A structure as DuckDB tells it: a type, `[element]`, or keys with their structures. */
type Structure = string | [Structure] | { [key: string]: Structure };

/**
 * The records of a json file: one per line, or the elements of an array. Texts stay texts, whatever they look like; whole numbers are
 * read to the last digit.
 *
 * @throws ImportRefused naming the line and what was found
 */
export async function openJson(duck: Duck, file: SourceFile, target: string): Promise<JsonSource> {
  await unpackTo(file, target);
  const records = `read_json_objects(${literal(target)}, format = 'auto', maximum_object_size = ${LONGEST_RECORD})`;
  const ask = (sql: string) =>
    duck.run(sql).catch(async (error) => {
      throw await broken(file, target, error);
    });
  const [found] = await ask(`select count(*) as n, json_group_structure(json)::varchar as structure from ${records}`);
  const rows = Number(found!.n);
  if (rows === 0) throw new ImportRefused([`${file.shown}: is empty, without a record; export it again, or take it away`]);
  const structure = JSON.parse(String(found!.structure)) as Structure;
  const keys = await ask(
    `select row_number() over () as place, json_type(json) as type, json_keys(json) as keys from ${records}
     qualify json_type(json) <> 'OBJECT' or len(json_keys(json)) > len(list_distinct(json_keys(json))) limit 1`,
  );
  if (keys[0]) throw notOneObject(file, keys[0]);
  if (typeof structure !== 'object' || Array.isArray(structure))
    throw new ImportRefused([`${file.shown}: has no record with a key; export it again, or take it away`]);
  const columns = Object.keys(structure);
  const unnamed = columns.find((name) => name === '' || name.includes('\0'));
  if (unnamed !== undefined)
    throw new ImportRefused([
      `${file.shown}: has the key ${shown(unnamed)}, which SQL cannot name; give it a name in the file, or take it out`,
    ]);
  const twin = columns.find((name, at) => columns.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < at);
  if (twin !== undefined)
    throw new ImportRefused([
      `${file.shown}: has the keys ${twin} in small and capital letters; SQL cannot tell them apart, rename one`,
    ]);
  const types: [string, Structure][] = [];
  for (const [name, of] of Object.entries(structure as object) as [string, Structure][])
    types.push([name, await typeOf(ask, records, file, name, of)]);
  const picked = columns.map((name) => castOf(name, file)).join(', ');
  const read = `(select unnest(from_json(json, ${literal(JSON.stringify(Object.fromEntries(types)))})) from ${records})`;
  return { rows, columns, relation: `(select ${picked} from ${read})` };
}

function castOf(name: string, file: SourceFile): string {
  const said = typeSaid(file, name);
  return said && said !== 'text' ? `${identifier(name)}::${TYPES[said]} as ${identifier(name)}` : identifier(name);
}

const typeSaid = (file: SourceFile, name: string) => new Map(Object.entries(file.settings.types ?? {})).get(name);

/** As what a key's values are read: numbers as numbers, unless digits would be lost; several kinds as text. */
async function typeOf(
  ask: (sql: string) => Promise<Record<string, unknown>[]>,
  records: string,
  file: SourceFile,
  name: string,
  structure: Structure,
): Promise<Structure> {
  if (typeSaid(file, name)) return 'VARCHAR';
  if (structure === 'JSON' || structure === 'NULL') return 'VARCHAR';
  if (typeof structure !== 'string') return wide(structure);
  if (!/^(U?BIGINT|DOUBLE)$/.test(structure)) return structure;
  const key = literal(`$.${JSON.stringify(name)}`);
  // 15 digits are exact in a double and 18 in a BIGINT
  const digits = structure === 'DOUBLE' ? 16 : 19;
  const [long] = await ask(
    `select count(*) as n from ${records} where regexp_matches(json_extract_string(json, ${key}), '^-?\\d{${digits},}(\\.0)?$')`,
  );
  if (Number(long!.n) === 0) return structure === 'DOUBLE' ? 'DOUBLE' : 'BIGINT';
  return structure === 'DOUBLE' ? 'VARCHAR' : 'HUGEINT';
}

const wide = (structure: Structure): Structure => {
  if (Array.isArray(structure)) return [wide(structure[0])];
  if (typeof structure === 'object') return Object.fromEntries(Object.entries(structure).map(([key, of]) => [key, wide(of)]));
  return structure === 'UBIGINT' ? 'HUGEINT' : structure === 'NULL' ? 'VARCHAR' : structure;
};

const KIND_OF = new Map([
  ['VARCHAR', 'a text'],
  ['NULL', 'null'],
  ['ARRAY', 'a list'],
  ['BOOLEAN', 'true or false'],
]);

function notOneObject(file: SourceFile, { place, type, keys }: Record<string, unknown>): ImportRefused {
  if (type !== 'OBJECT')
    return new ImportRefused([
      `${file.shown}: record ${place} is ${KIND_OF.get(String(type)) ?? 'a number'}, not an object; write one object per record`,
    ]);
  const names = keys as unknown as { items?: string[] } | string[];
  const list = Array.isArray(names) ? names : (names.items ?? []);
  const twice = list.find((name, at) => list.indexOf(name) < at);
  return new ImportRefused([
    `${file.shown}: record ${place} has the key ${twice} twice; which one holds cannot be told, keep one`,
  ]);
}

/** What is wrong with JSON that DuckDB cannot read, by its line. */
async function broken(file: SourceFile, target: string, cause: unknown): Promise<ImportRefused> {
  const refused = (line: string) => new ImportRefused([line], cause);
  const text = await readFile(target, 'utf8').catch(() => '');
  if (text.length > MOST_TO_LOOK_THROUGH)
    return refused(`${file.shown}: cannot be read as JSON; export it again, in smaller files`);
  const fault = (json: string): string | undefined => {
    try {
      JSON.parse(json);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  if (text.trimStart().startsWith('[')) {
    const whole = fault(text);
    const at = Number(whole?.match(/position (\d+)/)?.[1] ?? Number.NaN);
    const line = Number.isNaN(at) ? text.split('\n').length : text.slice(0, at).split('\n').length;
    return refused(`${file.shown}:${line}: is not JSON at ${shown(text.split('\n')[line - 1]!.trim())}; export the file again`);
  }
  for (const [at, line] of text.split('\n').entries())
    if (line.trim() !== '' && fault(line))
      return refused(`${file.shown}:${at + 1}: is not JSON: ${shown(line.trim())}; write one JSON object per line`);
  return refused(`${file.shown}: cannot be read as JSON; is a record longer than ${LONGEST_RECORD / 2 ** 20} MB?`);
}
