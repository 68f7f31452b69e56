import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SQL_TYPES } from '../../contracts/columns.js';
import { LANDING } from '../../contracts/landing/index.js';
import { readColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import type { NightColumns } from '../../contracts/ledger/night-columns.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { emptyRelation } from '../../sql/literals.js';
import { layersOf, type NightFacts, renderSelect, type Source } from '../../sql/render.js';
import { HOME } from './home.js';

export const COLUMNS_FILE = join(HOME, 'contracts/ledger/night-columns.json');

/** A night of some policies in which everything landed; `later` reuses outcomes; `nothing landed` measures nothing. */
export function someNight(policies: Policies, kind: 'first' | 'later' | 'nothing landed'): NightFacts {
  const landed = kind === 'nothing landed' ? [] : Object.keys(LANDING);
  const some = { files: 1, rows: 1, days: [SOME_DAY] };
  const each = Object.fromEntries(landed.map((dataset) => [dataset, some]));
  const inputs = { accepted: each, accepted_news: each, counts: { every: some } };
  const facts = { run_date: SOME_DAY, run_id: `${SOME_DAY}-001`, policies, landed, inputs };
  if (kind === 'nothing landed') return { ...facts, not_measured: policies.metrics.map(({ metric }) => metric) };
  if (kind === 'first') return { ...facts, not_measured: [] };
  return {
    ...facts,
    not_measured: [],
    base_date: '2026-11-15',
    previous_run_id: '2026-11-15-001',
    previous_metrics: policies.metrics.map(({ metric }) => metric),
    previous_datasets: Object.keys(PUBLISHED),
  };
}

/** Columns do not depend on the day; a test holds that they do not depend on the kind of night either. */
const SOME_DAY = '2026-11-16';

/**
 * The policies of a folder as they stand on every day on which one of its programmes comes into force. why: columns such as
 * `late_dispatch_30_met` carry a programme's windows, and a programme that waits in the folder must find its columns there.
 */
export async function policiesOverTime(folder: string): Promise<Policies[]> {
  const files = await readPolicyFiles(folder);
  const days = Object.values(files).flatMap((file) => (parse(file) as { in_force_from?: string } | null)?.in_force_from ?? []);
  return [...new Set(days)].sort().map((day) => loadPolicies(files, day));
}

/** Renders every SQL dataset and asks DuckDB, over relations without rows, which columns it returns. */
export async function describeNight(duck: Duck, facts: NightFacts): Promise<NightColumns> {
  const sql = await readSqlFiles();
  const columns: NightColumns = {};
  // The run before had the same columns: what a dataset reads of its own past is known once it was described without one.
  const known = facts.base_date ? await describeNight(duck, someNight(facts.policies, 'first')) : {};
  const empty = ({ kind, dataset }: Source): string => {
    if (kind === 'counts') return emptyRelation(COUNT_COLUMNS);
    if (kind === 'accepted' || kind === 'accepted_news') return emptyRelation(readColumns(LANDING[dataset]!));
    return emptyRelation(known[dataset] ?? []);
  };
  for (const path of layersOf(sql, facts).flat()) {
    const { name, select } = renderSelect(path, sql, facts, empty);
    const described = await duck.run(`DESCRIBE ${select}`);
    columns[name] = described.map((row) => columnOf(String(row.column_name), String(row.column_type), path));
    known[name] = columns[name];
  }
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Throws for a type that a Parquet table should not have, such as HUGEINT. */
function columnOf(name: string, sql: string, path: string): NightColumns[string][number] {
  if (!(SQL_TYPES as readonly string[]).includes(sql))
    throw new Error(
      `sql/${path} ${name}: is ${sql}, which not every reader of Parquet has; cast it to one of ${SQL_TYPES.join(', ')}`,
    );
  return { name, sql };
}

/** The columns of nights under every policy of some folders. */
export async function describeNightsOf(duck: Duck, policyFolders: Iterable<string>): Promise<NightColumns> {
  const together: NightColumns = {};
  for (const folder of policyFolders)
    for (const policies of await policiesOverTime(join(HOME, folder)))
      for (const [dataset, columns] of Object.entries(await describeNight(duck, someNight(policies, 'first')))) {
        const known = together[dataset] ?? [];
        together[dataset] = [...known, ...columns.filter((column) => !known.some((one) => one.name === column.name))];
      }
  return together;
}

/** The columns as committed: readers of a night know them without running SQL. */
export const readNightColumns = async (): Promise<NightColumns> =>
  JSON.parse(await readFile(COLUMNS_FILE, 'utf8')) as NightColumns;

export const writeNightColumns = (columns: NightColumns): Promise<void> => writeFile(COLUMNS_FILE, asText(columns));

/** One column a line, so that a change reads as one; as the formatter wants it, a short table is one line. */
const asText = (columns: NightColumns): string => {
  const tables = Object.entries(columns).map(([name, some]) => {
    const each = some.map((column) => JSON.stringify(column, null, 1).replaceAll(/\s+/g, ' '));
    const short = `  ${JSON.stringify(name)}: [${each.join(', ')}]`;
    return short.length < 130 ? short : `  ${JSON.stringify(name)}: [\n    ${each.join(',\n    ')}\n  ]`;
  });
  return `{\n${tables.join(',\n')}\n}\n`;
};
