import { Aws, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { datasetFolder, POINTER, readersFolder } from '../../../contracts/run/keys.js';
import { forTeams } from '../../../contracts/run/teams.js';
import { READ_BY_LEADERSHIP, READ_BY_TEAMS } from '../../../contracts/run/who-reads.js';
import { acknowledgeWildcard } from '../nag.js';
import type { Names } from '../names.js';
import { ANY_RUN, below } from '../roles/places.js';
import type { RegionGroup } from '../settings.js';
import { workGroup } from './work-group.js';

const TEAM_TABLES = READ_BY_TEAMS.map(forTeams);

interface Given {
  names: Names;
  key: kms.IKey;
  group: Pick<RegionGroup, 'analysts' | 'teams'>;
  /** Athena stops a query of theirs that scans more. */
  mostBytes: number;
}

/** Who asks, what they may read, and where their answers go. */
interface Readers {
  id: string;
  name: string;
  workGroupArn: string;
  description: string;
  /** ARNs of roles, users or accounts that may take the role. */
  who: readonly string[];
  tables: readonly string[];
  /** Keys of the store, with `*` for what is not known beforehand. */
  keys: readonly string[];
  answers: string;
}

/**
 * A role and a work group for those who ask about what is published in all regions, and one for the team of each region, who may see
 * nothing else of the store: not the addresses of sellers (accepted rows), not the plans of mails, not what was rejected, and no
 * team what is another's. Their answers lie below prefixes of their own.
 */
export function letAnalystsAsk(stack: Stack, given: Given): void {
  const { names, key, group, mostBytes } = given;
  const teams = Object.entries(group.teams ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const readers of [leadership(names, group.analysts ?? []), ...teams.map(([region, who]) => team(names, region, who))]) {
    if (readers.who.length === 0) continue;
    workGroup(stack, `${readers.id}WorkGroup`, {
      name: readers.name,
      description: readers.description,
      answers: `s3://${names.store}/${readers.answers}`,
      ...{ mostBytes, key },
    });
    roleOf(stack, names, readers, rightsOf(names, key.keyArn, readers));
  }
}

const leadership = (names: Names, who: readonly string[]): Readers => ({
  ...{ id: 'Analysts', name: names.analysts, workGroupArn: names.analystsArn, who },
  description: 'Questions of analysts about published seller scorecards',
  tables: [...READ_BY_LEADERSHIP, ...TEAM_TABLES],
  keys: [...READ_BY_LEADERSHIP.map((dataset) => below(datasetFolder(ANY_RUN, dataset))), below(readersFolder('*', '*'))],
  answers: names.analystAnswers,
});

const team = (names: Names, region: string, who: readonly string[]): Readers => ({
  ...{ id: `Team-${region}-`, name: names.team(region), workGroupArn: names.teamArn(region), who },
  description: `Questions of the team of ${region} about its seller scorecards`,
  tables: TEAM_TABLES,
  keys: [below(readersFolder('*', region))],
  answers: `${names.analystAnswers}${region}/`,
});

function roleOf(stack: Stack, names: Names, readers: Readers, grants: readonly iam.PolicyStatementProps[]): void {
  const role = new iam.Role(stack, readers.id, {
    roleName: readers.name,
    assumedBy: new iam.CompositePrincipal(...[...new Set(readers.who)].sort().map((arn) => new iam.ArnPrincipal(arn))),
    description:
      readers.name === names.analysts ? 'Reads what is published of the seller scorecards, with Athena' : readers.description,
    inlinePolicies: {
      Grants: new iam.PolicyDocument({ statements: grants.map((grant) => new iam.PolicyStatement(grant)), minimize: false }),
    },
  });
  for (const resource of grants.flatMap(({ resources = [] }) => resources))
    acknowledgeWildcard(role, resource, 'Runs and answers are named by day and query, which nobody knows when the role is made.');
}

function rightsOf(names: Names, keyArn: string, readers: Readers): iam.PolicyStatementProps[] {
  const objects = (...keys: string[]) => keys.map((one) => `${names.storeArn}/${one}`);
  const readable = [...readers.keys, below(readers.answers)];
  return [
    {
      actions: [
        ...['athena:StartQueryExecution', 'athena:StopQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
        ...['athena:BatchGetQueryExecution', 'athena:ListQueryExecutions', 'athena:GetWorkGroup'],
      ],
      resources: [readers.workGroupArn],
    },
    { actions: ['athena:GetDataCatalog'], resources: [names.dataCatalogArn] },
    {
      actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartition', 'glue:GetPartitions'],
      resources: [names.catalogArn, names.databaseArn, ...readers.tables.map(names.tableArn)],
    },
    // Athena looks the default database up for whatever query.
    { actions: ['glue:GetDatabase'], resources: [names.defaultDatabaseArn] },
    // The pointer says which run to ask for.
    { actions: ['s3:GetObject'], resources: objects(...readable, POINTER) },
    { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: objects(below(readers.answers)) },
    { actions: ['s3:GetBucketLocation'], resources: [names.storeArn] },
    {
      actions: ['s3:ListBucket'],
      resources: [names.storeArn],
      conditions: { StringLike: { 's3:prefix': readable } },
    },
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
    },
  ];
}
