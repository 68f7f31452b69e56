import { lookForOrders } from '../../../lambdas/look-for-orders/handler.js';
import { theStore } from '../parts/stores.js';

export const handler = lookForOrders({ store: theStore() });
