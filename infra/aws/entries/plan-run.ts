import { planRun } from '../../../lambdas/plan-run/handler.js';
import { theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = planRun({ store: theStore(), sql: theSqlFiles() });
