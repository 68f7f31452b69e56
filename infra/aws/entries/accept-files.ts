import { join } from 'node:path';
import { acceptFiles } from '../../../lambdas/accept-files/handler.js';
import { LARGEST } from '../disk.js';
import { theDuck } from '../parts/duck.js';
import { theScratch } from '../parts/scratch.js';
import { theLanding, theStore } from '../parts/stores.js';

export const handler = acceptFiles({
  landing: theLanding(),
  store: theStore(),
  duck: theDuck,
  scratch: join(theScratch(), 'accept'),
  largest: LARGEST,
});
