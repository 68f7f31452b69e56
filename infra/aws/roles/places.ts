import { Aws } from 'aws-cdk-lib';
import { manifestKey, STORE } from '../../../contracts/run/keys.js';
import type { Names } from '../names.js';
import type { Grant } from './grants.js';

/** What IAM compares with: everything that lies below a folder. */
export const below = (folder: string): string => `${folder}*`;
/** Stands for the prefix of a run. */
export const ANY_RUN = below(STORE.runs);
const RUN = 'Run prefixes carry the date and number of the night, which nobody knows when the role is made.';

/** Grants in the words of the night: lists, reads and writes of named prefixes, the ledger, mails. */
export function placesOf(names: Names, keyArn: string, locked: boolean) {
  const objects = (bucket: string, patterns: readonly string[]) => patterns.map((pattern) => `${bucket}/${pattern}`);
  const quota: Grant = {
    actions: ['ses:GetAccount'],
    on: ['*'],
    because: 'ses:GetAccount knows no resource; it reads the sending quota of the account.',
  };
  return {
    names,
    keyArn,
    /** Names of all landed files. */
    listLanding: (): Grant => ({ actions: ['s3:ListBucket'], on: [names.landingArn], because: 'Which files have landed.' }),
    readLanding: (): Grant[] => [
      { actions: ['s3:GetObject'], on: [`${names.landingArn}/*`], because: 'Whatever lands is to be accepted or refused.' },
      { actions: ['s3:ListBucket'], on: [names.landingArn], because: 'So that a file that is gone is 404 and not 403.' },
    ],
    /**
     * Names below the prefixes. why IfExists: S3 tells a missing object (404) from a forbidden one (403) only to who may list, and
     * asks that without a prefix. Readers of objects that may be missing therefore list too.
     */
    list: (...prefixes: string[]): Grant => ({
      actions: ['s3:ListBucket'],
      on: [names.storeArn],
      conditions: { StringLikeIfExists: { 's3:prefix': prefixes.map(below) } },
      because: 'Names of objects below these prefixes.',
    }),
    read: (...patterns: string[]): Grant[] => [
      { actions: ['s3:GetObject'], on: objects(names.storeArn, patterns), because: RUN },
      { actions: ['kms:Decrypt'], on: [keyArn], because: 'Objects are encrypted.' },
    ],
    write: (...patterns: string[]): Grant[] => [
      { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], on: objects(names.storeArn, patterns), because: RUN },
      {
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        on: [keyArn],
        because: 'Objects are encrypted; parts of an upload too.',
      },
    ],
    /** Only where the settings lock manifests. */
    lockManifests: (): Grant[] =>
      locked ? [{ actions: ['s3:PutObjectRetention'], on: objects(names.storeArn, [manifestKey(ANY_RUN)]), because: RUN }] : [],
    /** Athena's own account of a query, and the manifest of the files that it wrote. */
    queryResults: (): Grant => ({
      actions: ['s3:GetObject'],
      on: objects(names.storeArn, [below(names.queryResults)]),
      because: 'Athena names these objects after the query.',
    }),
    ledger: (): Grant => ({
      actions: ['dynamodb:UpdateItem'],
      on: [names.ledgerArn],
      because: 'Every claim and mark of a mail is one conditional update.',
    }),
    readLedger: (): Grant => ({
      actions: ['dynamodb:Query'],
      on: [names.ledgerArn],
      because: 'How many mails of the plan went out before.',
    }),
    send: (): Grant[] => [
      {
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        on: [names.identityArn, names.mailsArn],
        because: 'Mails go out under one domain and one configuration set.',
      },
      quota,
    ],
    /** So that a plan that does not fit is refused, and the rate is kept to. */
    sendingQuota: (): Grant => quota,
    /** Tables by name. */
    tables: (tables: readonly string[], actions: readonly string[], because: string): Grant => ({
      actions,
      on: [names.catalogArn, names.databaseArn, ...tables.map(names.tableArn)],
      because,
    }),
    ownLogs: (task: string): Grant => ({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      on: [`arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${names.functionLogs(task)}:*`],
      because: 'Log streams are named by Lambda as it starts them.',
    }),
  };
}

export type Places = ReturnType<typeof placesOf>;
