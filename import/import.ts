import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Duck, openDuck } from '../lambdas/shared/duck.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { METRIC_KEYS } from '../metrics/index.js';
import { keepNewRows } from './add-to-landing.js';
import { setClocksRight } from './clocks.js';
import { commitLanding, compare, landedAlready } from './commit-landing.js';
import { refuseDroppedOffsets } from './dropped-offsets.js';
import { explainRefusal } from './explain-refusal.js';
import { type Foreseen, foresee, reasonLine, shareLine } from './foresee.js';
import { clearLeftovers, makePartial } from './leftovers.js';
import { lookBeforeLanding } from './look-before-landing.js';
import { type Mapping, type MappingFile, readMapping, withTheirTables } from './mapping.js';
import { type ColumnMatch, matchColumns } from './match-columns.js';
import { mustBeOneSelect } from './one-select.js';
import { counted, ImportRefused, shown } from './refused.js';
import { nearColumn, openSource, passedOver, placeOf, type Source } from './source.js';
import { readSettings } from './source-settings.js';
import {
  copyDay,
  countValues,
  describeSelect,
  distinctMetrics,
  distinctValues,
  helperView,
  landedDays,
  landedRows,
  sealOff,
} from './wrapping.js';

export interface ImportOptions {
  /** Folder with one SELECT per landed dataset, such as examples/olist. */
  mapping: string;
  /** Folder of parquet, csv, jsonl or json files; `source.orders` is its orders.parquet. */
  from: string;
  /** The landing folder; made if there is none. */
  to: string;
  /** Exchange what the landing holds of these datasets. */
  replace?: boolean;
  /** Keep what the landing holds of these datasets, and land beside it the rows that have not landed. */
  add?: boolean;
}

export interface ImportedDataset {
  dataset: string;
  rows: number;
  /** Landing days with rows; one file each. */
  days: number;
  /** YYYY-MM-DD; absent when the SELECT returned no row. */
  first_day?: string;
  last_day?: string;
  /** Files that were in the landing already, byte for byte. */
  unchanged: number;
  /** Rows that had not landed, where they alone were to land. */
  added?: number;
}

export interface ImportSummary {
  /** What was read. */
  sources: { name: string; file: string; rows: number }[];
  datasets: ImportedDataset[];
  /** What a person should know of it, line by line: rows that a night would leave out, files that were passed over. */
  notes: string[];
}

type Dataset = Mapping['datasets'][number];
type Planned = Dataset & { expressions: string[] };
type Staged = ImportedDataset & { file: Planned; landing_days: string[] };

/** What the steps of one import work with. */
interface Work {
  duck: Duck;
  partial: string;
  sources: readonly Source[];
  staging: ObjectStore;
}

/**
 * Lands a user's own data: runs each SELECT of a mapping folder over the files of a source folder and writes
 * `<to>/<dataset>/dt=YYYY-MM-DD/part-0.parquet`, one file per dataset and landing day. The same mapping and source give the same
 * bytes, so a repeated import changes nothing. Nothing lands unless every SELECT succeeds and a night would take what it returns.
 *
 * @param storeAt a store over a folder of this machine, whose `url` is the path of a file
 * @throws ImportRefused when mapping, source or landing cannot be used; each of its lines names file, place and next step
 */
