import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import type { Delivering } from '../shared/deliver.js';
import { count } from '../shared/metrics.js';
import type { ObjectStore } from '../shared/object-store.js';
import { sendDigest as send } from './send-digest.js';

const Event = z.object({ prefix: z.string() });

export interface Parts extends Delivering {
  store: ObjectStore;
}

/** Sends the weekly digest under the ledger, to leadership and each regional team. */
export const sendDigest = (parts: Parts) =>
  defineHandler(Event, async (event, { log }) => {
    const counts = await send({ ...parts, ...event });
    count({ MailsSent: counts.sent, MailsNotSent: counts.not_sent, MailsInDoubt: counts.in_doubt });
    log.info('digest sent', { ...event, ...counts });
    return counts;
  });
