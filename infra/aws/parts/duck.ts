import { join } from 'node:path';
import { type Duck, openDuck } from '../../../lambdas/shared/duck.js';
import { SPILL } from '../disk.js';
import { theScratch } from './scratch.js';

/** why 60 %: Node, the text of the file being read and the SDK live in the rest. */
const SHARE = 0.6;

let opened: Promise<Duck> | undefined;

/** One DuckDB per function, opened when first needed, within the memory that the function was given. */
export function theDuck(): Promise<Duck> {
  const given = Number(process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? 3008);
  opened ??= openDuck({
    memoryLimit: `${Math.floor(given * SHARE)}MB`,
    threads: 2,
    temporaryFolder: join(theScratch(), 'duck'),
    mostTemporary: `${SPILL}MB`,
    connections: 2,
  });
  return opened;
}
