import { considerRetry } from '../../../lambdas/consider-retry/handler.js';
import { theEngine } from '../parts/engine.js';

export const handler = considerRetry({ engine: theEngine() });
