import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { Mailer } from '../shared/mailer.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { SendLedger } from '../shared/send-ledger.js';
import { planEmails as plan } from './plan-emails.js';

const Event = z.object({ prefix: z.string() });

export interface Parts {
  store: ObjectStore;
  /** Says how much may still be sent, if anything bounds it. */
  mailer?: Pick<Mailer, 'capacity'>;
  /** Says what of it went out before. */
  ledger?: Pick<SendLedger, 'list'>;
}

/** Decides who is written to after a run and freezes it. Answers keys of shards, never rows. */
export const planEmails = (parts: Parts) =>
  defineHandler(Event, async ({ prefix }, { log }) => {
    const planned = await plan({ ...parts, prefix });
    log.info('mails planned', { prefix, shards: planned.shards.length, planned: planned.planned, digest: planned.digest });
    return planned;
  });
