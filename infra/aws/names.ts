import { Aws } from 'aws-cdk-lib';
import { DATA_CATALOG } from './data-catalog.js';
import { liveOf } from './live.js';
import type { RegionGroup, Settings } from './settings.js';

/**
 * Names of everything of a group, said once. Stacks meet by these names, not by exports, so that each can be upgraded alone
 * and a command in the runbook can be typed from memory.
 */
export function namesOf(settings: Settings, group: RegionGroup) {
  const base = `scorecards-${settings.stage}-${group.name}`;
  const bucket = (what: string) => `${base}-${what}-${Aws.ACCOUNT_ID}`;
  const arn = (service: string, resource: string) =>
    `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
  const bucketArn = (name: string) => `arn:${Aws.PARTITION}:s3:::${name}`;
  const landing = bucket('landing');
  const store = bucket('store');
  const database = base.replaceAll('-', '_');
  return {
    base,
    landing,
    landingArn: bucketArn(landing),
    store,
    storeArn: bucketArn(store),
    logs: bucket('logs'),
    database,
    catalogArn: arn('glue', 'catalog'),
    databaseArn: arn('glue', `database/${database}`),
    /** Athena looks at it on the way to any other, whether an account has it or not. */
    defaultDatabaseArn: arn('glue', 'database/default'),
    tableArn: (table: string) => arn('glue', `table/${database}/${table}`),
    workGroup: base,
    workGroupArn: arn('athena', `workgroup/${base}`),
    dataCatalogArn: arn('athena', `datacatalog/${DATA_CATALOG}`),
    analysts: `${base}-analysts`,
    analystsArn: arn('athena', `workgroup/${base}-analysts`),
    team: (region: string) => `${base}-team-${region.toLowerCase()}`,
    teamArn: (region: string) => arn('athena', `workgroup/${base}-team-${region.toLowerCase()}`),
    ledger: `${base}-ledger`,
    ledgerArn: arn('dynamodb', `table/${base}-ledger`),
    mails: base,
    mailsArn: arn('ses', `configuration-set/${base}`),
    identityArn: arn('ses', `identity/${settings.mailDomain}`),
    /** The secret between CloudFront and the page of preferences. */
    door: `${base}-door`,
    missed: `${base}-missed`,
    missedArn: arn('sqs', `${base}-missed`),
    night: `${base}-night`,
    nightArn: arn('states', `stateMachine:${base}-night`),
    /** The version of the workflow that nights are started with. */
    liveNightArn: liveOf(arn('states', `stateMachine:${base}-night`)),
    alarms: `${base}-alarms`,
    functionName: (task: string) => `${base}-${task}`,
    functionArn: (task: string) => arn('lambda', `function:${base}-${task}`),
    /** Every version of a function; a role that names none may call none. */
    functionVersionsArn: (task: string) => arn('lambda', `function:${base}-${task}:*`),
    functionLogs: (task: string) => `/aws/lambda/${base}-${task}`,
    /** why this prefix: log groups below it share one delivery policy, which otherwise grows too long. */
    nightLogs: `/aws/vendedlogs/states/${base}-night`,
    mailLogs: `/scorecards/${settings.stage}/${group.name}/mail-events`,
    keyAlias: `alias/${base}`,
    /** Where Athena keeps the manifests of what each query wrote. */
    queryResults: 'query-results/',
    /** Where Athena keeps the answers to analysts. */
    analystAnswers: 'analyst-answers/',
    policies: 'policies/',
    metrics: { namespace: 'SellerScorecards', service: base },
  };
}

export type Names = ReturnType<typeof namesOf>;
