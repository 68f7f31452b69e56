import { DAY, type Day } from './calendar.js';
import { demandOn, type MarketFacts, REGIONS, type RegionCode } from './markets.js';
import { type Basket, dueDay, placeOrder } from './order.js';
import type { Random } from './random.js';
import type { Exemption, Marketplace, Order } from './records.js';
import { drawScenario } from './scenario.js';
import { CATEGORIES, openShop, type Shop, type Span, shareOut } from './shops.js';

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
    const scenario = drawScenario(shop, dueDay(day, shop.handling), carrier, region, span.last);
    const order = placeOrder(into, basket, scenario, random);
    // One version in 250 lands a day or two after its day.
    if (random.chance(0.004)) order.lands_late = { version: -1, days: random.whole(1, 2) };
    if (scenario.dispatch !== 'in_time') late.push(order);
    if (random.chance(0.2)) converse(into, shop, order, number);
  }
  exempt(into, shop, late, span);
}

/** Adds so many unnamed sellers and orders. The same span and counts give the same records. */
export function addRandomSellers(into: Marketplace, sellers: number, orders: number, span: Span): void {
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
