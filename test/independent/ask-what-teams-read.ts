import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { readersFolder, readersIndexKey, runIdOf } from '../../contracts/run/keys.js';
import type { ReadersIndex } from '../../contracts/run/teams.js';
import type { Policies } from '../../policies/policy.js';
import { readParquet } from './parquet.js';
import { ABOUT, asRead, type Row, reads, teamsOf } from './what-teams-read.js';

const rowsIn = async (store: string, files: readonly string[]): Promise<Row[]> =>
  (await Promise.all(files.map(async (key) => (await readParquet(join(store, key))).rows))).flat();
const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
const texts = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row), plain));

/**
 * Holds what each region's team finds of a run against the independent rule, row for row and in order.
 *
 * @returns rows by dataset of the teams together
 */
export async function askWhatTeamsRead(
  run: { store: string; prefix: string; landing: string },
  policies: Policies,
  runDate: string,
): Promise<Record<string, number>> {
  const { store, prefix, landing } = run;
  const index = (region: string): ReadersIndex =>
    JSON.parse(readFileSync(join(store, readersIndexKey(runIdOf(prefix), region)), 'utf8'));
  const teams = await teamsOf(landing, policies, runDate);
  const leadership = index('ALL');
  expect(Object.keys(leadership.datasets).sort()).toEqual(
    Object.keys(PUBLISHED)
      .filter((dataset) => dataset !== 'mail_orders')
      .sort(),
  );
  const found: Record<string, number> = {};
  for (const { code } of policies.regions) {
    const { datasets } = index(code);
    expect(Object.keys(datasets).sort(), code).toEqual(Object.keys(ABOUT).sort());
    for (const [dataset, { files, rows, bytes }] of Object.entries(datasets)) {
      const what = `${dataset} of ${code}`;
      const all = await rowsIn(store, leadership.datasets[dataset]!.files);
      const expected = all.filter((row) => reads(teams, dataset, row, code)).map((row) => asRead(teams, dataset, row, code));
      expect(texts(await rowsIn(store, files)), what).toEqual(texts(expected));
      expect({ rows, bytes }, what).toEqual({ rows: expected.length, bytes: bytesOf(store, files) });
      for (const file of files) expect(file.startsWith(`${readersFolder(runIdOf(prefix), code)}${dataset}/`), file).toBe(true);
      found[dataset] = (found[dataset] ?? 0) + rows;
    }
  }
  expect(existsSync(join(store, readersFolder(runIdOf(prefix), 'ALL'), 'scorecards'))).toBe(false);
  return found;
}

const bytesOf = (store: string, files: readonly string[]): number =>
  files.reduce((sum, key) => sum + readFileSync(join(store, key)).length, 0);
