import { publish } from '../../../lambdas/publish/handler.js';
import { theStore } from '../parts/stores.js';

export const handler = publish({ store: theStore() });
