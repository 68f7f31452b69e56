import { DECIDED_STORIES } from './decided-stories.js';
import { LEAD_STORIES } from './lead-stories.js';
import type { RegionCode } from './markets.js';
import type { Scenario } from './order.js';

/** Days before the sample's last day, from the earlier to the later: [30, 3]. */
export type DaysAgo = readonly [number, number];

/** So many orders, spread evenly over the days on which they are placed; due the day after. All fine unless said otherwise. */
export interface Batch extends Partial<Scenario> {
  count: number;
  placed: DaysAgo;
  region?: RegionCode;
  carrier?: string;
  /** Numbers of a basket shared with another seller: the same order ids. */
  basket?: string;
  /** Due so many days after the order; one unless said. */
  handling_days?: number;
  /** Placed after 19:00, so that no parcel leaves on the day of the order. */
  evening?: true;
  /** The version of the day of the order lands this many days late, after its successors. */
  placed_version_lands_late?: number;
  /** Placed within so many minutes from noon on, by so many buyers in turn, to so many places in turn. */
  burst?: { minutes: number; buyers: number; places?: number };
  /** All have one tracking number. */
  one_number?: true;
  /** First scanned so many hours before the order was placed. */
  scanned_before?: number;
  /** Confirmed an hour before it was due, and first scanned so many hours after. */
  scanned_after_due?: number;
  /** The faults of each order are forgiven one by one, so many days after the order, or all on one day, so many days ago. */
  upheld?: { metrics: readonly string[] } & ({ days: number } | { decided: number });
}

interface Talks {
  count: number;
  opened: DaysAgo;
  /** Hours to the first reply; absent when there is none. */
  reply_hours?: number;
  region?: RegionCode;
}

interface StoryExemption {
  metrics: readonly string[];
  reason: string;
  /** Cohort days it covers. */
  days: DaysAgo;
  decided: number;
  /** Only parcels of this carrier in this region, of any seller. */
  carrier?: string;
  region?: RegionCode;
}

/** A violation of the marketplace's rules, by days before the last one. */
interface StoryViolation {
  rule: string;
  severity: 'low' | 'medium' | 'high';
  points: number;
  issued: number;
  withdrawn?: number;
}

/** What persons said of the loss of a tier that the evaluation of fourteen days ago proposes, so many days ago. */
export interface Said {
  outcome: 'approved' | 'departed';
  by: string;
  decided: number;
  reason: string;
  appeal?: { submitted: number; outcome: 'granted' | 'refused'; by: string; decided: number; reason: string };
}

/** What evaluations made of it, where nights ran on the two Mondays five weeks apart that end the sample. */
interface Held {
  tier: Expectation['tier'];
  /** Of which metric, and what that evaluation says of it. */
  metric: string;
  verdict: 'met' | 'watch' | 'notice';
}

/** What the night of the last day should say. Counts are those of the metric's window in the sample's programme. */
interface Expectation {
  tier: 'top' | 'good' | 'at_risk' | 'below' | 'not_assessable';
  /** The metric that keeps the seller from a better tier. */
  held_by?: string;
  counts?: Readonly<Record<string, Partial<Record<'met' | 'fault' | 'forgiven' | 'excluded' | 'pending', number>>>>;
  /** The tier of an earlier night, so many days before. */
  earlier?: { days_ago: number; tier: Expectation['tier'] };
  /** Five weeks before the last day, and on it. */
  held?: readonly [Held, Held];
  /** Points under one of the example programmes, whose name is that of its folder; and what is left of them on the day after. */
  points?: { programme: string; points: number; expired: number; withdrawn: number; tomorrow: number };
  /** The probation under one of the example programmes: its cap, the busiest day and how many days were above it, and by which way out it ended. */
  probation?: { programme: string; cap: number; most: number; above: number; exit: string | null };
  /** All leads of the seller; unless said, none. */
  leads?: readonly { lead: string; status: 'open' | 'explained'; orders: number; twin: string | null }[];
  /** Where nights ran on the Mondays seven, two and one weeks ago and on the last day: the record, and the tier held on the last day. */
  decided?: { status: 'proposed' | 'in_effect' | 'departed' | 'overturned'; tier: Expectation['tier'] };
}

