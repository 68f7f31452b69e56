import { PUBLISHED } from '../../../contracts/published/index.js';
import { NIGHT_TABLES } from '../stacks/glue-tables.js';
import type { Grant } from './grants.js';
import type { Places } from './places.js';

const POINT_PARTITION = ['glue:GetTable', 'glue:CreatePartition', 'glue:UpdatePartition'];

/** What each task of the night may do beside logging and tracing, state by state, in the order of the night. */
export const TASK_GRANTS: Readonly<Record<string, (at: Places) => Grant[]>> = {
  OpenRun: (at) => [
    at.listLanding(),
    at.list('runs/', 'published/log/', at.names.policies),
    ...at.read(`${at.names.policies}*`, 'runs/*/opened.json', 'runs/*/inputs.json'),
    ...at.write('runs/*/opened.json', 'runs/*/policies.json', 'runs/*/landing.json', 'runs/*/accept/*'),
  ],
  AcceptFiles: (at) => [
    ...at.readLanding(),
    at.list('receipts/'),
    ...at.read('runs/*/accept/*', 'runs/*/policies.json', 'receipts/*'),
    ...at.write('accepted/*', 'quarantine/*', 'receipts/*', 'counts/*', 'runs/*/accept/*'),
  ],
  SealInputs: (at) => [
    at.list('runs/', 'published/log/'),
    ...at.read(
      'runs/*/policies.json',
      'runs/*/landing.json',
      'runs/*/inputs.json',
      'runs/*/manifest.json',
      'runs/*/accept/*',
      'receipts/*',
    ),
    ...at.write('runs/*/inputs.json', 'runs/*/facts.json'),
  ],
  PrepareQuery: (at) => [
    at.list('runs/'),
    ...at.read(
      'runs/*/facts.json',
      'runs/*/policies.json',
      'runs/*/inputs.json',
      'runs/*/manifest.json',
      'runs/*/outputs/*',
      'runs/*/sql/*',
    ),
    ...at.write('runs/*/sql/*'),
    {
      actions: ['athena:CreatePreparedStatement', 'athena:GetPreparedStatement'],
      on: [at.names.workGroupArn],
      because: 'Keeps the statement under its name.',
    },
  ],
  CollectOutput: (at) => [
    at.list('runs/', at.names.queryResults),
    ...at.read('runs/*'),
    at.queryResults(),
    ...at.write('runs/*/outputs/*'),
    {
      actions: ['athena:GetQueryExecution', 'athena:DeletePreparedStatement'],
      on: [at.names.workGroupArn],
      because: 'What the query wrote, from its own account; its statement is not needed any more.',
    },
    at.tables(NIGHT_TABLES, POINT_PARTITION, 'The run becomes a partition of what it computed.'),
  ],
  ConsiderRetry: (at) => [
    {
      actions: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:StopQueryExecution',
        'athena:GetPreparedStatement',
        'athena:DeletePreparedStatement',
      ],
      on: [at.names.workGroupArn],
      because: 'Finds a query whose answer was lost by its token, and ends it. Without rights to data it can start none.',
    },
  ],
  Gate: (at) => [at.list('runs/'), ...at.read('runs/*/outputs/*', 'runs/*/checks/*'), ...at.write('runs/*/gate.json')],
  Publish: (at) => [
    at.list('runs/', 'published/'),
    ...at.read(
      'runs/*/facts.json',
      'runs/*/policies.json',
      'runs/*/inputs.json',
      'runs/*/gate.json',
      'runs/*/outputs/*',
      'runs/*/manifest.json',
      'published/current.json',
      'published/log/*',
    ),
    ...at.write('runs/*/manifest.json', 'published/current.json', 'published/log/*'),
    ...at.lockManifests(),
  ],
  RegisterResults: (at) => [
    at.list('runs/', 'published/log/'),
    ...at.read('runs/*/manifest.json', 'runs/*/outputs/*'),
    at.tables(Object.keys(PUBLISHED), POINT_PARTITION, 'The published run becomes the partition of its day.'),
  ],
  PlanEmails: (at) => [
    at.list('runs/'),
    ...at.read(
      'runs/*/manifest.json',
      'runs/*/policies.json',
      'runs/*/mail/*',
      'runs/*/sellers/*',
      'runs/*/scorecards/*',
      'runs/*/tier_changes/*',
    ),
    ...at.write('runs/*/mail/*'),
    at.readLedger(),
    at.sendingQuota(),
  ],
  SendEmails: (at) => [
    at.list('runs/'),
    ...at.read(
      'runs/*/manifest.json',
      'runs/*/policies.json',
      'runs/*/mail/*',
      'runs/*/sellers/*',
      'runs/*/scorecards/*',
      'runs/*/seller_metrics/*',
      'runs/*/faults/*',
      'runs/*/tier_changes/*',
    ),
    ...at.write('runs/*/mail/*'),
    at.ledger(),
    ...at.send(),
  ],
  SendDigest: (at) => [
    at.list('runs/'),
    ...at.read(
      'runs/*/manifest.json',
      'runs/*/policies.json',
      'runs/*/mail/*',
      'runs/*/region_kpis/*',
      'runs/*/region_metrics/*',
      'runs/*/tier_mix/*',
      'runs/*/exclusions/*',
      'runs/*/run_quality/*',
    ),
    ...at.write('runs/*/mail/*'),
    at.ledger(),
    ...at.send(),
  ],
  ReportFailure: (at) => [
    at.list('runs/', 'published/'),
    ...at.read('runs/*/opened.json', 'runs/*/policies.json', 'runs/*/gate.json', 'published/current.json'),
    ...at.write('runs/*/failure.json'),
    ...at.send(),
  ],
  StartNight: (at) => [
    { actions: ['states:StartExecution'], on: [at.names.nightArn], because: 'Starts the night.' },
    { actions: ['sqs:SendMessage'], on: [at.names.missedArn], because: 'A start that failed three times is kept.' },
  ],
  WatchPointer: (at) => [
    at.list('published/'),
    ...at.read('published/current.json'),
    { actions: ['sqs:SendMessage'], on: [at.names.missedArn], because: 'A look that failed three times is kept.' },
  ],
};
