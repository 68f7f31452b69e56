import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Duck, openDuck } from '../lambdas/shared/duck.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { commitLanding, compare } from './commit-landing.js';
import { type Mapping, type MappingFile, readMapping } from './mapping.js';
import { type ColumnMatch, matchColumns } from './match-columns.js';
import { complaint, ImportRefused } from './refused.js';
import { openSource } from './source.js';
import { copyDay, countValues, describeSelect, helperView, landedDays, landedRows } from './wrapping.js';

export interface ImportOptions {
  /** Folder with one SELECT per landed dataset, such as examples/olist. */
  mapping: string;
  /** Folder of parquet, csv, jsonl or json files; `source.orders` is its orders.parquet. */
  from: string;
  /** The landing folder; made if there is none. */
  to: string;
  /** Exchange what the landing holds of these datasets. */
  replace?: boolean;
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
}

export interface ImportSummary {
  datasets: ImportedDataset[];
}

type Dataset = Mapping['datasets'][number];
type Planned = Dataset & { expressions: string[] };

/**
 * Lands a user's own data: runs each SELECT of a mapping folder over the files of a source folder and writes
 * `<to>/<dataset>/dt=YYYY-MM-DD/part-0.parquet`, one file per dataset and landing day. The same mapping and source give the same
 * bytes, so a repeated import changes nothing. Nothing lands unless every SELECT succeeds.
 *
 * @param storeAt a store over a folder of this machine, whose `url` is the path of a file
 * @throws ImportRefused when mapping, source or landing cannot be used; each of its lines names file, place and next step
 */
export async function importData(options: ImportOptions, storeAt: (folder: string) => ObjectStore): Promise<ImportSummary> {
  const mapping = await readMapping(options.mapping);
  const to = resolve(options.to);
  await mkdir(dirname(to), { recursive: true });
  // beside the landing, so that files move in by renaming
  const partial = await mkdtemp(`${to}.partial-`);
  let duck: Duck | undefined;
  try {
    const scratch = join(partial, 'scratch');
    await mkdir(scratch);
    duck = await openDuck({ memoryLimit: '1GB', temporaryFolder: scratch });
    const sources = await openSource(duck, options.from, scratch);
    for (const helper of mapping.helpers) await asking(duck, helperView(helper.name, helper.select), helper, sources);
    const planned: Planned[] = [];
    const problems: string[] = [];
    for (const dataset of mapping.datasets) {
      const plan = await columnsOf(duck, dataset, sources);
      problems.push(...plan.problems.map((problem) => `${dataset.path}: ${problem}`));
      planned.push({ ...dataset, expressions: plan.expressions });
    }
    if (problems.length > 0) throw new ImportRefused(problems);

    const staging = storeAt(join(partial, 'landing'));
    const datasets: ImportedDataset[] = [];
    for (const dataset of planned) datasets.push(await stage(duck, dataset, staging, sources));
    if (datasets.every((dataset) => dataset.rows === 0))
      throw new ImportRefused([`${options.from}: the SELECTs of ${options.mapping} return no row of it; is --from right?`]);

    const landing = storeAt(to);
    const moves = await Promise.all(datasets.map(({ dataset }) => compare(staging, landing, dataset)));
    await commitLanding(staging, landing, moves, options.replace ?? false);
    return { datasets: datasets.map((dataset, at) => ({ ...dataset, unchanged: moves[at]!.same.length })) };
  } finally {
    duck?.close();
    await rm(partial, { recursive: true, force: true });
  }
}

/** `orders: 395,349 rows over 685 days, 2016-09-04 to 2018-10-17`, for a person to read. */
export function importLine({ dataset, rows, days, first_day, last_day, unchanged }: ImportedDataset): string {
  if (rows === 0) return `${dataset}: no rows`;
  const count = (n: number, word: string) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
  const known = unchanged === days ? ' (landed already, unchanged)' : '';
  return `${dataset}: ${count(rows, 'row')} over ${count(days, 'day')}, ${first_day} to ${last_day}${known}`;
}

/** Runs SQL made of a mapping file; what DuckDB has against it is said of that file. */
async function asking(duck: Duck, sql: string, file: MappingFile, sources: readonly string[]): ReturnType<Duck['run']> {
  return duck.run(sql).catch((error) => {
    const lines = [complaint(file.path, error)];
    if (/Table with name .* does not exist/.test(lines[0]!))
      lines.push(`readable: ${sources.map((name) => `source.${name}`).join(', ')}`);
    throw new ImportRefused(lines);
  });
}

/** How the columns of the dataset's SELECT match its contract; found out without running it, unless a column looks odd. */
async function columnsOf(duck: Duck, file: Dataset, sources: readonly string[]): Promise<ColumnMatch> {
  const described = await asking(duck, describeSelect(file.select), file, sources);
  const plan = matchColumns(
    file.contract,
    described.map((column) => ({ name: String(column.column_name), type: String(column.column_type) })),
  );
  for (const { column, problem } of plan.mismatches) {
    // a bare `null as carrier` comes as INTEGER; without a value it is as good as left out
    const [values] = await asking(duck, countValues(column, file.select), file, sources);
    if (values?.n !== 0) plan.problems.push(problem);
  }
  return plan;
}

/** Runs the dataset's SELECT and writes its rows, one file per landing day, to the staging store. */
async function stage(duck: Duck, file: Planned, staging: ObjectStore, sources: readonly string[]): Promise<ImportedDataset> {
  const { contract } = file;
  const order = [...new Set(['landed_on', ...contract.key, 'updated_at', ...contract.columns.map((column) => column.name)])];
  await asking(duck, landedRows(file.expressions, order, file.select), file, sources);
  const days = (await duck.run(landedDays)).map((row) => ({ day: String(row.day), rows: Number(row.row_count) }));
  const odd = days.find(({ day }) => !/^\d{4}-\d\d-\d\d$/.test(day));
  if (odd)
    throw new ImportRefused([
      `${file.path}: ${odd.rows} rows have landed_on ${odd.day}; give every row the day it would have landed`,
    ]);

  // one thread keeps the rows of a file in order, and its bytes the same every time
  await duck.run('set threads = 1');
  for (const { day } of days) {
    const path = staging.url(`${contract.dataset}/dt=${day}/part-0.parquet`);
    await mkdir(dirname(path), { recursive: true });
    await duck.run(copyDay(day, path));
  }
  await duck.run('set threads = 2');
  return {
    dataset: contract.dataset,
    rows: days.reduce((sum, day) => sum + day.rows, 0),
    days: days.length,
    first_day: days[0]?.day,
    last_day: days.at(-1)?.day,
    unchanged: 0,
  };
}
