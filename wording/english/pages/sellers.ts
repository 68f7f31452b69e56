/** What the dashboard's list of sellers says. */
import { plural, pluralAsWritten } from '../plural.js';

export const sellers = {
  title: 'Sellers',
  whom: {
    everywhere: 'Sellers with orders in the days by which a programme decides whom it judges',
    everyCard: 'Every seller with a scorecard, of every home region',
    /** `place` is a region's name. */
    here: (place: string) =>
      `Sellers with orders to ${place} in the days by which a programme decides whom it judges, wherever they are at home`,
    atHome: (place: string) => `Sellers whose home region is ${place}, wherever they deliver`,
  },
  search: 'Search',
  placeholder: 'Shop name or seller id',
  programme: 'Programme',
  allProgrammes: 'All programmes',
  tier: 'Tier',
  allTiers: 'All tiers',
  sinceLast: 'Since the last run',
  changedOrNot: 'Changed or not',
  /** Label of a choice among the four below. */
  who: 'Whom',
  withOrders: 'With orders',
  withOrdersHere: 'With orders here',
  withCard: 'With a scorecard',
  atHomeHere: 'At home here',
  list: 'Scorecards',
  headings: {
    seller: 'Seller',
    home_region: 'Home',
    programme: 'Programme',
    tier: 'Tier',
    proposed: 'Proposed',
    tier_projected: 'Projected',
    held_back_by: 'Held back by',
    orders: 'Orders',
    next_tier_on: 'Next tier from',
    status: 'Status',
  },
  none: 'No seller of this region has a scorecard.',
  noneFits: 'No seller fits the search and the filters.',
  /** Counts come written, and may be one. */
  all: (sellers: string) => `${sellers} ${pluralAsWritten(sellers, 'seller', 'sellers')}`,
  some: (sellers: string, all: string) => `${sellers} of ${all} ${pluralAsWritten(all, 'seller', 'sellers')}`,
  /** Behind one of those two. */
  cards: (cards: string) => ` · ${cards} ${pluralAsWritten(cards, 'scorecard', 'scorecards')}`,
  notDescribed: 'not described yet',
  /** Before a metric's name, on a narrow screen; a space behind it. */
  heldBackBy: 'Held back by ',
  /** Behind a number, on a narrow screen; a space before it. */
  orders: (n: number) => ` ${plural(n, 'order', 'orders')}`,
  /** Of a tier that is the one beside it. */
  same: 'same',
  /** `change` is such as `Moved up`. */
  moved: (change: string, from: string) => `${change}, from ${from}`,
  /** Beside the tier of a seller without an earlier scorecard, instead of an arrow. */
  new: 'new',
};
