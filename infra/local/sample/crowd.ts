import { DAY, type Day } from './calendar.js';
import { demandOn, type MarketFacts, type Markets, REGIONS, type RegionCode, STRIKE } from './markets.js';
import { shopName } from './names.js';
import { type Basket, dueDay, type Fate, FINE, placeOrder } from './order.js';
import { Random } from './random.js';
import type { CancelledBy, Exemption, Marketplace, Order, Seller } from './records.js';

/** A seller whom no story names, and the habits from which chance makes its orders. */
interface Shop {
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
  trend: 'steady' | 'slipping' | 'mending';
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

export interface Span {
  seed: number;
  first: Day;
  last: Day;
  markets: Markets;
}

const CATEGORIES = ['home', 'garden', 'toys', 'books', 'fashion', 'electronics', 'beauty', 'sports', 'kitchen', 'crafts'];

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

function openShop(index: number, { seed, first, last, markets }: Span): Shop {
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
    trend: random.oneOf({ steady: 0.9, slipping: 0.05, mending: 0.05 }),
  };
}

/** Shares a number of orders out by weight: each shop gets one at least, the largest takes what rounding leaves. */
function shareOut(orders: number, shops: readonly Shop[]): number[] {
  const total = shops.reduce((sum, shop) => sum + shop.weight, 0);
  // No shop of the crowd gets more than one order in 25.
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

/** Cumulated demand of a market: the day of an order is where a random share of it falls. */
function seasonOf(market: MarketFacts, first: Day, last: Day): Float64Array {
  const sums = new Float64Array(last - first + 2);
  for (let day = first; day <= last; day++) sums[day - first + 1] = sums[day - first]! + demandOn(market, day, first);
  return sums;
}

function drawDay(season: Float64Array, first: Day, { from, to }: Shop['open'], random: Random): Day {
  const low = season[from - first]!;
  const target = low + random.next() * (season[to - first + 1]! - low);
  let a = from - first;
  let b = to - first;
  while (a < b) {
    const middle = (a + b) >> 1;
    if (season[middle + 1]! > target) b = middle;
    else a = middle + 1;
  }
  return first + a;
}

/** Orders by hour of the local day: a hump at lunch, a higher one in the evening. */
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3.5, 4.5, 5, 5.5, 6, 5.5, 5, 5, 5, 5.5, 6, 7, 8, 7.5, 5, 2.5];
const HOUR_SUMS = HOURS.map((_, hour) => HOURS.slice(0, hour + 1).reduce((sum, share) => sum + share, 0));
function drawSecond(random: Random): number {
  const target = random.next() * HOUR_SUMS[23]!;
  const hour = HOUR_SUMS.findIndex((sum) => sum > target);
  return hour * 3600 + random.whole(0, 3599);
}

const CANCELLERS: Record<CancelledBy, number> = { buyer: 0.86, platform: 0.05, system: 0, seller: 0, unknown: 0.09 };
const BUYER_REASONS = ['changed my mind', 'found it cheaper', 'ordered twice', 'wrong address'];
const COMPLAINTS = { product: 0.6, service: 0.25, unknown: 0.15 } as const;

/** Slipping shops grow four times as late in the last month; mending ones were three times as late until six weeks ago. */
function trendOn(shop: Shop, daysAgo: number): number {
  if (shop.trend === 'slipping' && daysAgo < 30) return 4;
  if (shop.trend === 'mending' && daysAgo > 45) return 3;
  return 1;
}