export interface Story {
  seller_id: string;
  name: string;
  home: RegionCode;
  /** The story in plain words; the README repeats it. */
  description: string;
  expect: Expectation;
  orders: readonly Batch[];
  talks?: readonly Talks[];
  exemptions?: readonly StoryExemption[];
  violations?: readonly StoryViolation[];
  said?: Said;
  /** Comes beside the sellers and orders that were asked for, so that theirs are the same with or without it. */
  beside?: true;
  /** Before the sample's first day unless said. */
  joined_days_ago?: number;
  /** Its batches repeat every day from the first to the last, so many times larger as the sample is large. */
  grows?: true;
  /** False: no description of the seller ever lands. */
  described?: false;
}

/** One or two stars about the goods, in time to count. */
const poor = { reviews: [{ rating: 1, about: 'product', days: 2 }] } as const satisfies Partial<Scenario>;
const outOfStock = { cancelled: { by: 'seller', reason: 'out of stock' } } as const satisfies Partial<Scenario>;
const ignored = {
  disputed: { kind: 'not_as_described', days: 6, decision_days: 9, outcome: 'seller_fault', resolved_by: 'platform' },
} as const satisfies Partial<Scenario>;
const splitOrders: readonly Batch[] = [
  { count: 10, placed: [59, 35] },
  { count: 12, placed: [30, 3] },
  { count: 6, placed: [28, 4], dispatch: 'late' },
];
const pleased = { reviews: [{ rating: 5, days: 3 }] } as const satisfies Partial<Scenario>;

/**
 * The named sellers. Story shops ship every day, one day after the order, so an order placed n days ago is due n - 1 days
 * ago: a window of 30 matured days on late dispatch, whose outcomes take 2 days, counts the orders placed 32 to 3 days ago.
 * exactly-four and one-too-many sell on each of these days and the day before, and are late on the first: a window a day off shows.
 */
