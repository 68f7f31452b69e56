import { contentFault } from '../lambdas/accept-files/parquet-fault.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { otherMoment, otherNumber, type Reading, readings } from './how-to-read.js';
import type { MappingFile } from './mapping.js';
import { firstLine, ImportRefused, lineIn, messageOf, placeIn, shown } from './refused.js';
import { placeOf, type Source } from './source.js';
import { identifier, literal } from './wrapping.js';

/** A text that DuckDB could not read, and as what. */
interface Unread {
  text: string;
  as: 'moment' | 'number' | 'other';
  /** What was asked for, in words. */
  wanted: string;
}

/** What DuckDB says of a text it cannot read; undefined when the error is about something else. */
function unread(message: string): Unread | undefined {
  const format = /Could not parse string "([\s\S]*?)" according to format specifier "([^"]*)"/.exec(message);
  if (format) return { text: format[1]!, as: 'moment', wanted: `what ${format[2]} says` };
  const moment = /(?:date|timestamp|time) field (?:format|value out of range): "([\s\S]*?)"(?:,|\n|$| when)/.exec(message);
  if (moment) return { text: moment[1]!, as: 'moment', wanted: 'a moment as ISO writes it (2026-01-31 17:00:00)' };
  const cast = /Could not convert string ['"]([\s\S]*?)['"] to ([A-Z0-9(), ]+)/.exec(message);
  if (!cast) return undefined;
  const number = /^(U?INT|DOUBLE|FLOAT|DECIMAL)/.test(cast[2]!);
  return { text: cast[1]!, as: number ? 'number' : 'other', wanted: number ? 'a number' : `a ${cast[2]!.trim()}` };
}

/** What DuckDB has against the SQL of a mapping file or against the data under it, as a person needs to know it. */
export async function explainRefusal(
  duck: Duck,
  file: MappingFile,
  sources: readonly Source[],
  error: unknown,
): Promise<ImportRefused> {
  const where = placeIn(file.path, error);
  const message = messageOf(error);
  const found = unread(message);
  if (found) return new ImportRefused(await linesAbout(duck, sources, found, { where, near: nearError(file, error) }), error);
  const damage = await damaged(duck, sources);
  if (damage) return new ImportRefused([damage], error);
  const lines = [`${where}: ${firstLine(error)}`];
  const absent = /^Binder Error: Column "(.*?)" referenced that exists in the SELECT clause/.exec(message)?.[1];
  if (absent !== undefined) lines[0] = `${where}: reads the column ${absent}, which no source has that it reads`;
  if (/^Permission Error/.test(message))
    lines[0] = `${where}: reads a file by its own path; a mapping reads the files of --from only, as source.<name>`;
  else if (/Table with name .* does not exist/.test(message))
    lines.push(`readable: ${sources.map(({ name }) => `source.${name}`).join(', ')}`);
  else if (absent !== undefined || /Referenced column|does not have a column named|Values list .* does not have/.test(message))
    lines.push(
      ...sources
        .filter(({ name }) => file.select.includes(name))
        .map(({ name, columns }) => `source.${name} has ${columns.map(inOneLine).join(', ')}`),
    );
  else if (/^Binder Error: .*VARCHAR/.test(message) && /cast/.test(message))
    lines.push(
      "values of csv files and texts of json files are text: say what they are, as in placed::timestamp, strptime(placed, '%d/%m/%Y'), price::double",
    );
  return new ImportRefused(lines, error);
}

/** A name as it is, unless it would break the line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const inOneLine = (name: string): string => (/[\0-\x1f\x7f]/.test(name) ? shown(name) : name);

/** Of a Parquet file whose footer is good, damage shows only where its rows are read. */
async function damaged(duck: Duck, sources: readonly Source[]): Promise<string | undefined> {
  for (const { path, placed, shown: file } of sources.filter((source) => source.path !== undefined)) {
    const fault = await duck.run(`select max(hash(s)) from (from ${placed}) as s`).then(
      () => undefined,
      (error) => contentFault(firstLine(error)),
    );
    if (path && fault) return `${file}: ${fault}`;
  }
  return undefined;
}

/** The line of a mapping file that an error names, and the whole of it. */
function nearError({ select }: MappingFile, error: unknown): string[] {
  const line = select.split('\n')[Number(lineIn(error)) - 1];
  return line === undefined ? [select] : [line, select];
}

async function linesAbout(
  duck: Duck,
  sources: readonly Source[],
  { text, as, wanted }: Unread,
  { where, near }: { where: string; near: readonly string[] },
): Promise<string[]> {
  const place = await placeOf(duck, sources, text, near);
  const column = place ? nameIn(place.column) : 'x';
  const head = place ? `${place.at}: ${place.column} is ${shown(text)}` : `${shown(text)}`;
  const line = `${head}, which ${where} reads as ${wanted}`;
  if (as === 'number') return [line, otherNumber(text, column)];
  if (as === 'other') return [line, 'mend it in the source, or say in the mapping what it stands for'];
  return [line, await momentStep(duck, sources, text, place?.column)];
}

/** A column as SQL writes it. */
export const nameIn = (column: string): string => (/^[a-z_]\w*$/i.test(column) ? column : identifier(column));

/** What to write for a text that is not read as a moment. Which of two readings holds is never decided here. */
export async function momentStep(
  duck: Duck,
  sources: readonly Source[],
  text: string,
  column: string | undefined,
): Promise<string> {
  const expression = column ? nameIn(column) : 'x';
  const write = ({ format }: Reading): string => `strptime(${expression}, ${literal(format)})`;
  const ways = readings(text);
  if (ways.length === 0) return otherMoment(text, expression);
  if (ways.length === 1) return `write ${write(ways[0]!)}`;
  const [first, second] = ways as [Reading, Reading];
  const alike = first.means === second.means ? '' : ` (${first.means})`;
  const other = first.means === second.means ? '' : ` (${second.means})`;
  const both = `could be day/month or month/day: write ${write(first)} for day/month${alike}, or ${write(second)} for month/day${other}`;
  const hint = column ? await onlyOne(duck, sources, column, first, second) : '';
  return `${both}${hint}`;
}

/** A value of the same column that can be read in one of the two ways only. */
async function onlyOne(duck: Duck, sources: readonly Source[], column: string, first: Reading, second: Reading): Promise<string> {
  for (const source of sources.filter(({ columns }) => columns.includes(column))) {
    const value = `${identifier(column)}::varchar`;
    for (const [fits, fails, says] of [
      [first, second, 'day/month'],
      [second, first, 'month/day'],
    ] as const) {
      const [found] = await duck
        .run(
          `select ${value} as value from ${source.placed} where try_strptime(${value}, ${literal(fits.format)}) is not null and try_strptime(${value}, ${literal(fails.format)}) is null limit 1`,
        )
        .catch(() => []);
      if (found) return `; ${shown(String(found.value))} in the same column fits ${says} only`;
    }
  }
  return '';
}
