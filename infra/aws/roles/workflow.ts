import { STORE } from '../../../contracts/run/keys.js';
import { TASKS } from '../functions.js';
import { LANDED_TABLES } from '../stacks/glue-tables.js';
import type { Grant } from './grants.js';
import { below, type Places } from './places.js';

/**
 * What the workflow itself may do. A query runs with these rights and no others: it reads accepted rows and runs, and writes below
 * runs/, work/ and ledger/ only; it cannot move the pointer, and cannot see a landed or a rejected row.
 */
export function workflowGrants(at: Places): Grant[] {
  const { names, keyArn } = at;
  const inStore = (folder: string) => `${names.storeArn}/${below(folder)}`;
  const read = [STORE.accepted, STORE.counts, STORE.ledger, STORE.work, STORE.runs, names.queryResults];
  return [
    {
      actions: ['lambda:InvokeFunction'],
      on: Object.values(TASKS).map((task) => names.functionVersionsArn(task.folder)),
      because: 'The tasks of the night, in the versions with which its workflow was deployed.',
    },
    {
      actions: [
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetPreparedStatement',
        'athena:GetWorkGroup',
      ],
      on: [names.workGroupArn],
      because: 'Runs the prepared statements and waits for them.',
    },
    { actions: ['athena:GetDataCatalog'], on: [names.dataCatalogArn], because: 'Athena looks up where tables are described.' },
    {
      // why default too: Athena's guide to access by database asks for it beside the database of the query.
      actions: ['glue:GetDatabase'],
      on: [names.catalogArn, names.defaultDatabaseArn, names.databaseArn],
      because: 'The database of a query, and the one that Athena asks for before any.',
    },
    at.tables(
      // why not each by its name: a role has room for 10,240 characters, and nights compute ever more.
      [...LANDED_TABLES, 'night_*'],
      ['glue:GetTable', 'glue:GetPartition', 'glue:GetPartitions', 'glue:BatchGetPartition'],
      'What queries read: the tables of what landed, and of what nights compute.',
    ),
    {
      actions: ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
      on: [names.storeArn],
      because: 'Athena asks where the bucket is before it writes.',
    },
    {
      actions: ['s3:ListBucket'],
      on: [names.storeArn],
      conditions: {
        StringLikeIfExists: { 's3:prefix': read.map(below) },
      },
      because: 'Athena lists the partitions that a query reads.',
    },
    {
      actions: ['s3:GetObject'],
      on: read.map(inStore),
      because: 'Queries read accepted rows and runs; landing days and run numbers are not known when the role is made.',
    },
    {
      actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      on: [STORE.ledger, STORE.work, STORE.runs, names.queryResults].map(inStore),
      because: 'UNLOAD writes below the run, its work and the ledger, and leaves its manifest with the results.',
    },
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [keyArn], because: 'Everything in the store is encrypted.' },
    {
      actions: [
        'logs:CreateLogDelivery',
        'logs:GetLogDelivery',
        'logs:UpdateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:DescribeResourcePolicies',
        'logs:DescribeLogGroups',
      ],
      on: ['*'],
      because: 'Log delivery knows no resources: AWS asks for these on * of every workflow that logs.',
    },
    {
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
      on: ['*'],
      because: 'X-Ray knows no resources.',
    },
  ];
}
