import { openRun } from '../../../lambdas/open-run/handler.js';
import { theLanding, thePolicyFiles, theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = openRun({ landing: theLanding(), store: theStore(), sql: theSqlFiles(), policyFiles: thePolicyFiles });
