import type { Campaign } from '../../../contracts/run/mail-plan.js';
import type { NotMailed } from '../../../contracts/run/mail-preferences.js';
import type { MailSaidRow } from '../../../contracts/run/mails-said.js';

/** What a seller's page says about mails, around their own words. */
export const mailsSaid = {
  title: 'What the mail said',
  note: 'As the seller reads it, in the mail’s own words: the subject and the first sentences. A mail is of a local day and goes out in the night that ends it.',
  withoutMails: (day: string) => `The run of ${day} was made without mails.`,
  nothingKept: (day: string) =>
    `Nothing is kept of the mails of ${day}: they are not planned yet, or an earlier version made the run.`,
  /** Before a reason. */
  noMail: 'no mail',
  notSeenTo: 'planned, not seen to yet',
  before: 'Mails before',
  noneBefore: 'No earlier mail is known.',
  gone: (run: string) => `The mail before was of run ${run}; nothing of it is kept here.`,
  /** After the day, before the language. */
  kinds: {
    scorecard: 'weekly scorecard',
    'scorecard-daily': 'daily scorecard',
    'scorecard-monthly': 'monthly scorecard',
    'scorecard-change': 'change of tier',
    'scorecard-notice': 'notice',
  } satisfies Record<Campaign, string>,
  outcomes: {
    sent: 'sent',
    sent_before: 'not sent: an earlier run of the day had sent its own',
    withheld: 'held back: the seller had asked for no mails since, or the address had failed',
    not_sent: 'not sent: it could not be written, or no mail system took it',
    in_doubt: 'nobody knows whether it went out',
  } satisfies Record<MailSaidRow['outcome'], string>,
  /** Why one seller gets no mail. */
  reasons: {
    not_described: 'nobody has described the seller',
    closed: 'the shop is closed',
    wants_none: 'the seller asked for no mails',
    no_address: 'no address is known',
    address_unreadable: 'the address cannot be mailed',
    suppressed: 'suppressed: mails to the address came back',
    not_final: 'bad news is told by a final run of the newest day alone',
    nothing_changed: 'nothing changed since the last mail, or nothing that the seller asked to hear of',
    not_its_day: 'the day of its mail is to come',
    sent_this_week: 'the mail of this week has gone out',
    sent_this_month: 'the mail of this month has gone out',
    sent_today: 'the mail of this day has gone out',
  } satisfies Record<NotMailed, string>,
};
