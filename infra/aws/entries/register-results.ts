import { registerResults } from '../../../lambdas/register-results/handler.js';
import { theCatalog } from '../parts/engine.js';
import { theStore } from '../parts/stores.js';

export const handler = registerResults({ store: theStore(), catalog: theCatalog() });
