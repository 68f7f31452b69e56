/** Every view of the dashboard, by its address. */
import type { Runs } from './sample-runs.js';
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

export const pagesOf = (_: Runs): Subject[] =>
  VIEWS.map(([name, hash, says]) => ({ kind: 'Pages', name: `page-${name}`, says, hash }));
