import { addDays, weekday } from '../../contracts/days.js';
import { NO_MAILS } from '../../contracts/landing/sellers.js';
import { ERASED_ADDRESS } from '../../contracts/ledger/erased.js';
import { firstByteOfMd5 } from '../../contracts/run/first-byte-of-md5.js';
import type { PlannedMail } from '../../contracts/run/mail-plan.js';
import type { MailPreferences, NotMailed } from '../../contracts/run/mail-preferences.js';
import { mailableAddress } from '../../policies/address.js';
import { isoWeek } from '../../wording/calendar.js';
import { frequencyOf, hasBounced, type LandedWish } from '../shared/mail-preferences.js';

export interface Seller extends LandedWish {
  seller_id: string;
  email: string | null;
  status: string;
}

/** What happened to a seller's tiers in the run. `drop` and `notice` are news that a seller must not wait for. */
export type News = 'drop' | 'notice' | 'change' | undefined;

/** The last mail of a seller: the run date that it was about, and the card that it showed. */
export interface Told {
  run_date: string;
  card: string;
  /** The prefix of the run; absent of mails of earlier versions. */
  run?: string;
}

/** All that decides whether a seller is written to. */
export interface SellerTonight {
  seller_id: string;
  /** Undefined where nobody has described the seller. */
  seller: Seller | undefined;
  preferences: MailPreferences | undefined;
  news: News;
  told: Told | undefined;
  /** Stands for the numbers of the card: another where a mail would say anything else. */
  card: string;
}

/** The morning on which the mails of a run are read. */
export interface Morning {
  run_date: string;
  /** The ISO week and the month it lies in. */
  week: string;
  month: string;
  day: string;
  /** Whether the run is final and the newest, so that it may bring bad news. */
  bad_news: boolean;
}

export function morningAfter(run_date: string, bad_news: boolean): Morning {
  const day = addDays(run_date, 1);
  return { run_date, day, week: isoWeek(day), month: day.slice(0, 7), bad_news };
}

/** why five: on a weekend nobody works on a scorecard, and a night that fails on a Friday still has two mornings. */
const WORKING_DAYS = 5;

/** The morning, Monday 1 to Friday 5, of a seller's weekly mail: always the same one, so that mails and answers are spread over the week. */
export const mailDayOf = (seller_id: string): number => 1 + (firstByteOfMd5(seller_id) % WORKING_DAYS);

/** The first day of a month that is the seller's. */
function firstOfMonth(month: string, mailDay: number): string {
  const first = `${month}-01`;
  return addDays(first, (mailDay - weekday(first) + 7) % 7);
}

type Decided = Pick<PlannedMail, 'campaign' | 'period'> | { not: NotMailed };

/** A usual mail: due from its day on until it was sent, and only where the card is another than the one told last. */
function usual(
  { told, card }: SellerTonight,
  given: { sent: NotMailed; sentAlready: boolean; due: boolean; mail: Pick<PlannedMail, 'campaign' | 'period'> },
): Decided {
  if (given.sentAlready) return { not: given.sent };
  if (!given.due) return { not: 'not_its_day' };
  return told?.card === card ? { not: 'nothing_changed' } : given.mail;
}

/** Why no mail can go to a seller at all; undefined where one can. */
function against({ seller, preferences }: SellerTonight): NotMailed | undefined {
  if (!seller) return 'not_described';
  if (seller.status === 'closed') return 'closed';
  if (frequencyOf(seller, preferences?.asked) === NO_MAILS) return 'wants_none';
  if (!seller.email || seller.email === ERASED_ADDRESS) return 'no_address';
  const address = mailableAddress(seller.email);
  if (address === undefined) return 'address_unreadable';
  return hasBounced(preferences, address) ? 'suppressed' : undefined;
}

/** The mail that a seller gets on a morning, or why none. A function of what is given: nothing is looked up. */
export function whatIsSent(tonight: SellerTonight, morning: Morning): Decided {
  const not = against(tonight);
  if (not) return { not };
  const { news, told, seller, preferences, seller_id } = tonight;
  const { run_date, week, month } = morning;
  const toldOn = told && morningAfter(told.run_date, true);
  if (news === 'drop' || news === 'notice') {
    if (!morning.bad_news) return { not: 'not_final' };
    return { campaign: news === 'drop' ? 'scorecard-change' : 'scorecard-notice', period: run_date };
  }
  const mailDay = mailDayOf(seller_id);
  switch (frequencyOf(seller!, preferences?.asked)) {
    case 'changes':
      return news ? { campaign: 'scorecard-change', period: run_date } : { not: 'nothing_changed' };
    case 'daily':
      if (news) return { campaign: 'scorecard-change', period: run_date };
      return usual(tonight, {
        ...{ sent: 'sent_today', sentAlready: told?.run_date === run_date, due: true },
        mail: { campaign: 'scorecard-daily', period: run_date },
      });
    case 'monthly':
      return usual(tonight, {
        ...{ sent: 'sent_this_month', sentAlready: toldOn?.month === month },
        due: morning.day >= firstOfMonth(month, mailDay),
        mail: { campaign: 'scorecard-monthly', period: month },
      });
    default:
      return usual(tonight, {
        ...{ sent: 'sent_this_week', sentAlready: toldOn?.week === week },
        due: weekday(morning.day) >= mailDay,
        mail: { campaign: 'scorecard', period: week },
      });
  }
}
