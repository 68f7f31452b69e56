import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SesMailer } from '../adapters/mailer.js';
import { DynamoLedger } from '../adapters/send-ledger.js';
import { fromEnvironment } from '../environment-variables.js';

/** How many functions send at the same time: SendEmails of infra/nightly.asl.json has this MaxConcurrency. */
export const SENDERS = 4;

/** The ledger of what was sent. */
export const theLedger = (): DynamoLedger =>
  new DynamoLedger(new DynamoDBClient({ maxAttempts: 5 }), fromEnvironment('LEDGER_TABLE'), Date.now);

/**
 * SES, made anew for each invocation: the quota it has read is that of now, and it inherits no connection that broke while the
 * function slept, which would look like a lost answer.
 */
export const theMailer = (): SesMailer =>
  new SesMailer(
    {},
    {
      configurationSet: fromEnvironment('SES_CONFIGURATION_SET'),
      fromArn: process.env.MAIL_FROM_ARN || undefined,
      senders: SENDERS,
    },
  );
