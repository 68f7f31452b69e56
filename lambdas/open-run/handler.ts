import * as z from 'zod';
import type { PolicyFiles } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';
import type { SqlFiles } from '../../sql/render.js';
import { defineHandler } from '../shared/define-handler.js';
import type { Leftovers } from '../shared/leftovers.js';
import type { ObjectStore } from '../shared/object-store.js';
import { openRun as open } from './open-run.js';

export const Event = z.object({
  run_date: z.iso.date(),
  execution: z.string(),
  mails: z.boolean().optional(),
});

export interface Parts {
  landing: ObjectStore;
  store: ObjectStore;
  policyFiles(): Promise<PolicyFiles>;
  /** Policies as an earlier run froze them, in place of the files. */
  sealed?: Policies | undefined;
  /** The checks of landed files. */
  acceptSql: SqlFiles;
  /** First landing day at which tables look; undefined where they look at every day. */
  firstLandingDay?: string;
  /** What earlier nights left behind; absent where they leave nothing. */
  leftovers?: Leftovers;
}

/** First state of the night: takes a run number, freezes the policies, and says which landed files are still to be accepted. */
export const openRun = (parts: Parts) =>
  defineHandler(Event, async (event, { log }) => {
    const opened = await open({ ...parts, ...event });
    try {
      const cleared = await parts.leftovers?.clear(event.run_date);
      if (cleared) log.info('leftovers of earlier nights cleared', cleared);
    } catch (error) {
      // A night needs none of it: the next one tries again.
      log.warn('leftovers of earlier nights stay', { why: (error as Error).message });
    }
    return opened;
  });
