import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { LANDING } from '../../../contracts/landing/index.js';
import { acceptedColumns } from '../../../contracts/ledger/accepted.js';
import type { NightColumns } from '../../../contracts/ledger/night-columns.js';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { acceptedKey, countsKey, inputFilesKey } from '../../../contracts/run/keys.js';
import { forTeams } from '../../../contracts/run/teams.js';
import { READ_BY_TEAMS } from '../../../contracts/run/who-reads.js';
import { glueType } from '../../../infra/aws/glue-types.js';
import { describeEverything } from '../../../infra/aws/night-columns.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { tablesOf } from '../../../infra/aws/stacks/glue-tables.js';
import { HOME } from '../../../infra/shared/home.js';
import { lazyDuck } from '../../../infra/shared/lazy-duck.js';
import { describeNight, policiesOverTime, readNightColumns, someNight } from '../../../infra/shared/night-columns.js';
import { readSqlFiles } from '../../../sql/files.js';
import { datasetFilesOf } from '../../../sql/query-files.js';
import { synthesized } from './synthesized.js';

const { duck, close } = lazyDuck(join(tmpdir(), 'seller-scorecards', 'glue-test'));
afterAll(close);
const [europe] = settingsOf('dev').groups;
const tables = new Map(tablesOf(europe!).map((table) => [table.name, table]));

describe('the columns of the catalogue', () => {
  it('are what the SQL returns today; after a change run: npx tsx infra/aws/night-columns.ts', async () => {
    expect(await readNightColumns()).toEqual(await describeEverything(await duck()));
  });

  it('are the same on a night that reuses outcomes', async () => {
    for (const policies of await policiesOverTime(join(HOME, 'policies')))
      expect(await describeNight(await duck(), someNight(policies, 'later'))).toEqual(
        await describeNight(await duck(), someNight(policies, 'first')),
      );
  });

  it('hold on a night for which nothing landed: no other type, nothing new, and published ones whole', async () => {
    const committed = await readNightColumns();
    for (const policies of await policiesOverTime(join(HOME, 'policies')))
      for (const [dataset, columns] of Object.entries(await describeNight(await duck(), someNight(policies, 'nothing landed')))) {
        for (const column of columns) expect(committed[dataset], `${dataset}.${column.name}`).toContainEqual(column);
        if (PUBLISHED[dataset]) expect(columns, dataset).toEqual(committed[dataset]);
      }
  });

  it('hold the windows of a programme that is not in force yet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-policies-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const today = await readFile(join(HOME, 'policies/eu-seller-standards.yaml'), 'utf8');
    const next = today
      .replace(/in_force_from: .*/, 'in_force_from: 2031-01-01')
      .replaceAll(/window_days: 30\b/g, 'window_days: 45');
    expect(next).toContain('window_days: 45');
    await writeFile(join(folder, 'today.yaml'), today);
    await writeFile(join(folder, 'next.yaml'), next);
    await cp(join(HOME, 'policies/regions.yaml'), join(folder, 'regions.yaml'));
    const names = (columns: NightColumns) => columns.seller_counts!.map((column) => column.name);
    const [now, later] = await policiesOverTime(folder);
    expect(names(await describeNight(await duck(), someNight(now!, 'first')))).toContain('late_dispatch_30_met');
    expect(names(await describeNight(await duck(), someNight(later!, 'first')))).toContain('late_dispatch_45_met');
  });

  it('of published tables equal their contract and what the SQL returns, name for name and type for type', async () => {
    const returned = await readNightColumns();
    for (const contract of Object.values(PUBLISHED)) {
      const said = contract.columns.map(({ name, sql }) => ({ name, sql }));
      expect(returned[contract.dataset], contract.dataset).toEqual(said);
      const inGlue = said.map(({ name, sql }) => ({ name, type: glueType(sql, name) }));
      expect(tables.get(contract.dataset)?.columns, contract.dataset).toEqual(inGlue);
    }
  });

  it('of accepted tables equal the accepted Parquet', () => {
    for (const contract of Object.values(LANDING))
      expect(tables.get(`accepted_${contract.dataset}`)?.columns.map((column) => column.name)).toEqual(
        acceptedColumns(contract).map((column) => column.name),
      );
  });

  it('refuse a type that Parquet readers do not agree on', () => {
    expect(() => glueType('HUGEINT', 'sql/marts/x.sql total')).toThrow(/sql\/marts\/x\.sql total: is HUGEINT.*cast it/);
  });
});

describe('the tables of the catalogue', () => {
  it('are one per accepted dataset, one for counts, one for inputs, one per SQL dataset of a night, one per published dataset and one more for teams', async () => {
    const datasets = datasetFilesOf(await readSqlFiles());
    const wanted = [
      ...Object.keys(LANDING).map((name) => `accepted_${name}`),
      'receipt_counts',
      'run_inputs',
      ...datasets.map((path) => `night_${path.replace(/^.*\/(.*)\.sql$/, '$1')}`),
      ...Object.keys(PUBLISHED),
      ...READ_BY_TEAMS.map(forTeams),
    ];
    expect([...tables.keys()].sort()).toEqual(wanted.sort());
    synthesized().template('data').resourceCountIs('AWS::Glue::Table', wanted.length);
  });

  it('never name a column twice, nor as a partition', () => {
    for (const table of tables.values()) {
      const names = [...table.columns, ...table.partitions].map((column) => column.name);
      expect(new Set(names).size, table.name).toBe(names.length);
    }
  });

  it('find accepted rows and counts where accept-files writes them', () => {
    const at = (table: string): string =>
      tables.get(table)!.projection!['storage.location.template']!.replace('${landing_day}', '2026-11-16');
    for (const dataset of Object.keys(LANDING))
      expect(acceptedKey(dataset, '2026-11-16', 'abc').startsWith(at(`accepted_${dataset}`))).toBe(true);
    expect(countsKey('orders', '2026-11-16', 'abc').startsWith(at('receipt_counts'))).toBe(true);
    expect(tables.get('receipt_counts')!.prefix).toBe('counts/');
  });

  it('find the inputs of a run where plan-run writes them, by its date and number', () => {
    const { projection, partitions } = tables.get('run_inputs')!;
    const at = projection!['storage.location.template']!.replace('${run_date}', '2026-11-16').replace('${seq}', '002');
    expect(inputFilesKey('runs/2026-11-16/002').startsWith(at)).toBe(true);
    expect(at.endsWith('/inputs/')).toBe(true);
    for (const { name } of partitions) expect(projection![`projection.${name}.type`]).toBe('injected');
  });
});
