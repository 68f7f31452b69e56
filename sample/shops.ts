import type { Day } from './calendar.js';
import { type Markets, REGIONS, type RegionCode } from './markets.js';
import { shopName } from './names.js';
import type { Basket } from './order.js';
import { Random } from './random.js';
import type { Seller } from './records.js';

export interface Span {
  seed: number;
  first: Day;
  last: Day;
  markets: Markets;
}

/** A seller whom no story names, and the habits from which chance makes its orders. */
export interface Shop {
  seller: Seller;
  random: Random;
  /** Size relative to a middling business: log-normal, so that many are tiny and few are huge. */
  weight: number;
  /** First and last day on which it sells. */
  open: { from: Day; to: Day };
  /** Share of orders delivered in its home region. */
  homeShare: number;
  handling: Basket['handling'];
  /** Share of orders that go by the second carrier. */
  secondCarrier: number;
  platformShare: number;
  /** Median order value in minor units. */
  price: number;
  category: string;
  rates: Rates;
  trend: 'steady' | 'slipping' | 'recovering';
}

/** Share of orders (of conversations, for slow) that go wrong in each way. */
interface Rates {
  late: number;
  cancel: number;
  untracked: number;
  negative: number;
  returned: number;
  disputed: number;
  slow: number;
}

export const CATEGORIES = ['home', 'garden', 'toys', 'books', 'fashion', 'electronics', 'beauty', 'sports', 'kitchen', 'crafts'];

/** Orders relative to a middling business, as median and spread. */
const SIZES = { hobby: [0.08, 0.8], business: [1, 0.9], giant: [14, 0.5] } as const;

/** Medians of the shops; each shop's own care moves all its rates together, luck each of them apart. */
const MEDIANS: Rates = {
  late: 0.014,
  cancel: 0.0012,
  untracked: 0.018,
  negative: 0.006,
  returned: 0.012,
  disputed: 0.0006,
  slow: 0.028,
};
const CARE = 0.4;
const LUCK = 0.3;

/** Who packs ten orders a month takes more care than who packs a thousand. */
function ratesOf(random: Random, weight: number): Rates {
  const care = random.normal() * CARE + Math.log(Math.min(1.15, 0.8 * weight ** 0.6));
  const rate = (median: number) => Math.min(0.5, random.around(median * Math.exp(care), LUCK));
  return Object.fromEntries(Object.entries(MEDIANS).map(([way, median]) => [way, rate(median)])) as unknown as Rates;
}

/** Draws the shop of this number: who it is, and its habits. */
export function openShop(index: number, { seed, first, last, markets }: Span): Shop {
  const tag = String(index).padStart(4, '0');
  const seller_id = `seller-${tag}`;
  const random = new Random(seed, seller_id);
  const home = random.oneOf(Object.fromEntries(REGIONS.map((code) => [code, markets[code].share])) as Record<RegionCode, number>);
  const { zone } = markets[home];
  // One in twelve joins while we watch and sells from the Monday after; one in forty closes.
  const joined = random.chance(1 / 12) ? random.whole(first + 1, Math.max(first + 1, last - 20)) : first - random.whole(30, 2000);
  const from = Math.max(first, joined + 7);
  const to = random.chance(1 / 40) ? random.whole(Math.min(last, from + 20), last) : last;
  const changes: Seller['changes'] = [];
  const moment = (day: Day) => zone.at(day, random.whole(8, 17), random.whole(0, 59), random.whole(0, 59));
  if (to < last) changes.push({ at: moment(to), status: 'closed' });
  if (random.chance(0.1))
    changes.push({ at: moment(random.whole(from, to)), email_frequency: random.pick(['weekly', 'changes', 'off']) });
  const [median, spread] = SIZES[random.oneOf({ hobby: 0.52, business: 0.472, giant: 0.008 })];
  const size = random.around(median, spread);
  const weight = (size * (to - from + 1)) / (last - first + 1);
  return {
    seller: {
      seller_id,
      tag,
      name: shopName(home, random),
      home,
      joined,
      email_frequency: random.oneOf({ weekly: 0.62, changes: 0.3, off: 0.08 }),
      status: joined > first - 60 ? 'probation' : random.oneOf({ active: 0.97, restricted: 0.02, suspended: 0.01 }),
      changes: changes.sort((a, b) => a.at - b.at),
      described: true,
    },
    random,
    weight,
    open: { from, to },
    homeShare: random.chance(0.45) ? 1 : random.between(0.7, 0.95),
    handling: { days: random.chance(0.5) ? 1 : random.whole(2, 3), weekends: random.chance(0.25) },
    secondCarrier: random.chance(0.4) ? random.between(0.1, 0.5) : 0,
    platformShare: random.chance(0.15) ? random.between(0.3, 1) : 0,
    price: random.around(2800, 0.7),
    category: random.pick(CATEGORIES),
    rates: ratesOf(random, weight),
    trend: random.oneOf({ steady: 0.9, slipping: 0.05, recovering: 0.05 }),
  };
}

/** Shares a number of orders out by weight: each shop gets one at least, the largest takes what rounding leaves. */
export function shareOut(orders: number, shops: readonly Shop[]): number[] {
  const total = shops.reduce((sum, shop) => sum + shop.weight, 0);
  // No unnamed shop gets more than one order in 25.
  const counts = shops.map((shop) => Math.max(1, Math.min(Math.floor(orders / 25), Math.round((orders * shop.weight) / total))));
  const bySize = counts.map((_, index) => index).sort((a, b) => counts[b]! - counts[a]! || a - b);
  let left = orders - counts.reduce((sum, count) => sum + count, 0);
  for (let turn = 0; left !== 0 && bySize.length > 0; turn = (turn + 1) % Math.min(bySize.length, 100)) {
    const step = Math.sign(left);
    const index = bySize[turn]!;
    if (counts[index]! + step < 1) break;
    counts[index] = counts[index]! + step;
    left -= step;
  }
  return counts;
}
