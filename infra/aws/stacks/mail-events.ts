import { ArnFormat, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as ses from 'aws-cdk-lib/aws-ses';
import { daysOfLogs } from '../days-of-logs.js';
import type { Names } from '../names.js';
import type { Settings } from '../settings.js';

const KINDS = ['Sent', 'Delivered', 'Bounced', 'Complaint Received', 'Rejected', 'Rendering Failed', 'Delivery Delayed'];

/**
 * The configuration set through which every mail goes. What becomes of each mail is counted in CloudWatch and written to a log:
 * its kind and the hash by which the ledger knows it, no address and no subject, so that a mail in doubt can be looked up.
 */
export function mailEvents(stack: Stack, names: Names, settings: Pick<Settings, 'keep' | 'mailTls'>): void {
  const set = new ses.CfnConfigurationSet(stack, 'Mails', {
    name: names.mails,
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
    deliveryOptions: { tlsPolicy: settings.mailTls },
    suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
  const matchingEventTypes = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT', 'RENDERING_FAILURE'];
  new ses.CfnConfigurationSetEventDestination(stack, 'MailsCounted', {
    configurationSetName: set.ref,
    eventDestination: {
      name: 'counted',
      enabled: true,
      matchingEventTypes,
      cloudWatchDestination: {
        dimensionConfigurations: [
          {
            dimensionName: 'ses:configuration-set',
            dimensionValueSource: 'messageTag',
            defaultDimensionValue: names.mails,
          },
        ],
      },
    },
  });
  new ses.CfnConfigurationSetEventDestination(stack, 'MailEvents', {
    configurationSetName: set.ref,
    eventDestination: {
      name: 'events',
      enabled: true,
      matchingEventTypes: [...matchingEventTypes, 'DELIVERY_DELAY'],
      eventBridgeDestination: {
        eventBusArn: stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
      },
    },
  });
  keepEvents(stack, names, settings.keep.logs);
}

/** Writes each event to a log, without address and subject. */
function keepEvents(stack: Stack, names: Names, keepDays: number): void {
  const log = new logs.LogGroup(stack, 'MailLog', {
    logGroupName: names.mailLogs,
    retention: daysOfLogs(keepDays),
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new logs.CfnResourcePolicy(stack, 'MailLogWriters', {
    policyName: `${names.base}-mail-events`,
    policyDocument: stack.toJsonString({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] },
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: log.logGroupArn,
        },
      ],
    }),
  });
  new events.CfnRule(stack, 'MailRule', {
    name: `${names.base}-mail-events`,
    description: 'What became of each mail, without its address',
    eventPattern: {
      source: ['aws.ses'],
      'detail-type': KINDS.map((kind) => `Email ${kind}`),
      detail: { mail: { tags: { 'ses:configuration-set': [names.mails] } } },
    },
    targets: [
      {
        id: 'log',
        arn: stack.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: names.mailLogs,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
        inputTransformer: {
          inputPathsMap: {
            time: '$.time',
            kind: '$.detail-type',
            message: '$.detail.mail.messageId',
            campaign: '$.detail.mail.tags.campaign[0]',
            ledger: '$.detail.mail.tags.ledger[0]',
          },
          inputTemplate:
            '{"timestamp": <time>, "message": "{\\"kind\\":\\"<kind>\\",\\"campaign\\":\\"<campaign>\\",\\"ledger\\":\\"<ledger>\\",\\"message_id\\":\\"<message>\\"}"}',
        },
      },
    ],
  });
}
