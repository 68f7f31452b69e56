import { DAY, type Day, HOUR, isWeekend, type Moment } from './calendar.js';
import type { Market } from './markets.js';
import type { Random } from './random.js';
import type { CancelledBy, Case, Marketplace, Order, Return, Review, Seller } from './records.js';

/** What happens to an order. Chance decides it for the unnamed sellers (random-sellers.ts), the story for a named seller (stories.ts). */
export interface Scenario {
  /** Before or after ship_by; `never` leaves the parcel without a scan. */
  dispatch: 'in_time' | 'late' | 'never';
  /** Against the promise. A parcel that leaves days late may miss it all the same. */
  delivery: 'in_time' | 'late' | 'lost';
  tracking: boolean;
  fulfilment: 'seller' | 'platform';
  /** `days`: so many days after the order. */
  cancelled?: { by: CancelledBy; reason: string; days?: number };
  /** In the order in which the buyer writes them; days after the delivery, of the edit after the review. */
  reviews: { rating: number; about?: Review['about']; days: number; edited?: { rating: number; days: number } }[];
  /** Days after the delivery, and from then to the refund. */
  returned?: { responsible: Return['responsible']; reason: string; days: number; refund_days: number };
  /** Days after the order, and from then to the decision. */
  disputed?: {
    kind: Case['kind'];
    days: number;
    decision_days: number;
    outcome: Case['outcome'];
    resolved_by: Case['resolved_by'];
  };
}

/** The scenario of most orders. */
export const ALL_WELL: Scenario = { dispatch: 'in_time', delivery: 'in_time', tracking: true, fulfilment: 'seller', reviews: [] };

export interface Basket {
  seller: Seller;
  /** Unique per seller; the ids of everything that belongs to the order end in it. */
  number: number;
  order_id?: string;
  market: Market;
  placed: Moment;
  handling: { days: number; weekends: boolean };
  abroad: boolean;
  buyer: number;
  category: string;
  carrier: string;
  gmv_minor: number;
  items: number;
}

const SHIP_BY_HOUR = 18;

/** The local day of ship_by: so many working days after the order, or days for a shop that ships at weekends. */
export function dueDay(placed: Day, handling: Basket['handling']): Day {
  let day = placed;
  for (let left = handling.days; left > 0; ) {
    day += 1;
    if (handling.weekends || !isWeekend(day)) left -= 1;
  }
  return day;
}

const round = Math.round;

function ship(order: Order, scenario: Scenario, random: Random): void {
  const { zone } = order.market;
  const promised = zone.endOf(order.deliver_by);
  if (scenario.dispatch === 'never') {
    if (random.chance(0.5)) order.confirmed = order.ship_by - round(random.between(0.1, 0.6) * (order.ship_by - order.placed));
    return;
  }
  // In time: at any moment of the last three quarters. Late: from one hour to forty, early hours likelier.
  order.scanned =
    scenario.dispatch === 'in_time'
      ? order.ship_by - round(random.between(0.02, 0.75) * (order.ship_by - order.placed))
      : order.ship_by + HOUR + round(39 * HOUR * random.next() ** 1.5);
  order.confirmed = order.scanned - round(random.between(0.05, 0.5) * Math.min(12 * HOUR, order.scanned - order.placed));
  if (scenario.tracking) order.tracking = `${order.market.code}${random.whole(1e9, 1e10 - 1)}`;
  if (scenario.delivery === 'lost') return;
  const soonest = order.scanned + 14 * HOUR;
  const late = promised + round(random.between(8, 96) * HOUR);
  // In time: evenly between the soonest and two hours before the promise ends.
  const inTime = promised - 2 * HOUR - round(random.next() * Math.max(0, promised - 2 * HOUR - soonest));
  order.delivered = scenario.delivery === 'late' ? late : Math.max(soonest, inTime);
}

function cancel(order: Order, { by, reason, days }: NonNullable<Scenario['cancelled']>, random: Random): void {
  // The system gives up on an order that nobody shipped; anybody else cancels before it is due.
  const at =
    by === 'system'
      ? order.ship_by + 2 * DAY + random.whole(0, 6 * HOUR)
      : order.placed + round(random.between(0.05, 0.9) * (order.ship_by - order.placed));
  const { zone } = order.market;
  order.cancelled = { at: days === undefined ? at : zone.at(zone.dayOf(order.placed) + days, 10), by, reason };
}

/** Simulates one order: adds it to the marketplace with everything that follows from its scenario. */
export function placeOrder(into: Marketplace, basket: Basket, scenario: Scenario, random: Random): Order {
  const { seller, market, placed } = basket;
  const { zone } = market;
  const suffix = `${seller.tag}-${String(basket.number).padStart(4, '0')}`;
  const due = dueDay(zone.dayOf(placed), basket.handling);
  const order: Order = {
    seller_id: seller.seller_id,
    order_id: basket.order_id ?? `o-${suffix}`,
    buyer: basket.buyer,
    market,
    category: basket.category,
    fulfilment: scenario.fulfilment,
    placed,
    ship_by: zone.at(due, SHIP_BY_HOUR),
    deliver_by: due + market.promise[basket.abroad ? 'abroad' : 'home'],
    carrier: basket.carrier,
    area: `${market.code}-${random.pick(market.areas)}`,
    items: basket.items,
    gmv_minor: basket.gmv_minor,
  };
  if (scenario.cancelled) cancel(order, scenario.cancelled, random);
  else ship(order, scenario, random);
  into.orders.push(order);

  const of = { seller_id: seller.seller_id, order_id: order.order_id, market };
  const { delivered } = order;
  const days = (count: number) => round(count * DAY);
  if (delivered !== undefined) {
    scenario.reviews.forEach(({ rating, about, days: after, edited }, index) => {
      const created = delivered + days(after);
      const edit = edited && { edited: { at: created + days(edited.days), rating: edited.rating } };
      into.reviews.push({ ...of, review_id: `r-${suffix}-${index + 1}`, rating, about, created, ...edit });
    });
    if (scenario.returned) {
      const { responsible, reason, days: after, refund_days } = scenario.returned;
      const requested = delivered + days(after);
      into.returns.push({
        ...of,
        return_id: `t-${suffix}`,
        requested,
        responsible,
        reason,
        refunded: requested + days(refund_days),
      });
    }
  }
  if (scenario.disputed) {
    const { kind, days: after, decision_days, outcome, resolved_by } = scenario.disputed;
    const opened = placed + days(after);
    into.cases.push({ ...of, case_id: `c-${suffix}`, kind, opened, closed: opened + days(decision_days), outcome, resolved_by });
  }
  return order;
}