function drawFate(shop: Shop, due: Day, carrier: string, region: RegionCode, last: Day): Fate {
  const { random, rates } = shop;
  const ago = last - due;
  const struck =
    region === STRIKE.region && carrier === STRIKE.carrier && ago <= STRIKE.from_days_ago && ago >= STRIKE.to_days_ago;
  const fulfilment = random.chance(shop.platformShare) ? 'platform' : 'seller';
  if (random.chance(0.028)) {
    const by = random.oneOf(CANCELLERS);
    return { ...FINE, fulfilment, cancelled: { by, reason: by === 'buyer' ? random.pick(BUYER_REASONS) : 'risk check' } };
  }
  if (random.chance(rates.cancel)) {
    // One in five is not cancelled but forgotten, until the system gives up on it.
    const by = random.chance(0.2) ? 'system' : 'seller';
    return { ...FINE, fulfilment, cancelled: { by, reason: by === 'seller' ? 'out of stock' : 'not shipped' } };
  }
  const late = random.chance(struck ? 0.45 : rates.late * trendOn(shop, ago));
  const dispatch = !late ? 'in_time' : random.chance(0.05) ? 'never' : 'late';
  const delivery = random.chance(0.003) ? 'lost' : random.chance(late ? 0.35 : 0.05) ? 'late' : 'in_time';
  const fate: Fate = { dispatch, delivery, tracking: !random.chance(rates.untracked), fulfilment, reviews: [] };
  const annoyed = delivery !== 'in_time';
  const negative = random.chance(rates.negative * (annoyed ? 5 : 1));
  if (negative || random.chance(0.28)) {
    const rating = negative ? random.whole(1, 2) : random.chance(0.7) ? 5 : random.whole(3, 5);
    const about = negative ? (annoyed && random.chance(0.7) ? 'logistics' : random.oneOf(COMPLAINTS)) : undefined;
    // Most write within days of the delivery; one in thirty edits the stars later.
    const review: Fate['reviews'][number] = { rating, about, days: 0.3 + 16 * random.next() ** 2 };
    if (random.chance(0.03)) review.edited = { rating: Math.min(5, rating + random.whole(1, 3)), days: random.between(1, 10) };
    fate.reviews.push(review);
  }
  if (random.chance(0.05 + rates.returned)) {
    const faulty = random.chance(rates.returned / (0.05 + rates.returned));
    const responsible = faulty ? 'seller' : random.oneOf({ buyer: 0.85, carrier: 0.08, platform: 0.02, unknown: 0.05 });
    const reason = {
      seller: 'not as described',
      buyer: 'no longer wanted',
      carrier: 'damaged',
      platform: 'recall',
      unknown: 'other',
    }[responsible];
    fate.returned = { responsible, reason, days: random.between(0.5, 20), refund_days: random.between(2, 10) };
  }
  const grounds = delivery === 'lost' ? 0.6 : rates.disputed * (annoyed ? 4 : 1) + 0.002;
  if (random.chance(grounds)) {
    const blamed = delivery !== 'lost' && random.chance(Math.min(0.8, rates.disputed / (rates.disputed + 0.002)));
    fate.disputed = {
      kind: annoyed ? 'not_received' : random.oneOf({ not_as_described: 0.7, chargeback: 0.2, other: 0.1 }),
      days: random.between(4, 28),
      decision_days: random.between(2, 14),
      outcome: blamed ? 'seller_fault' : random.oneOf({ no_fault: 0.6, withdrawn: 0.4 }),
      resolved_by: blamed && random.chance(0.6) ? 'platform' : 'seller',
    };
  }
  return fate;
}

function converse(into: Marketplace, shop: Shop, order: Order, number: number): void {
  const { random, seller, rates } = shop;
  const opened = order.placed + random.whole(600, 8 * DAY);
  const opened_by = random.oneOf({ buyer: 0.9, seller: 0.07, platform: 0.03 });
  const kind = random.oneOf({ human: 0.9, bot: 0.07, spam: 0.03 });
  const slow = random.chance(rates.slow);
  const silent = kind === 'spam' || (slow && random.chance(0.4));
  // Quick replies: hours, evenly up to 20. Slow ones: a day and up to three more.
  const replied = opened + Math.round(slow ? random.between(1.05, 4) * DAY : random.next() ** 2 * (20 / 24) * DAY + 120);
  into.conversations.push({
    conversation_id: `m-${seller.tag}-${String(number).padStart(4, '0')}`,
    seller_id: seller.seller_id,
    market: order.market,
    ...(random.chance(0.85) ? { order_id: order.order_id } : {}),
    opened_by,
    opened,
    ...(silent ? {} : { replied }),
    kind,
    ...(!silent && random.chance(0.12)
      ? { survey: { at: replied + random.whole(3600, 2 * DAY), satisfaction: slow ? random.whole(1, 4) : random.whole(3, 5) } }
      : {}),
  });
}

