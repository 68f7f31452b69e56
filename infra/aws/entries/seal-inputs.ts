import { sealInputs } from '../../../lambdas/seal-inputs/handler.js';
import { theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = sealInputs({ store: theStore(), sql: theSqlFiles() });
