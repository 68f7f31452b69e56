import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import * as keys from '../../../contracts/run/keys.js';
import { forTeams } from '../../../contracts/run/teams.js';
import { READ_BY_LEADERSHIP, READ_BY_TEAMS } from '../../../contracts/run/who-reads.js';
import { settingsProblems } from '../../../infra/aws/check-settings.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { tablesOf } from '../../../infra/aws/stacks/glue-tables.js';
import { readSqlFiles } from '../../../sql/files.js';
import { mayDo, mayList, type Statement } from './may-read.js';
import { synthesize } from './synthesized.js';

const arnOf = (name: string): string => `arn:aws:iam::444455556666:role/${name}`;
const dev = settingsOf('dev');
const withTeams = (teams: Record<string, string[]>, analysts = [arnOf('leaders')]) => ({
  ...dev,
  groups: [{ ...dev.groups[0]!, analysts, teams }],
});
const REGIONS = ['GB', 'DE', 'GB-NIR'];
const stage = synthesize(withTeams(Object.fromEntries(REGIONS.map((region) => [region, [arnOf(`team-of-${region}`)]]))));
const data = stage.template('data');
const roles = Object.values(data.findResources('AWS::IAM::Role')).map(({ Properties }) => Properties);
const roleOf = (name: string) => roles.find(({ RoleName }) => RoleName === `scorecards-dev-europe-${name}`)!;
const rightsOf = (name: string): Statement[] => roleOf(name).Policies[0].PolicyDocument.Statement;
const TEAMS = Object.fromEntries(REGIONS.map((region) => [region, rightsOf(`team-${region.toLowerCase()}`)]));

const RUN = 'runs/2026-11-16/001';
const RUN_ID = keys.runIdOf(RUN);
const PART = 'part-0.parquet';
/** What teams of each region find, and what is nobody's of them, also as somebody would ask who wants in. */
const ofRegion = (region: string): string[] => [
  keys.readersIndexKey(RUN_ID, region),
  ...READ_BY_TEAMS.map((dataset) => `${keys.readersDatasetFolder(RUN_ID, region, dataset)}${PART}`),
];
const OF_NO_TEAM = [
  keys.readersIndexKey(RUN_ID, 'ALL'),
  ...Object.keys(PUBLISHED).map((dataset) => `${keys.datasetFolder(RUN, dataset)}${PART}`),
  ...Object.keys(PUBLISHED).map((dataset) => `${keys.workFolder(RUN, forTeams(dataset))}team=GB/${PART}`),
  ...[keys.manifestKey(RUN), keys.policiesKey(RUN), keys.planKey(RUN), keys.qualityKey(RUN), keys.qualityPageKey(RUN)],
  ...[
    keys.datasetFolder(RUN, 'sellers') + PART,
    keys.acceptedKey('sellers', '2026-11-16', 'a'),
    keys.publishedLogKey('2026-11-16', '001'),
  ],
  ...['landing', 'quarantine', 'receipts', 'ledger', 'query-results', 'policies', 'mail'].map((place) => `${place}/GB/x`),
  ...[
    `published/${RUN_ID}/gb/index.json`,
    `published/${RUN_ID}/GB`,
    `published/GB/index.json`,
    `published/${RUN_ID}/%47B/index.json`,
  ],
  ...[`Published/${RUN_ID}/GB/index.json`, `published/${RUN_ID}/GB%2findex.json`, 'analyst-answers/all.csv'],
];

