import { prepareQuery } from '../../../lambdas/prepare-query/handler.js';
import { theEngine } from '../parts/engine.js';
import { theStore } from '../parts/stores.js';
import { theSqlFiles } from '../sql-files.js';

export const handler = prepareQuery({ store: theStore(), sql: theSqlFiles(), engine: theEngine() });