export const STORIES: readonly Story[] = [
  {
    seller_id: 'always-on-time',
    name: 'Always On Time',
    home: 'DE',
    description: 'A huge shop that sells in all six regions every day and keeps every promise.',
    expect: { tier: 'top', counts: { late_dispatch: { fault: 0 }, order_defect: { fault: 0 }, slow_response: { fault: 0 } } },
    grows: true,
    orders: (['GB', 'IE', 'DE', 'FR', 'IT', 'ES'] as const).map((region) => ({
      count: 1,
      placed: [0, 0] as const,
      region,
      carrier: 'Swiftline',
      ...pleased,
    })),
    talks: [{ count: 60, opened: [59, 1], reply_hours: 2 }],
  },
  {
    seller_id: 'tiny-teapots',
    name: 'Tiny Teapots',
    home: 'GB',
    description: 'Twelve orders in three months, one of them late: too few to judge, so it is not assessable rather than poor.',
    expect: { tier: 'not_assessable', counts: { late_dispatch: { met: 3, fault: 1 } } },
    orders: [
      { count: 8, placed: [86, 40], ...pleased },
      { count: 3, placed: [25, 5] },
      { count: 1, placed: [12, 12], dispatch: 'late' },
    ],
  },
  {
    seller_id: 'strike-bound',
    name: 'Strike Bound',
    home: 'FR',
    description:
      'Its carrier went on strike: 40 of 168 parcels left late, and all 40 are forgiven by a carrier incident decided six days after the strike ended.',
    expect: {
      tier: 'top',
      counts: { late_dispatch: { met: 128, fault: 0, forgiven: 40 } },
      earlier: { days_ago: 13, tier: 'below' },
    },
    orders: [
      { count: 60, placed: [60, 33], carrier: 'Colis Vif' },
      { count: 104, placed: [30, 3], carrier: 'Colis Vif' },
      { count: 40, placed: [23, 19], carrier: 'Colis Vif', dispatch: 'late', delivery: 'late' },
      { count: 24, placed: [23, 19], carrier: 'Swiftline' },
    ],
    talks: [{ count: 30, opened: [29, 2], reply_hours: 5 }],
    exemptions: [
      {
        metrics: ['late_dispatch', 'late_delivery'],
        reason: 'carrier_incident',
        days: [22, 14],
        decided: 12,
        carrier: 'Colis Vif',
        region: 'FR',
      },
    ],
  },
  {
    seller_id: 'slipping-gold',
    name: 'Slipping Gold',
    home: 'GB',
    description: 'Top until three weeks ago; since then 12 of 196 orders left late, 6.1 %, and it is at risk.',
    expect: {
      tier: 'at_risk',
      held_by: 'late_dispatch',
      counts: { late_dispatch: { met: 184, fault: 12 } },
      earlier: { days_ago: 21, tier: 'top' },
    },
    orders: [
      { count: 210, placed: [60, 33], ...pleased },
      { count: 184, placed: [30, 3] },
      { count: 12, placed: [19, 4], dispatch: 'late' },
      { count: 14, placed: [2, 0] },
    ],
    talks: [{ count: 40, opened: [50, 2], reply_hours: 4 }],
  },
  {
    seller_id: 'on-the-mend',
    name: 'On The Mend',
    home: 'IT',
    description: 'Five weeks ago below, with every sixth order late; in the last month 4 of 140 were, 2.9 %, and it is good.',
    expect: {
      tier: 'good',
      held_by: 'late_dispatch',
      counts: { late_dispatch: { met: 136, fault: 4 } },
      earlier: { days_ago: 35, tier: 'below' },
    },
    orders: [
      { count: 100, placed: [59, 35] },
      { count: 20, placed: [58, 38], dispatch: 'late' },
      { count: 12, placed: [34, 33] },
      { count: 136, placed: [30, 3] },
      { count: 4, placed: [28, 20], dispatch: 'late' },
      { count: 9, placed: [2, 0] },
    ],
    talks: [{ count: 30, opened: [29, 2], reply_hours: 9 }],
  },
  {
    seller_id: 'exactly-four',
    name: 'Exactly Four',
    home: 'DE',
    description: 'Exactly 4.00 % late, 3 of 75: what is allowed is allowed, and it stays good.',
    expect: { tier: 'good', held_by: 'late_dispatch', counts: { late_dispatch: { met: 72, fault: 3 } } },
    orders: [
      { count: 50, placed: [59, 33] },
      { count: 72, placed: [32, 3] },
      { count: 3, placed: [32, 9], dispatch: 'late' },
      { count: 6, placed: [2, 0] },
    ],
    talks: [{ count: 20, opened: [29, 2], reply_hours: 3 }],
  },
  {
    seller_id: 'one-too-many',
    name: 'One Too Many',
    home: 'DE',
    description: 'The neighbour of exactly-four with one more late order, 4 of 75: at risk.',
    expect: { tier: 'at_risk', held_by: 'late_dispatch', counts: { late_dispatch: { met: 71, fault: 4 } } },
    orders: [
      { count: 50, placed: [59, 33] },
      { count: 71, placed: [32, 3] },
      { count: 4, placed: [32, 9], dispatch: 'late' },
      { count: 6, placed: [2, 0] },
    ],
    talks: [{ count: 20, opened: [29, 2], reply_hours: 3 }],
  },
  {
    seller_id: 'holiday-closed',
    name: 'Holiday Closed',
    home: 'ES',
    description: 'Declared a week of closure beforehand; the 14 buyers who waited for an answer that week are forgiven.',
    expect: { tier: 'top', counts: { slow_response: { met: 40, fault: 0, forgiven: 14 } } },
    orders: [
      { count: 90, placed: [59, 15] },
      { count: 20, placed: [5, 0] },
    ],
    talks: [
      { count: 30, opened: [29, 15], reply_hours: 6 },
      { count: 14, opened: [13, 7], reply_hours: 80 },
      { count: 10, opened: [5, 1], reply_hours: 6 },
    ],
    exemptions: [{ metrics: ['slow_response'], reason: 'declared_closure', days: [13, 7], decided: 20 }],
  },
  {
    seller_id: 'answers-later',
    name: 'Answers Later',
    home: 'IE',
    description: 'Ships well but lets a quarter of its buyers wait for more than a day: 10 of 40, below by slow response.',
    expect: { tier: 'below', held_by: 'slow_response', counts: { slow_response: { met: 30, fault: 10 } } },
    orders: [{ count: 80, placed: [59, 1], ...pleased }],
    talks: [
      { count: 30, opened: [29, 2], reply_hours: 7 },
      { count: 6, opened: [27, 4], reply_hours: 50 },
      { count: 4, opened: [22, 6] },
    ],
  },
  {
    seller_id: 'review-storm',
    name: 'Review Storm',
    home: 'GB',
    description:
      'Of its poor reviews 10 are about parcels that left in time, which is the carrier’s doing and forgiven; the 4 about the goods count.',
    expect: { tier: 'at_risk', held_by: 'negative_review', counts: { negative_review: { met: 96, fault: 4, forgiven: 10 } } },
    orders: [
      { count: 96, placed: [55, 24], ...pleased },
      { count: 4, placed: [40, 24], ...poor },
      { count: 10, placed: [44, 24], delivery: 'late', reviews: [{ rating: 2, about: 'logistics', days: 1 }] },
      { count: 30, placed: [11, 0] },
    ],
    talks: [{ count: 25, opened: [29, 2], reply_hours: 8 }],
  },
  {
    seller_id: 'edited-away',
    name: 'Edited Away',
    home: 'FR',
    description:
      'Its one poor review was raised from 1 star to 5 a week later. The first word counts: 1 of 50 and good, not top. A second review of another order, 1 star, does not count.',
    expect: { tier: 'good', held_by: 'negative_review', counts: { negative_review: { met: 49, fault: 1, forgiven: 0 } } },
    orders: [
      { count: 48, placed: [55, 24], ...pleased },
      { count: 1, placed: [35, 35], reviews: [{ rating: 1, about: 'product', days: 2, edited: { rating: 5, days: 7 } }] },
      {
        count: 1,
        placed: [33, 33],
        reviews: [
          { rating: 5, days: 1 },
          { rating: 1, about: 'product', days: 6 },
        ],
      },
      { count: 20, placed: [11, 0] },
    ],
    talks: [{ count: 12, opened: [29, 2], reply_hours: 5 }],
  },
  {
    seller_id: 'canceller',
    name: 'The Canceller',
    home: 'ES',
    description: 'Sells what it does not have: 12 of 92 orders cancelled by the seller or, never shipped, by the system. Below.',
    expect: {
      tier: 'below',
      held_by: 'seller_cancellation',
      counts: { seller_cancellation: { met: 80, fault: 12, excluded: 2 } },
    },
    orders: [
      { count: 40, placed: [49, 38] },
      { count: 76, placed: [36, 11] },
      { count: 10, placed: [28, 12], ...outOfStock },
      { count: 2, placed: [25, 12], cancelled: { by: 'system', reason: 'not shipped' } },
      { count: 4, placed: [24, 12], cancelled: { by: 'buyer', reason: 'changed my mind' } },
      { count: 1, placed: [20, 20], cancelled: { by: 'platform', reason: 'risk check' } },
      { count: 1, placed: [18, 18], cancelled: { by: 'unknown', reason: 'not given' } },
      { count: 12, placed: [6, 0] },
    ],
    talks: [{ count: 20, opened: [29, 2], reply_hours: 10 }],
  },
  {
    seller_id: 'no-tracking',
    name: 'No Tracking',
    home: 'IT',
    description: 'Sends a quarter of its parcels as letters: scanned, but without a tracking number. 23 of 92, below.',
    expect: {
      tier: 'below',
      held_by: 'missing_tracking',
      counts: { missing_tracking: { met: 69, fault: 23 }, late_dispatch: { fault: 0 } },
    },
    orders: [
      { count: 40, placed: [59, 39] },
      { count: 69, placed: [28, 9] },
      { count: 23, placed: [28, 9], tracking: false },
      { count: 10, placed: [3, 0] },
    ],
    talks: [{ count: 15, opened: [29, 2], reply_hours: 6 }],
  },
  {
    seller_id: 'two-markets',
    name: 'Two Markets',
    home: 'DE',
    description: 'Fine in Germany, 0 of 120 late; poor in France, 9 of 60. Over all regions 5 %: at risk.',
    expect: { tier: 'at_risk', held_by: 'late_dispatch', counts: { late_dispatch: { met: 171, fault: 9 } } },
    orders: [
      { count: 60, placed: [59, 33] },
      { count: 120, placed: [30, 3] },
      { count: 51, placed: [30, 3], region: 'FR', carrier: 'Swiftline' },
      { count: 9, placed: [28, 4], region: 'FR', carrier: 'Swiftline', dispatch: 'late' },
    ],
    talks: [{ count: 20, opened: [29, 2], reply_hours: 4 }],
  },
  {
    seller_id: 'platform-shipped',
    name: 'Platform Shipped',
    home: 'GB',
    description: 'The marketplace packs and ships for it, often late: 112 orders excluded, none of them its fault.',
    expect: { tier: 'top', counts: { late_dispatch: { met: 0, fault: 0, excluded: 112 } } },
    orders: [
      { count: 60, placed: [59, 33], fulfilment: 'platform', ...pleased },
      { count: 84, placed: [30, 3], fulfilment: 'platform' },
      { count: 28, placed: [30, 3], fulfilment: 'platform', dispatch: 'late', delivery: 'late' },
    ],
    talks: [{ count: 20, opened: [29, 2], reply_hours: 3 }],
  },
  {
    seller_id: 'stonewaller',
    name: 'The Stonewaller',
    home: 'IE',
    joined_days_ago: 60,
    description:
      'Opened two months ago and lets the platform settle its cases: order defects of 6 in 60, below, known only after 45 days.',
    expect: { tier: 'below', held_by: 'order_defect', counts: { order_defect: { met: 54, fault: 6 } } },
    orders: [
      { count: 54, placed: [58, 45] },
      { count: 6, placed: [57, 46], ...ignored },
      { count: 60, placed: [44, 3] },
    ],
    talks: [{ count: 15, opened: [29, 2], reply_hours: 12 }],
  },
  {
    seller_id: 'won-appeal',
    name: 'Won Appeal',
    home: 'FR',
    description: 'Seven late orders of 70, six of them forgiven one by one when its disputes were upheld twelve days later.',
    expect: {
      tier: 'top',
      counts: { late_dispatch: { met: 63, fault: 1, forgiven: 6 } },
      earlier: { days_ago: 7, tier: 'below' },
    },
    orders: [
      { count: 40, placed: [59, 33], carrier: 'Swiftline' },
      { count: 63, placed: [30, 3], carrier: 'Swiftline' },
      {
        count: 6,
        placed: [17, 15],
        carrier: 'Swiftline',
        dispatch: 'late',
        upheld: { metrics: ['late_dispatch', 'late_delivery'], days: 12 },
      },
      { count: 1, placed: [16, 16], carrier: 'Swiftline', dispatch: 'late' },
    ],
    talks: [{ count: 12, opened: [29, 2], reply_hours: 5 }],
  },
  {
    seller_id: 'late-lander',
    name: 'Late Lander',
    home: 'ES',
    description:
      'For 20 of its orders the version as placed lands twelve days late, after those that say shipped and delivered. The newest version wins: nothing is late.',
    expect: { tier: 'top', counts: { late_dispatch: { met: 70, fault: 0 } } },
    orders: [
      { count: 40, placed: [59, 33] },
      { count: 50, placed: [30, 3] },
      { count: 20, placed: [25, 16], evening: true, placed_version_lands_late: 12 },
    ],
    talks: [{ count: 12, opened: [29, 2], reply_hours: 5 }],
  },
  {
    seller_id: 'basket-lids',
    name: 'Basket Lids',
    home: 'IT',
    description: 'Shares 30 baskets with basket-pots, under the same order ids, and is late with 9 of its halves: below.',
    expect: { tier: 'below', counts: { late_dispatch: { met: 51, fault: 9 } } },
    orders: [
      { count: 30, placed: [30, 3] },
      { count: 21, placed: [24, 4], basket: 'basket-a' },
      { count: 9, placed: [24, 4], basket: 'basket-b', dispatch: 'late', ...poor },
    ],
    talks: [{ count: 10, opened: [29, 2], reply_hours: 5 }],
  },
  {
    seller_id: 'basket-pots',
    name: 'Basket Pots',
    home: 'IT',
    description:
      'The other halves of those 30 baskets leave in time; the lateness and the poor reviews of the lids are not its own.',
    expect: { tier: 'top', counts: { late_dispatch: { met: 60, fault: 0 }, negative_review: { fault: 0 } } },
    orders: [
      { count: 30, placed: [30, 3] },
      { count: 21, placed: [24, 4], basket: 'basket-a' },
      { count: 9, placed: [24, 4], basket: 'basket-b' },
    ],
    talks: [{ count: 10, opened: [29, 2], reply_hours: 5 }],
  },
  {
    seller_id: 'ghost',
    name: 'Ghost',
    home: 'DE',
    description:
      'Its orders land, but nobody ever described the seller: it has a scorecard, good at 2 late of 56, and gets no mail.',
    expect: { tier: 'good', held_by: 'late_dispatch', counts: { late_dispatch: { met: 54, fault: 2 } } },
    orders: [
      { count: 30, placed: [59, 33] },
      { count: 54, placed: [30, 3] },
      { count: 2, placed: [20, 10], dispatch: 'late' },
    ],
    described: false,
  },
  {
    seller_id: 'one-bad-day',
    name: 'One Bad Day',
    home: 'GB',
    beside: true,
    description:
      'A packer was ill on one day: all 11 late orders of 251 fell on it, 4.4 %. Bounds alone would say at risk; evaluations leave the worst day out, and it stays top.',
    expect: {
      tier: 'at_risk',
      held_by: 'late_dispatch',
      counts: { late_dispatch: { met: 240, fault: 11 } },
      held: [
        { tier: 'top', metric: 'late_dispatch', verdict: 'met' },
        { tier: 'top', metric: 'late_dispatch', verdict: 'watch' },
      ],
    },
    orders: [
      { count: 216, placed: [59, 33] },
      { count: 240, placed: [32, 3] },
      { count: 11, placed: [12, 12], dispatch: 'late' },
      { count: 24, placed: [2, 0] },
    ],
  },
  {
    seller_id: 'cured-notice',
    name: 'Cured Notice',
    home: 'DE',
    beside: true,
    description:
      'Five weeks ago 24 of 234 orders were late on eight days, and a notice was given. Nothing has been late since: the notice is over, and it rises to top.',
    expect: {
      tier: 'top',
      counts: { late_dispatch: { met: 300, fault: 0 } },
      earlier: { days_ago: 35, tier: 'below' },
      held: [
        { tier: 'good', metric: 'late_dispatch', verdict: 'notice' },
        { tier: 'top', metric: 'late_dispatch', verdict: 'met' },
      ],
    },
    orders: [
      { count: 210, placed: [58, 38] },
      { count: 24, placed: [49, 42], dispatch: 'late' },
      { count: 350, placed: [37, 3] },
      { count: 30, placed: [2, 0] },
    ],
  },
  {
    seller_id: 'given-up-on',
    name: 'Given Up On',
    home: 'IT',
    beside: true,
    description:
      'Ships within two days, but never shipped 4 of 100 orders; the system cancelled each on day 12, ten days after it was due, the last that counts. At risk.',
    expect: {
      tier: 'at_risk',
      counts: { seller_cancellation: { met: 96, fault: 4 } },
    },
    orders: [
      { count: 96, placed: [36, 13], handling_days: 2 },
      { count: 4, placed: [30, 14], handling_days: 2, cancelled: { by: 'system', reason: 'not shipped', days: 12 } },
      { count: 11, placed: [11, 1], handling_days: 2 },
    ],
  },
  {
    seller_id: 'points-expire',
    name: 'Points Expire',
    home: 'GB',
    beside: true,
    description:
      'Fine by its orders. Where points count for 90 days, 24 are gone since five days ago, 8 count today for the last time, 6 still do, and 4 were taken back.',
    expect: {
      tier: 'top',
      points: { programme: 'short-video-shop-uk', points: 14, expired: 1, withdrawn: 1, tomorrow: 6 },
    },
    orders: [{ count: 180, placed: [59, 0], ...pleased }],
    violations: [
      { rule: 'counterfeit', severity: 'high', points: 24, issued: 94 },
      { rule: 'misleading-listing', severity: 'medium', points: 8, issued: 89 },
      { rule: 'misleading-listing', severity: 'medium', points: 6, issued: 30 },
      { rule: 'late-answer-to-authority', severity: 'low', points: 4, issued: 21, withdrawn: 17 },
    ],
  },
  {
    seller_id: 'new-and-eager',
    name: 'New And Eager',
    home: 'GB',
    beside: true,
    joined_days_ago: 20,
    description:
      'Opened twenty days ago. Where a new shop takes 30 orders a day at most, it took 40 on one day; 120 within a week ended its probation today, by the way out named Early.',
    expect: {
      tier: 'top',
      counts: { late_dispatch: { met: 140, fault: 0 } },
      probation: { programme: 'short-video-shop-uk', cap: 30, most: 40, above: 1, exit: 'Early' },
    },
    orders: [
      { count: 60, placed: [19, 7] },
      { count: 40, placed: [6, 6], ...pleased },
      { count: 80, placed: [5, 0] },
    ],
  },
  {
    seller_id: 'new-and-careful',
    name: 'New And Careful',
    home: 'GB',
    beside: true,
    joined_days_ago: 20,
    description:
      'Opened the same day and takes six orders a day. Where a new shop takes 30 at most it never came near; it is still in probation, a week of 120 or sixty days away from its end.',
    expect: {
      tier: 'top',
      probation: { programme: 'short-video-shop-uk', cap: 30, most: 6, above: 0, exit: null },
    },
    orders: [{ count: 120, placed: [19, 0] }],
  },
  {
    seller_id: 'split-accounts-a',
    name: 'Split Accounts',
    home: 'DE',
    beside: true,
    joined_days_ago: 75,
    description:
      'One shop under two ids, each kept below 30 orders: 28 with 6 late here, so that neither account is assessed. As one shop, 12 of 36 would be late.',
    expect: { tier: 'not_assessable', counts: { late_dispatch: { met: 12, fault: 6 } } },
    orders: splitOrders,
  },
  {
    seller_id: 'split-accounts-b',
    name: 'Split Accounts',
    home: 'DE',
    beside: true,
    joined_days_ago: 74,
    description: 'The other account of the same shop, opened a day later, with as many orders and as many of them late.',
    expect: { tier: 'not_assessable', counts: { late_dispatch: { met: 12, fault: 6 } } },
    orders: splitOrders,
  },
  ...DECIDED_STORIES,
  ...LEAD_STORIES,
];
