import type { Column } from '../contracts/columns.js';
import type { LandingContract } from '../contracts/contract.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { momentStep } from './explain-refusal.js';
import type { MappingFile } from './mapping.js';
import { counted, ImportRefused, shown } from './refused.js';
import { nearColumn, placeOf, type Source } from './source.js';
import { identifier } from './wrapping.js';

/** A day in digits, day or month first; ISO begins with the year. */
const DAY_OR_MONTH_FIRST = '^\\s*\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}';
/** As spreadsheets and floating-point numbers write long numbers. */
const SHORTENED = '^\\d(\\.\\d+)?[eE]\\+\\d+$';
const WITH_POINT_ZERO = '^\\d+\\.0$';

const isMoment = ({ kind }: Column): boolean => kind === 'moment' || kind === 'moment_or_day' || kind === 'day';
const isId = ({ kind, name }: Column): boolean => kind === 'text' && (name.endsWith('_id') || name === 'tracking_number');

interface Given {
  duck: Duck;
  file: MappingFile & { contract: LandingContract };
  sources: readonly Source[];
}

/**
 * Looks through the rows of table `landed` for what nobody could read back later, however few there are: days that could be
 * day/month or month/day, and ids that have lost digits.
 *
 * @throws ImportRefused naming the column, a value, where it comes from and what to write
 */
export async function lookBeforeLanding(given: Given): Promise<void> {
  const types = new Map(
    (await given.duck.run('describe landed')).map((row) => [String(row.column_name), String(row.column_type)]),
  );
  for (const column of given.file.contract.columns) {
    if (types.get(column.name) !== 'VARCHAR') continue;
    if (isMoment(column)) await refuseDays(given, column);
    if (isId(column)) await refuseIds(given, column);
  }
}

async function firstLike({ duck, sources, file }: Given, { name }: Column, pattern: string) {
  const [found] = await duck.run(
    `select ${identifier(name)} as value, count(*) over () as n from landed where regexp_matches(${identifier(name)}, '${pattern}') order by all limit 1`,
  );
  if (!found) return undefined;
  const value = String(found.value);
  const place = await placeOf(duck, sources, value, nearColumn(file.select, name));
  return { value, rows: Number(found.n), column: place?.column, from: place ? ` (${place.at}, column ${place.column})` : '' };
}

async function refuseDays(given: Given, column: Column): Promise<void> {
  const found = await firstLike(given, column, DAY_OR_MONTH_FIRST);
  if (!found) return;
  throw new ImportRefused([
    `${given.file.path}: returns ${column.name} as text in ${counted(found.rows, 'row')}: ${shown(found.value)}${found.from}`,
    await momentStep(given.duck, given.sources, found.value, found.column),
  ]);
}

async function refuseIds(given: Given, column: Column): Promise<void> {
  const shortened = await firstLike(given, column, SHORTENED);
  if (shortened)
    throw new ImportRefused([
      `${given.file.path}: returns ${column.name} ${shown(shortened.value)}${shortened.from}: a spreadsheet or a floating-point number has shortened it, and its last digits are lost`,
      'export it again as text (in Excel: format the column as text before the ids are entered or loaded)',
    ]);
  const pointed = await firstLike(given, column, WITH_POINT_ZERO);
  if (pointed)
    throw new ImportRefused([
      `${given.file.path}: returns ${column.name} ${shown(pointed.value)}${pointed.from}: an id that went through a floating-point number`,
      `write ${pointed.column ?? 'x'}::bigint::varchar if all have at most 15 digits; beyond that digits are lost: export them as text`,
    ]);
}
