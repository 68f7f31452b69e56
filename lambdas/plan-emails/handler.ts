import * as z from 'zod';
import { door } from '../shared/door.js';
import type { ObjectStore } from '../shared/object-store.js';
import { planEmails as plan } from './plan-emails.js';

const Event = z.object({ prefix: z.string() });

/** Decides who is written to after a run and freezes it. Answers keys of shards, never rows. */
export const planEmails = (parts: { store: ObjectStore }) =>
  door(Event, async ({ prefix }, { log }) => {
    const planned = await plan({ store: parts.store, prefix });
    log.info('mails planned', { prefix, shards: planned.shards.length, planned: planned.planned, digest: planned.digest });
    return planned;
  });
