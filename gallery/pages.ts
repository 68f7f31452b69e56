/** Every view of the dashboard, by its address. */
import { type Language, WRITTEN } from '../contracts/languages.js';
import { LOCALES } from './mails.js';
import type { Subject } from './studio.js';

/** Addresses after `#/`, and what a reader asks there. */
const VIEWS: readonly (readonly [name: string, hash: string, says: string])[] = [
  ['overview', 'overview', 'How is the marketplace doing?'],
  ['overview-gb', 'overview?region=GB', 'How is my region doing?'],
  ['overview-days', 'overview?grouping=day&window=7', 'What happened this week, day by day?'],
  ['movers', 'movers', 'What moved, and who moved it?'],
  ['movers-carriers', 'movers?by=carrier', 'Which carrier moved it?'],
  ['faults', 'faults?metric=late_dispatch&by=tenure&member=under_a_year', 'Which orders are these?'],
  ['calls', 'calls', 'Who falls next, and whom to call first?'],
  ['leads', 'leads', 'Which signs of abuse should somebody look into?'],
  ['lead', 'lead/brushing%3Apaid-praise%3AGB', 'What stands behind a lead, and what would explain it?'],
  ['onboarding', 'onboarding', 'How far do applicants come, and who waits?'],
  ['applicants', 'applicants?by=marketplace', 'Which applications wait for a decision?'],
  ['metrics', 'metrics', 'Who is beyond what luck explains?'],
  ['sellers', 'sellers', 'Who sells here, and under which tier?'],
  ['sellers-fell', 'sellers?moved=down', 'Who fell?'],
  ['sellers-none', 'sellers?search=nobody-is-called-this', 'A search that finds nobody'],
  ['seller-noticed', 'seller/slipping-gold', 'One seller, with a notice'],
  ['seller-top', 'seller/always-on-time', 'One seller, all well'],
  ['seller-few-orders', 'seller/tiny-teapots', 'One seller, not assessable'],
  ['seller-unknown', 'seller/nobody', 'A seller that there is not'],
  ['programme', 'programme', 'What is asked of sellers, and what does it bring?'],
  ['quality', 'quality', 'Can I believe these numbers?'],
];

/** Those that are drawn in every language: a table, a list, and long sentences. */
const IN_EVERY_LANGUAGE: readonly string[] = ['overview', 'sellers', 'seller-noticed', 'movers'];

/** Every view in English, and a few in every language; or all in one. */
export const pagesOf = (alone?: Language): Subject[] =>
  (alone ? [alone] : WRITTEN).flatMap((language) =>
    VIEWS.filter(([name]) => alone || language === 'en' || IN_EVERY_LANGUAGE.includes(name)).map(([view, hash, says]) => {
      const name = `page-${view}${language === 'en' ? '' : `-${language}`}`;
      return { kind: 'Pages', name, says, hash, locale: LOCALES[language] };
    }),
  );
