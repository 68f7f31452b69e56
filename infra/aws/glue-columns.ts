import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import { METRICS } from '../../contracts/metrics.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import { emptyRelation, layersOf, type NightFacts, renderSelect, type Source } from '../../sql/render.js';
import { HOME, lazyDuck, readPolicyFiles, readSqlFiles } from '../local/parts.js';
import { STAGES } from './settings.js';

export interface GlueColumn {
  name: string;
  /** As Glue writes it: string, bigint, int, date, timestamp, double, boolean. */
  type: string;
}

/** Columns of every dataset of a night, by name, in the order in which the SQL returns them. */
export type GlueColumns = Record<string, GlueColumn[]>;

const GLUE_TYPES: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  BIGINT: 'bigint',
  INTEGER: 'int',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
};

/** Glue's name for a type of our SQL. Throws for a type that a Parquet table should not have, such as HUGEINT. */
export function glueType(sql: string, where: string): string {
  const found = GLUE_TYPES[sql];
  if (!found) throw new Error(`${where}: is ${sql}, which has no place in Glue; cast it to one of ${Object.keys(GLUE_TYPES)}`);
  return found;
}

export const COLUMNS_FILE = join(HOME, 'infra/aws/glue-columns.json');

/** A night of some policies in which everything landed; `later` reuses outcomes; `nothing landed` measures nothing. */
export function someNight(policies: Policies, kind: 'first' | 'later' | 'nothing landed'): NightFacts {
  const facts = { run_date: SOME_DAY, run_id: `${SOME_DAY}-001`, policies };
  if (kind === 'nothing landed') return { ...facts, landed: [], not_measured: METRICS.map((metric) => metric.key) };
  const landed = Object.keys(LANDING);
  if (kind === 'first') return { ...facts, landed, not_measured: [] };
  return { ...facts, landed, not_measured: [], base_date: '2026-11-15', previous_run_id: '2026-11-15-001' };
}

/** Columns do not depend on the day; a test holds that they do not depend on the kind of night either. */
const SOME_DAY = '2026-11-16';

/**
 * The policies of a folder as they stand on every day on which one of its programmes comes into force. why: columns such as
 * `late_dispatch_30_met` carry a programme's windows, and a programme that waits in the folder must find its columns there.
 */
export async function policiesOverTime(folder: string): Promise<Policies[]> {
  const files = await readPolicyFiles(folder);
  const days = Object.values(files).flatMap((file) => (parse(file) as { in_force_from?: string }).in_force_from ?? []);
  return [...new Set(days)].sort().map((day) => loadPolicies(files, day));
}

/** Renders every SQL dataset and asks DuckDB, over relations without rows, which columns it returns. */
export async function describeNight(duck: Duck, facts: NightFacts): Promise<GlueColumns> {
  const sql = await readSqlFiles();
  const known = new Map<string, { name: string; sql: string }[]>();
  const empty = ({ kind, dataset }: Source): string => {
    if (kind === 'counts') return emptyRelation(COUNT_COLUMNS);
    if (kind === 'accepted' || kind === 'accepted_news') return emptyRelation(acceptedColumns(LANDING[dataset]!));
    return emptyRelation(known.get(dataset) ?? []);
  };
  const columns: GlueColumns = {};
  // The run before had the same columns: what a dataset reads of its own past is known once it was described without one.
  const first = facts.base_date ? await describeNight(duck, someNight(facts.policies, 'first')) : undefined;
  const byGlue = Object.fromEntries(Object.entries(GLUE_TYPES).map(([ours, glue]) => [glue, ours]));
  for (const [name, some] of Object.entries(first ?? {}))
    known.set(
      name,
      some.map((column) => ({ name: column.name, sql: byGlue[column.type]! })),
    );
  for (const path of layersOf(sql, facts).flat()) {
    const { name, select } = renderSelect(path, sql, facts, empty);
    const described = await duck.run(`DESCRIBE ${select}`);
    const found = described.map((row) => ({ name: String(row.column_name), sql: String(row.column_type) }));
    known.set(name, found);
    columns[name] = found.map((column) => ({ name: column.name, type: glueType(column.sql, `sql/${path} ${column.name}`) }));
  }
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The columns of every group of every stage, under every policy of theirs. */
export async function describeEverything(duck: Duck): Promise<GlueColumns> {
  const folders = new Set(Object.values(STAGES).flatMap((settings) => settings.groups.map((group) => group.policies)));
  const together: GlueColumns = {};
  for (const folder of folders)
    for (const policies of await policiesOverTime(join(HOME, folder)))
      for (const [dataset, columns] of Object.entries(await describeNight(duck, someNight(policies, 'first')))) {
        const known = together[dataset] ?? [];
        together[dataset] = [...known, ...columns.filter((column) => !known.some((one) => one.name === column.name))];
      }
  return together;
}

/** The columns as committed; CDK makes Glue tables of them without running SQL. */
export const readGlueColumns = async (): Promise<GlueColumns> => JSON.parse(await readFile(COLUMNS_FILE, 'utf8')) as GlueColumns;

/** One column a line, so that a change reads as one; as the formatter wants it, a short table is one line. */
export const asText = (columns: GlueColumns): string => {
  const tables = Object.entries(columns).map(([name, some]) => {
    const each = some.map((column) => JSON.stringify(column, null, 1).replaceAll(/\s+/g, ' '));
    const short = `  ${JSON.stringify(name)}: [${each.join(', ')}]`;
    return short.length < 130 ? short : `  ${JSON.stringify(name)}: [\n    ${each.join(',\n    ')}\n  ]`;
  });
  return `{\n${tables.join(',\n')}\n}\n`;
};

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const { duck, close } = lazyDuck(join(tmpdir(), 'seller-scorecards', 'glue-columns'));
  await writeFile(COLUMNS_FILE, asText(await describeEverything(await duck())));
  await close();
}
