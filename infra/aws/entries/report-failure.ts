import type { Context } from 'aws-lambda';
import { reportFailure } from '../../../lambdas/report-failure/handler.js';
import { fromEnvironment } from '../environment-variables.js';
import { theMailer } from '../parts/mails.js';
import { theStore } from '../parts/stores.js';

export const handler = (event: unknown, context: Context) =>
  reportFailure({ store: theStore(), mailer: theMailer(), option: fromEnvironment('COMMAND_OPTION') })(event, context);
