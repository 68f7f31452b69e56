import type { Context } from 'aws-lambda';
import { sendDigest } from '../../../lambdas/send-digest/handler.js';
import { theLedger, theMailer } from '../parts/mails.js';
import { theStore } from '../parts/stores.js';

export const handler = (event: unknown, context: Context) =>
  sendDigest({ store: theStore(), ledger: theLedger(), mailer: theMailer() })(event, context);