export async function importData(options: ImportOptions, storeAt: (folder: string) => ObjectStore): Promise<ImportSummary> {
  const read = await readMapping(options.mapping);
  const settings = await readSettings(options.mapping);
  const to = resolve(options.to);
  await mkdir(dirname(to), { recursive: true });
  const notes = await clearLeftovers(to);
  const partial = await makePartial(to);
  let duck: Duck | undefined;
  try {
    const scratch = join(partial, 'scratch');
    await mkdir(scratch);
    duck = await openDuck({ memoryLimit: '1GB', temporaryFolder: scratch });
    const { files: sources, passed_over } = await openSource(
      duck,
      { folder: options.from, mapping: options.mapping, settings },
      scratch,
    );
    if (passed_over.length > 0) notes.push(`${options.from}: not read: ${passedOver(passed_over)}`);
    const mapping = withTheirTables(read, sources, notes);
    const work: Work = { duck, partial, sources, staging: storeAt(join(partial, 'landing')) };
    const paths = sources.flatMap(({ path }) => path ?? []);
    for (const sql of sealOff([partial], paths)) await duck.run(sql);

    const selects = [...mapping.helpers, ...mapping.datasets].map(({ select }) => select);
    await setClocksRight(duck, selects);
    const staged = await stageAll(mapping, work);
    if (staged.every((dataset) => dataset.rows === 0))
      throw new ImportRefused([
        `${options.from}: the SELECTs of ${options.mapping} return no row of it; is --from right?`,
        `read: ${sources.map(({ name, rows }) => `${counted(rows, 'row')} of source.${name}`).join(', ')}`,
      ]);
    notes.push(...(await mustBeTaken(staged, work, storeAt(join(partial, 'tried')))));

    const landing = storeAt(to);
    const datasets = staged.map(({ dataset }) => dataset);
    const already = await landedAlready(landing);
    const kept = options.add ? await keepNewRows({ staging: work.staging, landing, datasets, already, scratch }) : undefined;
    for (const one of kept?.values() ?? []) notes.push(...one.notes);
    const moves = await Promise.all(datasets.map((dataset) => compare(work.staging, landing, dataset, already)));
    await commitLanding(work.staging, landing, moves, options.add ? 'add' : options.replace ? 'replace' : 'refuse');
    return {
      sources: sources.map(({ name, shown: file, rows }) => ({ name, file, rows })),
      datasets: staged.map(({ file: _, landing_days: __, ...dataset }, at) => ({
        ...dataset,
        unchanged: moves[at]!.same.length,
        ...(kept ? { added: kept.get(dataset.dataset)!.added } : {}),
      })),
      notes,
    };
  } finally {
    duck?.close();
    await rm(partial, { recursive: true, force: true });
  }
}

/** Runs every SELECT; all that is wrong with their columns is told before the first of them runs. */
async function stageAll(mapping: Mapping, work: Work): Promise<Staged[]> {
  for (const file of [...mapping.helpers, ...mapping.datasets]) {
    await mustBeOneSelect(work.duck, file);
    await refuseDroppedOffsets(work.duck, file, work.sources);
  }
  for (const helper of mapping.helpers) await asking(work, helperView(helper.name, helper.select), helper);
  const planned: Planned[] = [];
  const problems: string[] = [];
  for (const dataset of mapping.datasets) {
    const plan = await columnsOf(work, dataset);
    problems.push(...plan.problems.map((problem) => `${dataset.path}: ${problem}`));
    planned.push({ ...dataset, expressions: plan.expressions });
  }
  if (problems.length > 0) throw new ImportRefused(problems);
  const staged: Staged[] = [];
  for (const dataset of planned) staged.push(await stage(work, dataset));
  return staged;
}

/**
 * Asks of the staged files what a night would make of them. What it would leave out is returned, to be told.
 *
 * @throws ImportRefused when it would leave out more than a contract allows
 */
async function mustBeTaken(staged: readonly Staged[], work: Work, store: ObjectStore): Promise<string[]> {
  const named = async (sql: (path: string, column: string) => string, column: string, dataset?: string): Promise<string[]> => {
    const names = new Set<string>();
    for (const { file, landing_days } of staged) {
      if (landing_days.length === 0 || (dataset && file.name !== dataset)) continue;
      if (!file.contract.columns.some(({ name }) => name === column)) continue;
      const rows = await work.duck.run(sql(work.staging.url(`${file.name}/*/*.parquet`), column));
      for (const { name } of rows) if (name !== null && name !== '') names.add(String(name));
    }
    return [...names].sort();
  };
  const regions = [...new Set([...(await named(distinctValues, 'region')), ...(await named(distinctValues, 'home_region'))])];
  const metrics = await named(distinctMetrics, 'metrics', 'exemptions');
  const own = metrics.filter((name) => name !== 'all' && !(METRIC_KEYS as readonly string[]).includes(name));
  const datasets = staged.map(({ file, landing_days }) => ({ contract: file.contract, days: landing_days }));
  const foreseen = await foresee(datasets, {
    staging: work.staging,
    store,
    scratch: join(work.partial, 'scratch'),
    regions,
    metrics: own,
  });
  const notes = own.map(
    (name) => `exemptions name the metric ${shown(name)}, which is not built in; metrics.yaml must declare it`,
  );
  for (const [at, one] of foreseen.entries()) {
    if (one.rejected === 0) continue;
    const { file } = staged[at]!;
    const lines = await linesOf(file, one, work);
    if (one.rejected / one.landed > file.contract.rejected.at_most) throw new ImportRefused(lines);
    notes.push(...lines);
  }
  return notes;
}

