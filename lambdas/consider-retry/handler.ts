import * as z from 'zod';
import { door } from '../shared/door.js';
import { considerRetry as consider } from './consider-retry.js';

export const Event = z.object({
  path: z.string(),
  attempt: z.number().int(),
  error: z.object({ Error: z.string(), Cause: z.string().optional() }),
});

/** After a failed query: once more into a fresh prefix, or stop with the engine's own message and the name of the SQL file. */
export const considerRetry = () => door(Event, async ({ path, attempt, error }) => consider(path, attempt, error));
