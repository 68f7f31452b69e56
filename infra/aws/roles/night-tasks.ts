import { PUBLISHED } from '../../../contracts/published/index.js';
import {
  acceptFolder,
  checksFolder,
  datasetFolder,
  factsKey,
  failureKey,
  gateKey,
  inputFilesKey,
  inputsKey,
  landingKey,
  mailFolder,
  manifestKey,
  openedKey,
  outputsFolder,
  POINTER,
  PUBLISHED_LOG,
  policiesKey,
  STORE,
  sqlFolder,
} from '../../../contracts/run/keys.js';
import { NIGHT_TABLES } from '../stacks/glue-tables.js';
import type { Grant } from './grants.js';
import { ANY_RUN, below, type Places } from './places.js';

const POINT_PARTITION = ['glue:GetTable', 'glue:CreatePartition', 'glue:UpdatePartition'];

/** What each task of the night may do beside logging and tracing, state by state, in the order of the night. */
export const TASK_GRANTS: Readonly<Record<string, (at: Places) => Grant[]>> = {
  OpenRun: (at) => [
    at.listLanding(),
    at.list(STORE.runs, PUBLISHED_LOG, at.names.policies),
    ...at.read(below(at.names.policies), openedKey(ANY_RUN), inputsKey(ANY_RUN)),
    ...at.write(openedKey(ANY_RUN), policiesKey(ANY_RUN), landingKey(ANY_RUN), below(acceptFolder(ANY_RUN))),
  ],
  AcceptFiles: (at) => [
    ...at.readLanding(),
    at.list(STORE.receipts),
    ...at.read(below(acceptFolder(ANY_RUN)), policiesKey(ANY_RUN), below(STORE.receipts)),
    ...at.write(
      below(STORE.accepted),
      below(STORE.quarantine),
      below(STORE.receipts),
      below(STORE.counts),
      below(acceptFolder(ANY_RUN)),
    ),
  ],
  PlanRun: (at) => [
    at.list(STORE.runs, STORE.ledger, PUBLISHED_LOG),
    ...at.read(
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      landingKey(ANY_RUN),
      inputsKey(ANY_RUN),
      manifestKey(ANY_RUN),
      below(acceptFolder(ANY_RUN)),
      below(STORE.receipts),
    ),
    ...at.write(inputsKey(ANY_RUN), inputFilesKey(ANY_RUN), factsKey(ANY_RUN)),
  ],
  PrepareQuery: (at) => [
    at.list(STORE.runs),
    ...at.read(
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      manifestKey(ANY_RUN),
      below(outputsFolder(ANY_RUN)),
      below(sqlFolder(ANY_RUN)),
    ),
    ...at.write(below(sqlFolder(ANY_RUN))),
    {
      actions: ['athena:CreatePreparedStatement', 'athena:GetPreparedStatement'],
      on: [at.names.workGroupArn],
      because: 'Keeps the statement under its name.',
    },
  ],
  CollectOutput: (at) => [
    at.list(STORE.runs, STORE.ledger, STORE.work, at.names.queryResults),
    ...at.read(below(STORE.runs), below(STORE.ledger), below(STORE.work)),
    at.queryResults(),
    ...at.write(below(outputsFolder(ANY_RUN))),
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
  Gate: (at) => [
    at.list(STORE.runs, STORE.receipts, STORE.quarantine),
    ...at.read(
      below(outputsFolder(ANY_RUN)),
      below(checksFolder(ANY_RUN)),
      inputsKey(ANY_RUN),
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(STORE.receipts),
      below(STORE.quarantine),
    ),
    ...at.write(gateKey(ANY_RUN)),
  ],
  Publish: (at) => [
    at.list(STORE.runs, STORE.published),
    ...at.read(
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      inputsKey(ANY_RUN),
      gateKey(ANY_RUN),
      below(outputsFolder(ANY_RUN)),
      manifestKey(ANY_RUN),
      POINTER,
      below(PUBLISHED_LOG),
    ),
    ...at.write(manifestKey(ANY_RUN), POINTER, below(PUBLISHED_LOG)),
    ...at.lockManifests(),
  ],
  RegisterResults: (at) => [
    at.list(STORE.runs, PUBLISHED_LOG),
    ...at.read(manifestKey(ANY_RUN), below(outputsFolder(ANY_RUN))),
    at.tables(Object.keys(PUBLISHED), POINT_PARTITION, 'The published run becomes the partition of its day.'),
  ],
  PlanEmails: (at) => [
    at.list(STORE.runs),
    ...at.read(
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(mailFolder(ANY_RUN)),
      below(datasetFolder(ANY_RUN, 'sellers')),
      below(datasetFolder(ANY_RUN, 'scorecards')),
      below(datasetFolder(ANY_RUN, 'tier_changes')),
    ),
    ...at.write(below(mailFolder(ANY_RUN))),
    at.readLedger(),
    at.sendingQuota(),
  ],
  SendEmails: (at) => [
    at.list(STORE.runs),
    ...at.read(
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(mailFolder(ANY_RUN)),
      below(datasetFolder(ANY_RUN, 'sellers')),
      below(datasetFolder(ANY_RUN, 'scorecards')),
      below(datasetFolder(ANY_RUN, 'seller_metrics')),
      below(datasetFolder(ANY_RUN, 'mail_orders')),
      below(datasetFolder(ANY_RUN, 'tier_changes')),
    ),
    ...at.write(below(mailFolder(ANY_RUN))),
    at.ledger(),
    ...at.send(),
  ],
  SendDigest: (at) => [
    at.list(STORE.runs),
    ...at.read(
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(mailFolder(ANY_RUN)),
      below(datasetFolder(ANY_RUN, 'region_kpis')),
      below(datasetFolder(ANY_RUN, 'region_metrics')),
      below(datasetFolder(ANY_RUN, 'tier_mix')),
      below(datasetFolder(ANY_RUN, 'reason_counts')),
      below(datasetFolder(ANY_RUN, 'run_quality')),
    ),
    ...at.write(below(mailFolder(ANY_RUN))),
    at.ledger(),
    ...at.send(),
  ],
  ReportFailure: (at) => [
    at.list(STORE.runs, STORE.published),
    ...at.read(openedKey(ANY_RUN), policiesKey(ANY_RUN), gateKey(ANY_RUN), POINTER),
    ...at.write(failureKey(ANY_RUN)),
    ...at.send(),
  ],
  StartNight: (at) => [
    { actions: ['states:StartExecution'], on: [at.names.nightArn], because: 'Starts the night.' },
    { actions: ['sqs:SendMessage'], on: [at.names.missedArn], because: 'A start that failed three times is kept.' },
  ],
  WatchPointer: (at) => [
    at.list(STORE.published),
    ...at.read(POINTER),
    { actions: ['sqs:SendMessage'], on: [at.names.missedArn], because: 'A look that failed three times is kept.' },
  ],
};
