import { READ_BY_DIGESTS } from '../../../contracts/run/digests.js';
import {
  acceptFolder,
  checksFolder,
  datasetFolder,
  digestListKey,
  digestsFolder,
  factsKey,
  failureKey,
  gateKey,
  inputFilesKey,
  inputsKey,
  landingKey,
  mailFolder,
  mailsSaidFolder,
  manifestKey,
  openedKey,
  outputsFolder,
  POINTER,
  PUBLISHED_LOG,
  policiesKey,
  qualityKey,
  qualityPageKey,
  readersFolder,
  STORE,
  sqlFolder,
} from '../../../contracts/run/keys.js';
import { READ_BY_SELLERS_MAILS } from '../../../contracts/run/mail-facts.js';
import { forTeams } from '../../../contracts/run/teams.js';
import { NIGHT_TABLES } from '../stacks/glue-tables.js';
import type { Grant } from './grants.js';
import { ANY_RUN, below, type Places } from './places.js';
import { PUBLISHED_TABLES } from './published-tables.js';

const POINT_PARTITION = ['glue:GetTable', 'glue:CreatePartition', 'glue:UpdatePartition'];

/** What each task of the night may do beside logging, state by state, in the order of the night. */
export const TASK_GRANTS: Readonly<Record<string, (at: Places) => Grant[]>> = {
  OpenRun: (at) => [
    at.listLanding(),
    at.list(STORE.runs, PUBLISHED_LOG, STORE.work),
    ...at.read(below(at.names.policies), openedKey(ANY_RUN), inputsKey(ANY_RUN)),
    ...at.write(openedKey(ANY_RUN), policiesKey(ANY_RUN), landingKey(ANY_RUN), below(acceptFolder(ANY_RUN))),
    {
      actions: ['athena:ListPreparedStatements', 'athena:DeletePreparedStatement'],
      on: [at.names.workGroupArn],
      because: 'Statements that killed nights left behind go: a work group holds 1,000.',
    },
    at.tables(
      ['night_*', ...PUBLISHED_TABLES],
      ['glue:GetPartitions', 'glue:BatchDeletePartition'],
      'Partitions of runs that have expired go.',
    ),
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
  LookForOrders: (at) => [
    at.list(STORE.runs),
    ...at.read(policiesKey(ANY_RUN), landingKey(ANY_RUN), below(acceptFolder(ANY_RUN)), below(STORE.counts)),
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
      gateKey(ANY_RUN),
      inputsKey(ANY_RUN),
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(datasetFolder(ANY_RUN, 'run_quality')),
      below(datasetFolder(ANY_RUN, 'landing_drift')),
      below(STORE.receipts),
      below(STORE.quarantine),
    ),
    ...at.write(gateKey(ANY_RUN), qualityKey(ANY_RUN), qualityPageKey(ANY_RUN)),
  ],
  Publish: (at) => [
    at.list(STORE.runs, STORE.published, STORE.work),
    ...at.read(
      `${STORE.work}*/${forTeams('*')}`,
      factsKey(ANY_RUN),
      policiesKey(ANY_RUN),
      inputsKey(ANY_RUN),
      gateKey(ANY_RUN),
      below(outputsFolder(ANY_RUN)),
      manifestKey(ANY_RUN),
      POINTER,
      below(PUBLISHED_LOG),
    ),
    ...at.write(manifestKey(ANY_RUN), POINTER, below(PUBLISHED_LOG), below(readersFolder('*', '*'))),
    ...at.lockManifests(),
  ],
  RegisterResults: (at) => [
    at.list(STORE.runs, PUBLISHED_LOG),
    ...at.read(manifestKey(ANY_RUN), below(outputsFolder(ANY_RUN))),
    at.tables(PUBLISHED_TABLES, POINT_PARTITION, 'The published run becomes the partition of its day.'),
  ],
  PlanEmails: (at) => [
    at.list(STORE.runs, STORE.published, STORE.preferences),
    ...at.read(
      openedKey(ANY_RUN),
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(PUBLISHED_LOG),
      below(mailFolder(ANY_RUN)),
      below(datasetFolder(ANY_RUN, 'sellers')),
      below(datasetFolder(ANY_RUN, 'scorecards')),
      below(datasetFolder(ANY_RUN, 'tier_changes')),
      below(datasetFolder(ANY_RUN, 'seller_metrics')),
      below(datasetFolder(ANY_RUN, 'standings')),
      below(datasetFolder(ANY_RUN, 'metric_standings')),
      below(STORE.preferences),
      POINTER,
    ),
    ...at.write(below(mailFolder(ANY_RUN)), below(mailsSaidFolder('*', '*'))),
    at.readLedger(),
    at.sendingQuota(),
  ],
  SendEmails: (at) => [
    at.list(STORE.runs, STORE.preferences, STORE.linkKeys),
    ...at.read(
      below(STORE.preferences),
      STORE.linkKeys,
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(mailFolder(ANY_RUN)),
      ...READ_BY_SELLERS_MAILS.map((dataset) => below(datasetFolder(ANY_RUN, dataset))),
    ),
    ...at.write(below(mailFolder(ANY_RUN)), below(mailsSaidFolder('*', '*')), STORE.linkKeys),
    at.ledger(),
    ...at.send(),
  ],
  SendDigest: (at) => [
    at.list(STORE.runs, STORE.published),
    ...at.read(
      manifestKey(ANY_RUN),
      policiesKey(ANY_RUN),
      below(mailFolder(ANY_RUN)),
      ...READ_BY_DIGESTS.map((dataset) => below(datasetFolder(ANY_RUN, dataset))),
      digestListKey('*'),
    ),
    ...at.write(below(mailFolder(ANY_RUN)), below(digestsFolder('*'))),
    at.ledger(),
    ...at.send(),
  ],
  ReportFailure: (at) => [
    at.list(STORE.runs, STORE.published),
    ...at.read(openedKey(ANY_RUN), policiesKey(ANY_RUN), gateKey(ANY_RUN), below(acceptFolder(ANY_RUN)), POINTER),
    ...at.write(failureKey(ANY_RUN)),
    ...at.send(),
  ],
  MailPreferences: (at) => [
    at.list(STORE.preferences, STORE.linkKeys),
    ...at.read(below(STORE.preferences), STORE.linkKeys),
    ...at.write(below(STORE.preferences), STORE.linkKeys),
  ],
  MailFeedback: (at) => [
    at.list(STORE.preferences),
    ...at.read(below(STORE.preferences)),
    ...at.write(below(STORE.preferences)),
    { actions: ['sqs:SendMessage'], on: [at.names.missedArn], because: 'A report that could not be noted three times is kept.' },
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
