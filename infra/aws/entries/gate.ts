import { gate } from '../../../lambdas/gate/handler.js';
import { theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = gate({ store: theStore(), sql: theSqlFiles() });
