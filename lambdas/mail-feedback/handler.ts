import { defineHandler } from '../shared/define-handler.js';
import { changePreferences } from '../shared/mail-preferences.js';
import type { ObjectStore } from '../shared/object-store.js';
import { feedbackOf, MailEvent } from './feedback.js';

/** Notes what mail systems report of mails with the seller whose mail it was, so that the next plan and every mail of this one know it. */
export const mailFeedback = ({ store }: { store: ObjectStore }) =>
  defineHandler(MailEvent, async (event, { log }) => {
    const feedback = feedbackOf(event);
    if (!feedback) return { noted: false };
    await changePreferences(store, feedback.seller_id, feedback.change);
    log.info('a report of a mail noted', { seller_id: feedback.seller_id });
    return { noted: true };
  });
