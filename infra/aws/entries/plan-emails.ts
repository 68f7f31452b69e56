import type { Context } from 'aws-lambda';
import { planEmails } from '../../../lambdas/plan-emails/handler.js';
import { theLedger, theMailer } from '../parts/mails.js';
import { theStore } from '../parts/stores.js';

export const handler = (event: unknown, context: Context) =>
  planEmails({ store: theStore(), mailer: theMailer(), ledger: theLedger() })(event, context);
