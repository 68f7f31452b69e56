import { Aws, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { datasetFolder } from '../../../contracts/run/keys.js';
import { acknowledgeWildcard } from '../nag.js';
import type { Names } from '../names.js';
import { ANY_RUN, below } from '../roles/places.js';
import { workGroup } from './work-group.js';

/** What mails are made of is nobody's table but the night's. */
const FOR_ANALYSTS = Object.keys(PUBLISHED).filter((dataset) => dataset !== 'mail_orders');

interface Given {
  names: Names;
  key: kms.IKey;
  /** ARNs of roles, users or accounts that may take the role. */
  who: readonly string[];
  /** Athena stops a query of theirs that scans more. */
  mostBytes: number;
}

/**
 * A role and a work group for those who ask about what is published, and can see nothing else of the store: not the addresses of sellers
 * (accepted rows), not the plans of mails, not what was rejected. Their answers lie below a prefix of their own.
 */
export function letAnalystsAsk(stack: Stack, given: Given): void {
  const { names, key, who, mostBytes } = given;
  if (who.length === 0) return;
  workGroup(stack, 'AnalystsWorkGroup', {
    name: names.analysts,
    description: 'Questions of analysts about published seller scorecards',
    answers: `s3://${names.store}/${names.analystAnswers}`,
    ...{ mostBytes, key },
  });
  const grants = rightsOf(names, key.keyArn);
  const role = new iam.Role(stack, 'Analysts', {
    roleName: names.analysts,
    assumedBy: new iam.CompositePrincipal(...[...new Set(who)].sort().map((arn) => new iam.ArnPrincipal(arn))),
    description: 'Reads what is published of the seller scorecards, with Athena',
    inlinePolicies: {
      Grants: new iam.PolicyDocument({ statements: grants.map((grant) => new iam.PolicyStatement(grant)), minimize: false }),
    },
  });
  for (const resource of grants.flatMap(({ resources = [] }) => resources))
    acknowledgeWildcard(role, resource, 'Runs and answers are named by day and query, which nobody knows when the role is made.');
}

function rightsOf(names: Names, keyArn: string): iam.PolicyStatementProps[] {
  const objects = (...keys: string[]) => keys.map((one) => `${names.storeArn}/${one}`);
  const tables = FOR_ANALYSTS.map(names.tableArn);
  return [
    {
      actions: [
        ...['athena:StartQueryExecution', 'athena:StopQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
        ...['athena:BatchGetQueryExecution', 'athena:ListQueryExecutions', 'athena:GetWorkGroup'],
      ],
      resources: [names.analystsArn],
    },
    { actions: ['athena:GetDataCatalog'], resources: [names.dataCatalogArn] },
    {
      actions: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetTables', 'glue:GetPartition', 'glue:GetPartitions'],
      resources: [names.catalogArn, names.databaseArn, ...tables],
    },
    // Athena looks the default database up for whatever query.
    { actions: ['glue:GetDatabase'], resources: [names.defaultDatabaseArn] },
    {
      actions: ['s3:GetObject'],
      resources: objects(...FOR_ANALYSTS.map((dataset) => below(datasetFolder(ANY_RUN, dataset))), below(names.analystAnswers)),
    },
    { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: objects(below(names.analystAnswers)) },
    { actions: ['s3:GetBucketLocation'], resources: [names.storeArn] },
    {
      actions: ['s3:ListBucket'],
      resources: [names.storeArn],
      conditions: {
        StringLike: {
          's3:prefix': [...FOR_ANALYSTS.map((dataset) => below(datasetFolder(ANY_RUN, dataset))), below(names.analystAnswers)],
        },
      },
    },
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
    },
  ];
}
