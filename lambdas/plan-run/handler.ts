import * as z from 'zod';
import type { SqlFiles } from '../../sql/render.js';
import { defineHandler } from '../shared/define-handler.js';
import { count } from '../shared/metrics.js';
import type { ObjectStore } from '../shared/object-store.js';
import { planRun as plan } from './plan-run.js';

export const Event = z.object({ run_id: z.string(), run_date: z.iso.date(), prefix: z.string(), full: z.boolean() });

export interface Parts {
  store: ObjectStore;
  sql: SqlFiles;
}

/** Freezes what the run reads, decides what is measured and what may be reused, and puts the datasets in layers. */
export const planRun = (parts: Parts) =>
  defineHandler(Event, async (event) => {
    const planned = await plan({ ...parts, ...event });
    if (planned.landed > 0) count({ QuarantinedShare: (100 * planned.quarantined) / planned.landed });
    return planned;
  });
