import { watchPointer } from '../../../lambdas/watch-pointer/handler.js';
import { fromEnvironment } from '../environment-variables.js';
import { theStore } from '../parts/stores.js';

export const handler = watchPointer({ store: theStore(), timeZone: fromEnvironment('TIME_ZONE') });