async function linesOf(file: Planned, foreseen: Foreseen, { duck, sources }: Work): Promise<string[]> {
  const lines = [`${file.path}: ${shareLine(foreseen, file.contract)}`];
  // why two: with the first line they make three, which a person reads
  for (const reason of foreseen.reasons.slice(0, 2)) {
    const { column, value } = reason.example;
    const near = column === undefined ? [file.select] : nearColumn(file.select, column);
    const place = value === undefined ? undefined : await placeOf(duck, sources, value, near);
    lines.push(reasonLine(reason, place ? ` (${place.at}, column ${place.column})` : ''));
  }
  if (foreseen.reasons.length > 2) lines.push(`and for ${foreseen.reasons.length - 2} more reasons`);
  return lines;
}

/** `source.orders: 99,441 rows of orders.csv`. */
export const sourceLine = ({ name, file, rows }: ImportSummary['sources'][number]): string =>
  `source.${name}: ${counted(rows, 'row')} of ${file}`;

/** `orders: 395,349 rows over 685 days, 2016-09-04 to 2018-10-17`, for a person to read. */
export function importLine({ dataset, rows, days, first_day, last_day, unchanged, added }: ImportedDataset): string {
  if (rows === 0) return `${dataset}: no rows`;
  if (added !== undefined) return `${dataset}: ${counted(added, 'new row')} of ${rows.toLocaleString('en')}`;
  const known = unchanged === days ? ' (landed already, unchanged)' : '';
  return `${dataset}: ${counted(rows, 'row')} over ${counted(days, 'day')}, ${first_day} to ${last_day}${known}`;
}

/** Runs SQL made of a mapping file; what DuckDB has against it is said of that file. */
async function asking({ duck, sources }: Work, sql: string, file: MappingFile): ReturnType<Duck['run']> {
  return duck.run(sql).catch(async (error) => {
    throw await explainRefusal(duck, file, sources, error);
  });
}

/** How the columns of the dataset's SELECT match its contract; found out without running it, unless a column looks odd. */
async function columnsOf(work: Work, file: Dataset): Promise<ColumnMatch> {
  const described = await asking(work, describeSelect(file.select), file);
  const plan = matchColumns(
    file.contract,
    described.map((column) => ({ name: String(column.column_name), type: String(column.column_type) })),
  );
  for (const { column, problem } of plan.mismatches) {
    // a bare `null as carrier` comes as INTEGER; without a value it is as good as left out
    const [values] = await asking(work, countValues(column, file.select), file);
    if (values?.n !== 0) plan.problems.push(problem);
  }
  return plan;
}

/** Runs the dataset's SELECT and writes its rows, one file per landing day, to the staging store. */
async function stage(work: Work, file: Planned): Promise<Staged> {
  const { contract } = file;
  const { duck, staging, sources } = work;
  const order = [...new Set(['landed_on', ...contract.key, 'updated_at', ...contract.columns.map((column) => column.name)])];
  await asking(work, landedRows(file.expressions, order, file.select), file);
  await lookBeforeLanding({ duck, file, sources });
  const days = (await duck.run(landedDays)).map((row) => ({ day: String(row.day), rows: Number(row.row_count) }));
  const odd = days.find(({ day }) => !/^(19[7-9]|20|21)\d+-\d\d-\d\d$/.test(day));
  if (odd) throw new ImportRefused([`${file.path}: ${oddDay(odd)}`]);

  // one thread keeps the rows of a file in order, and its bytes the same every time
  await duck.run('set threads = 1');
  for (const { day } of days) {
    const path = staging.url(`${contract.dataset}/dt=${day}/part-0.parquet`);
    await mkdir(dirname(path), { recursive: true });
    await duck.run(copyDay(day, path));
  }
  await duck.run('set threads = 2');
  return {
    ...{ file, landing_days: days.map(({ day }) => day) },
    dataset: contract.dataset,
    rows: days.reduce((sum, day) => sum + day.rows, 0),
    days: days.length,
    first_day: days[0]?.day,
    last_day: days.at(-1)?.day,
    unchanged: 0,
  };
}

function oddDay({ day, rows }: { day: string; rows: number }): string {
  const said = `landed_on is ${day} in ${counted(rows, 'row')}`;
  if (/^00\d\d-/.test(day))
    return `${said}; a year of two digits was read as it stands: say the format, as in strptime(x, '%d/%m/%y')::date`;
  return `${said}; give every row the day it would have landed, between 1970 and 2199`;
}
