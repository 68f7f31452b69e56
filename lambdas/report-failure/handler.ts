import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { Mailer } from '../shared/mailer.js';
import type { ObjectStore } from '../shared/object-store.js';
import { reportFailure as report } from './report-failure.js';

export const Event = z.object({
  run_date: z.iso.date(),
  execution: z.string(),
  error: z.object({ Error: z.string(), Cause: z.string().optional() }),
});

export interface Parts {
  store: ObjectStore;
  mailer: Mailer;
  /** What a command needs to mean this environment; see reportFailure. */
  option?: string;
}

/** Last state of a night that failed: one readable message to the operators, and the same beside the run. */
export const reportFailure = (parts: Parts) =>
  defineHandler(Event, async (event, { log }) => {
    const { message, prefix, unmailed } = await report({ ...parts, ...event });
    for (const because of unmailed) log.error('an operator was not reached', { prefix, because });
    return { message, prefix };
  });
