import type { Context } from 'aws-lambda';
import { sendEmails } from '../../../lambdas/send-emails/handler.js';
import { theLedger, theMailer } from '../parts/mails.js';
import { theStore } from '../parts/stores.js';

export const handler = (event: unknown, context: Context) =>
  sendEmails({ store: theStore(), ledger: theLedger(), mailer: theMailer() })(event, context);
