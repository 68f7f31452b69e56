import type { Day } from './calendar.js';
import { type RegionCode, STRIKE } from './markets.js';
import { ALL_WELL, type Scenario } from './order.js';
import type { CancelledBy } from './records.js';
import type { Shop } from './shops.js';

const CANCELLERS: Record<CancelledBy, number> = { buyer: 0.86, platform: 0.05, system: 0, seller: 0, unknown: 0.09 };
const BUYER_REASONS = ['changed my mind', 'found it cheaper', 'ordered twice', 'wrong address'];
const COMPLAINTS = { product: 0.6, service: 0.25, unknown: 0.15 } as const;

/** Slipping shops grow four times as late in the last month; recovering ones were three times as late until six weeks ago. */
function trendOn(shop: Shop, daysAgo: number): number {
  if (shop.trend === 'slipping' && daysAgo < 30) return 4;
  if (shop.trend === 'recovering' && daysAgo > 45) return 3;
  return 1;
}

/** Draws what happens to one order of a shop, due on a day and sent by a carrier into a region. */
export function drawScenario(shop: Shop, due: Day, carrier: string, region: RegionCode, last: Day): Scenario {
  const { random, rates } = shop;
  const ago = last - due;
  const struck =
    region === STRIKE.region && carrier === STRIKE.carrier && ago <= STRIKE.from_days_ago && ago >= STRIKE.to_days_ago;
  const fulfilment = random.chance(shop.platformShare) ? 'platform' : 'seller';
  if (random.chance(0.028)) {
    const by = random.oneOf(CANCELLERS);
    return { ...ALL_WELL, fulfilment, cancelled: { by, reason: by === 'buyer' ? random.pick(BUYER_REASONS) : 'risk check' } };
  }
  if (random.chance(rates.cancel)) {
    // One in five is not cancelled but forgotten, until the system gives up on it.
    const by = random.chance(0.2) ? 'system' : 'seller';
    return { ...ALL_WELL, fulfilment, cancelled: { by, reason: by === 'seller' ? 'out of stock' : 'not shipped' } };
  }
  const late = random.chance(struck ? 0.45 : rates.late * trendOn(shop, ago));
  const dispatch = !late ? 'in_time' : random.chance(0.05) ? 'never' : 'late';
  const delivery = random.chance(0.003) ? 'lost' : random.chance(late ? 0.35 : 0.05) ? 'late' : 'in_time';
  const scenario: Scenario = { dispatch, delivery, tracking: !random.chance(rates.untracked), fulfilment, reviews: [] };
  const annoyed = delivery !== 'in_time';
  const negative = random.chance(rates.negative * (annoyed ? 5 : 1));
  if (negative || random.chance(0.28)) {
    const rating = negative ? random.whole(1, 2) : random.chance(0.7) ? 5 : random.whole(3, 5);
    const about = negative ? (annoyed && random.chance(0.7) ? 'logistics' : random.oneOf(COMPLAINTS)) : undefined;
    // Most write within days of the delivery; one in thirty edits the stars later.
    const review: Scenario['reviews'][number] = { rating, about, days: 0.3 + 16 * random.next() ** 2 };
    if (random.chance(0.03)) review.edited = { rating: Math.min(5, rating + random.whole(1, 3)), days: random.between(1, 10) };
    scenario.reviews.push(review);
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
    scenario.returned = { responsible, reason, days: random.between(0.5, 20), refund_days: random.between(2, 10) };
  }
  const grounds = delivery === 'lost' ? 0.6 : rates.disputed * (annoyed ? 4 : 1) + 0.002;
  if (random.chance(grounds)) {
    const blamed = delivery !== 'lost' && random.chance(Math.min(0.8, rates.disputed / (rates.disputed + 0.002)));
    scenario.disputed = {
      kind: annoyed ? 'not_received' : random.oneOf({ not_as_described: 0.7, chargeback: 0.2, other: 0.1 }),
      days: random.between(4, 28),
      decision_days: random.between(2, 14),
      outcome: blamed ? 'seller_fault' : random.oneOf({ no_fault: 0.6, withdrawn: 0.4 }),
      resolved_by: blamed && random.chance(0.6) ? 'platform' : 'seller',
    };
  }
  return scenario;
}