/** One in thirty shops declares a closure; now and then a dispute over a late order is upheld, days later. */
function exempt(into: Marketplace, shop: Shop, late: readonly Order[], { last, markets }: Span): void {
  const { random, seller, open } = shop;
  const { zone } = markets[seller.home];
  const add = (about: string, exemption: Omit<Exemption, 'exemption_id'>) =>
    into.exemptions.push({ exemption_id: `x-${seller.tag}-${about}`, ...exemption });
  if (random.chance(1 / 30)) {
    const from = random.whole(open.from, open.to);
    const valid_to = from + random.whole(4, 10);
    const extended = random.chance(0.2) ? { extended: { at: zone.at(valid_to, 9), valid_to: valid_to + 3 } } : {};
    const decided = zone.at(from - 1, random.whole(9, 16), random.whole(0, 59));
    const of = { seller_id: seller.seller_id, metrics: ['slow_response'], reason: 'declared_closure' };
    add('closure', { ...of, valid_from: from, valid_to, decided, ...extended });
  }
  late.forEach((order, index) => {
    if (!random.chance(0.015)) return;
    const decided = order.ship_by + Math.round(random.between(4, 25) * DAY);
    if (decided > zone.endOf(last)) return;
    const reason = random.pick(['dispute_upheld', 'platform_error', 'shared_dispatch']);
    const metrics = random.chance(0.3) ? ('all' as const) : ['late_dispatch', 'late_delivery'];
    add(String(index), { seller_id: seller.seller_id, order_id: order.order_id, metrics, reason, decided });
  });
}

function trade(
  into: Marketplace,
  shop: Shop,
  count: number,
  span: Span,
  seasons: Record<RegionCode, Float64Array>,
  pool: number,
): void {
  const { seller, random } = shop;
  const late: Order[] = [];
  for (let number = 1; number <= count; number++) {
    const region = random.chance(shop.homeShare) ? seller.home : random.pick(REGIONS);
    const market = span.markets[region];
    const day = drawDay(seasons[region], span.first, shop.open, random);
    const second = drawSecond(random);
    const placed = Math.min(market.zone.at(day, 0) + second, market.zone.endOf(day));
    const carrier = market.carriers[random.chance(shop.secondCarrier) ? 1 : 0];
    const items = 1 + Math.floor(-Math.log(1 - random.next()) * 0.6);
    const basket: Basket = {
      seller,
      number,
      market,
      placed,
      handling: shop.handling,
      abroad: region !== seller.home,
      buyer: random.whole(1, pool),
      category: random.chance(0.85) ? shop.category : random.pick(CATEGORIES),
      carrier,
      gmv_minor: Math.round(random.around(shop.price, 0.5)) * items,
      items,
    };
    const fate = drawFate(shop, dueDay(day, shop.handling), carrier, region, span.last);
    const order = placeOrder(into, basket, fate, random);
    // One version in 250 lands a day or two after its day.
    if (random.chance(0.004)) order.lands_late = { version: -1, days: random.whole(1, 2) };
    if (fate.dispatch !== 'in_time') late.push(order);
    if (random.chance(0.2)) converse(into, shop, order, number);
  }
  exempt(into, shop, late, span);
}

/** Adds so many unnamed sellers and orders. The same span and counts give the same records. */
export function addCrowd(into: Marketplace, sellers: number, orders: number, span: Span): void {
  const shops = Array.from({ length: sellers }, (_, index) => openShop(index + 1, span));
  const counts = shareOut(orders, shops);
  const seasons = Object.fromEntries(
    REGIONS.map((code) => [code, seasonOf(span.markets[code], span.first, span.last)]),
  ) as unknown as Record<RegionCode, Float64Array>;
  const pool = Math.max(50, Math.round(orders * 0.4));
  shops.forEach((shop, index) => {
    into.sellers.push(shop.seller);
    trade(into, shop, counts[index]!, span, seasons, pool);
  });
}