describe('the team of a region', () => {
  it.each(REGIONS)('of %s reads what is published for it, and the pointer; walked over every region and place', (region) => {
    const rights = TEAMS[region]!;
    const walked = [
      ...REGIONS.flatMap(ofRegion),
      ...OF_NO_TEAM,
      keys.POINTER,
      ...REGIONS.map((one) => `analyst-answers/${one}/a.csv`),
    ];
    const own = [...ofRegion(region), keys.POINTER, `analyst-answers/${region}/a.csv`];
    expect(walked.filter((key) => mayDo(rights, 's3:GetObject', key)).sort()).toEqual(own.sort());
    expect(walked.filter((key) => mayDo(rights, 's3:PutObject', key))).toEqual([`analyst-answers/${region}/a.csv`]);
    const folders = walked.map((key) => key.replace(/[^/]*$/, ''));
    expect([...new Set(folders)].filter((folder) => mayList(rights, folder)).sort()).toEqual(
      [...new Set(own.filter((key) => key !== keys.POINTER).map((key) => key.replace(/[^/]*$/, '')))].sort(),
    );
    expect(mayList(rights, '')).toBe(false);
    expect(mayList(rights, 'published/')).toBe(false);
  });

  it('asks tables of what teams read, in a work group of its own, and does nothing else', () => {
    for (const region of REGIONS) {
      const rights = TEAMS[region]!;
      const on = (action: string) => JSON.stringify(rights.filter(({ Action }) => [Action].flat().includes(action)));
      for (const dataset of Object.keys(PUBLISHED)) {
        expect(on('glue:GetTable').includes(`/${forTeams(dataset)}"`), dataset).toBe(READ_BY_TEAMS.includes(dataset));
        expect(on('glue:GetTable')).not.toContain(`/${dataset}"`);
      }
      expect(on('athena:StartQueryExecution')).toContain(`workgroup/scorecards-dev-europe-team-${region.toLowerCase()}"`);
      expect(rights.flatMap(({ Action }) => Action).filter((action) => /Delete|Create|Update|\*/.test(action))).toEqual([]);
      data.hasResourceProperties('AWS::Athena::WorkGroup', {
        Name: `scorecards-dev-europe-team-${region.toLowerCase()}`,
        WorkGroupConfiguration: { EnforceWorkGroupConfiguration: true, BytesScannedCutoffPerQuery: dev.mostBytesPerQuery },
      });
      expect(roleOf(`team-${region.toLowerCase()}`).AssumeRolePolicyDocument.Statement).toMatchObject([
        { Principal: { AWS: arnOf(`team-of-${region}`) }, Action: 'sts:AssumeRole' },
      ]);
    }
  });

  it('is who the settings name by the code of a region', () => {
    const problems = (teams: Record<string, string[]>) => settingsProblems(withTeams(teams));
    expect(problems({ GB: [arnOf('a')] })).toEqual([]);
    expect(problems({ ALL: [arnOf('a')] })).toEqual([expect.stringContaining('teams of "ALL": is no region; write its code')]);
    expect(problems({ gb: [arnOf('a')] })).toEqual([expect.stringContaining('teams of "gb": is no region')]);
    expect(problems({ GB: [] })).toEqual([expect.stringContaining('teams of GB: names nobody')]);
    expect(problems({ GB: ['the team'] })).toEqual([
      expect.stringContaining('teams of GB: "the team" is no role, user or account'),
    ]);
    expect(roles.filter(({ RoleName }) => String(RoleName).includes('-team-'))).toHaveLength(REGIONS.length);
  });
});

it('leadership reads every region, and neither what mails are made of nor who is behind a shop', () => {
  const rights = rightsOf('analysts');
  for (const key of [...REGIONS.flatMap(ofRegion), keys.readersIndexKey(RUN_ID, 'ALL'), keys.POINTER])
    expect(mayDo(rights, 's3:GetObject', key), key).toBe(true);
  for (const dataset of [...Object.keys(PUBLISHED), 'sellers'])
    expect(mayDo(rights, 's3:GetObject', `${keys.datasetFolder(RUN, dataset)}${PART}`), dataset).toBe(
      READ_BY_LEADERSHIP.includes(dataset),
    );
  expect(mayDo(rights, 's3:GetObject', keys.planKey(RUN))).toBe(false);
});

it('what a run gives to teams goes after so many days, and the pointer and the log of runs stay', () => {
  const rules = Object.values(data.findResources('AWS::S3::Bucket')).flatMap(
    (one) => (one.Properties.LifecycleConfiguration?.Rules ?? []) as { Prefix?: string; ExpirationInDays?: number }[],
  );
  const expiring = rules.filter(({ ExpirationInDays, Prefix }) => ExpirationInDays && Prefix?.startsWith('published'));
  expect(expiring).toMatchObject([{ ExpirationInDays: dev.keep.published }]);
  const goes = (key: string) => key.startsWith(expiring[0]!.Prefix!);
  for (const key of REGIONS.flatMap(ofRegion)) expect(goes(key), key).toBe(true);
  for (const key of [keys.POINTER, keys.publishedLogKey('2026-11-16', '001')]) expect(goes(key), key).toBe(false);
});

it('the tables of teams find each dataset by run and team, and every query for teams has one', async () => {
  const tables = new Map(tablesOf(dev.groups[0]!).map((table) => [table.name, table]));
  const queries = Object.keys(await readSqlFiles()).filter((path) => path.startsWith('teams/'));
  expect(queries.sort()).toEqual(READ_BY_TEAMS.map((dataset) => `teams/${forTeams(dataset)}.sql`).sort());
  for (const dataset of READ_BY_TEAMS) {
    const { projection = {}, partitions, columns } = tables.get(forTeams(dataset))!;
    expect(partitions.map(({ name }) => projection[`projection.${name}.type`])).toEqual(['injected', 'injected']);
    const at = projection['storage.location.template']!.replace('${run_id}', RUN_ID).replace('${team}', 'GB');
    expect(at).toBe(keys.readersDatasetFolder(RUN_ID, 'GB', dataset));
    expect(columns).toEqual(tables.get(dataset)!.columns);
  }
});

it('publishing may give teams their files and nobody else does', () => {
  const night = Object.values(stage.template('night').findResources('AWS::IAM::Role')).map(({ Properties }) => Properties);
  const writers = night.filter(({ Policies = [] }) =>
    mayDo(
      Policies.flatMap((policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement),
      's3:PutObject',
      ofRegion('GB')[1]!,
    ),
  );
  expect(writers.map(({ Description }) => String(Description))).toEqual([expect.stringContaining('Publish')]);
});
