import { gate } from '../../../lambdas/gate/handler.js';
import { withQualityReport } from '../../../lambdas/quality-report/handler.js';
import { theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = withQualityReport(theStore(), gate({ store: theStore(), sql: theSqlFiles() }));
