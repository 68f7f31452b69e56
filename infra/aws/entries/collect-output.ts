import { collectOutput } from '../../../lambdas/collect-output/handler.js';
import { theEngine } from '../parts/engine.js';
import { theStore } from '../parts/stores.js';

export const handler = collectOutput({ store: theStore(), engine: theEngine() });
