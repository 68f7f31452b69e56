/** What the dashboard's page of one seller says: its tiers, its metrics, and the orders behind them. */
import { plural as s } from '../plural.js';

export const seller = {
  back: 'Sellers',
  none: (day: string) =>
    `No scorecard for this seller on ${day}. Sellers without orders in any window have none; check the id otherwise.`,
  managed: (region: string) => `managed by ${region}`,
  notDescribed: 'not described yet',
  /** Before the sentence that says why, which begins small: `Bounds alone propose Standard: held back from …`. */
  proposes: (tier: string, because: string) => `Bounds alone propose ${tier}: ${because}`,
  was: (tier: string, run: string) => `was ${tier} in run ${run}`,
  facts: {
    heldBackBy: 'Held back by',
    ifAllMet: 'If all pending orders are met',
    ordersIn: (n: number) => `Orders in ${n} ${s(n, 'day', 'days')}`,
    ordersInWindow: 'Orders in the window',
    /** Behind the number of orders; a separator before it. */
    needed: (shown: string) => `· ${shown} needed`,
    measured: 'Metrics measured',
    of: (measured: number, total: number) => `${measured} of ${total}`,
  },
  metric: {
    holds: 'holds the tier back',
    /** A button: `The orders behind it`. `many` is what the metric counts, in the plural, such as orders or conversations. */
    behind: (many: string) => `The ${many} behind it`,
    how: 'How it is counted',
    rate: 'Rate',
    standard: 'Standard',
    used: 'Faults used',
    /** `3 of 40 allowed`: the words between two numbers, and behind the second; a space on the inner side of each. */
    usedOf: 'of ',
    usedAllowed: 'allowed',
    alone: 'Alone allows',
  },
  behind: {
    judged: 'Judged',
    /** What forgives a fault under every metric, a clause. */
    exempted: 'an exemption applies',
    never: 'never',
    finalAfter: 'Final after',
    days: (n: number, shown: string) => `${shown} ${s(n, 'day', 'days')}`,
    /** `why` is a clause that says why it takes so long. */
    daysWhy: (n: number, shown: string, why: string) => `${shown} ${s(n, 'day', 'days')}: ${why}`,
    counted: (first: string, last: string) => `Counted from ${first} to ${last}. Times are local to the region of each order.`,
    /** `things` is a number and what the metric counts: `3 orders`. */
    pending: (things: string) => `${things} pending: listed once final.`,
    more: (some: string, rest: string) => `Show ${some} more of ${rest}`,
    others: (rest: string) => `Show the other ${rest}`,
    unlisted: (shown: string, reasons: string) => `${shown} more are counted, not listed: ${reasons}.`,
    differs: (counted: string, listed: string) =>
      `The card counts ${counted}, the ledger lists ${listed}. Please report this with the run id.`,
    order: 'Order',
    reason: 'Reason',
    countsOn: 'Counts on',
    value: 'Value',
    leavesOn: 'Leaves on',
    leavesMeans: 'The first run date that no longer counts it',
    region: 'Region',
    zone: 'Time zone',
    category: 'Category',
    carrier: 'Carrier',
    exemption: 'Exemption',
    countsAsMet: 'Counts as met',
    yes: 'yes',
    leftOut: 'no, it is left out',
  },
};
