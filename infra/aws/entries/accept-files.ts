import { acceptFiles } from '../../../lambdas/accept-files/handler.js';
import { theDuck } from '../parts/duck.js';
import { theLanding, theStore } from '../parts/stores.js';

export const handler = acceptFiles({ landing: theLanding(), store: theStore(), duck: theDuck, scratch: '/tmp/accept' });
