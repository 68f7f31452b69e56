import * as z from 'zod';
import { defineHandler } from '../shared/define-handler.js';
import { count } from '../shared/metrics.js';
import { type Sending, sendEmails as send } from './send-emails.js';

const Event = z.object({ prefix: z.string(), shard: z.string() });

/** Sends one shard of the plan under the ledger. */
export const sendEmails = (parts: Sending) =>
  defineHandler(Event, async (event, { log }) => {
    const counts = await send({ ...parts, ...event });
    count({ MailsSent: counts.sent, MailsNotSent: counts.not_sent, MailsInDoubt: counts.in_doubt });
    log.info('shard sent', { ...event, ...counts });
    return counts;
  });
