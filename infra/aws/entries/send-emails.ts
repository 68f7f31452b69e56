import type { Context } from 'aws-lambda';
import { sendEmails } from '../../../lambdas/send-emails/handler.js';
import { linkKeysOfStore } from '../../shared/link-keys.js';
import { theLedger, theMailer } from '../parts/mails.js';
import { theStore } from '../parts/stores.js';

export const handler = (event: unknown, context: Context) => {
  const store = theStore();
  return sendEmails({ store, ledger: theLedger(), mailer: theMailer(), linkKeys: () => linkKeysOfStore(store) })(event, context);
};
