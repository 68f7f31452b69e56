import { acceptSqlFiles } from '../../../lambdas/accept-files/sql-files.js';
import { openRun } from '../../../lambdas/open-run/handler.js';
import { fromEnvironment } from '../environment-variables.js';
import { theLeftovers } from '../parts/engine.js';
import { theLanding, thePolicyFiles, theStore } from '../parts/stores.js';

export const handler = openRun({
  landing: theLanding(),
  store: theStore(),
  acceptSql: acceptSqlFiles(),
  policyFiles: thePolicyFiles,
  firstLandingDay: fromEnvironment('FIRST_LANDING_DAY'),
  leftovers: theLeftovers(),
});
