import { HOUR, textOf } from './calendar.js';
import { ALL_WELL, placeOrder } from './order.js';
import { Random } from './random.js';
import type { Marketplace, Order, Seller } from './records.js';
import type { Span } from './shops.js';
import type { Batch, DaysAgo, Story } from './stories.js';

/** The i-th of n things spread evenly over days: 196 over [30, 3] are seven a day. */
const spread = ([from, to]: DaysAgo, index: number, count: number): number =>
  from - Math.floor((index * (from - to + 1)) / count);

const scenarioOf = (batch: Batch) => {
  const { dispatch, delivery, tracking, fulfilment, cancelled, reviews, returned, disputed } = { ...ALL_WELL, ...batch };
  return { dispatch, delivery, tracking, fulfilment, cancelled, reviews, returned, disputed };
};

function batchesOf(story: Story, { first, last }: Span, size: number): readonly Batch[] {
  if (!story.grows) return story.orders;
  const days = last - first + 1;
  // About a fiftieth of all orders, and at least the stated count every day.
  const times = Math.max(1, Math.floor(size / 50 / days / story.orders.length));
  return story.orders.map((batch) => ({ ...batch, count: batch.count * times * days, placed: [days - 1, 0] }));
}

/**
 * Adds the seller of a story with all that happens to it. What falls before the first day of a short sample is left out.
 * `size` is the number of orders of the whole sample.
 */
export function simulateStory(into: Marketplace, story: Story, span: Span, size: number): void {
  const { seed, first, last, markets } = span;
  const { seller_id, home } = story;
  const random = new Random(seed, seller_id);
  const seller: Seller = {
    seller_id,
    tag: seller_id,
    name: story.name,
    home,
    joined: story.joined_days_ago === undefined ? first - 400 : last - story.joined_days_ago,
    email_frequency: 'weekly',
    status: 'active',
    changes: [],
    described: story.described ?? true,
  };
  into.sellers.push(seller);
  placeOrders(into, story, span, { size, seller, random });
  holdTalks(into, story, span, random);
  noteViolations(into, story, span);
  decide(into, story, span);
  story.exemptions?.forEach(({ metrics, reason, days: [from, to], decided, carrier, region }, index) => {
    into.exemptions.push({
      exemption_id: `x-${seller_id}-${textOf(last - from)}-${index + 1}`,
      metrics,
      ...(carrier ? { carrier, region } : { seller_id }),
      valid_from: last - from,
      valid_to: last - to,
      reason,
      decided: markets[home].zone.at(last - decided, 10),
    });
  });
}

function noteViolations(into: Marketplace, { seller_id, home, violations = [] }: Story, { last, markets }: Span): void {
  const market = markets[home];
  violations.forEach(({ rule, severity, points, issued, withdrawn }, index) => {
    into.violations.push({
      ...{ violation_id: `v-${seller_id}-${index + 1}`, seller_id, market, rule, severity, points },
      issued: market.zone.at(last - issued, 11),
      ...(withdrawn === undefined ? {} : { withdrawn: market.zone.at(last - withdrawn, 15) }),
    });
  });
}

/** The programme that judges the sample, and the evaluation that persons decided about, so many days ago. */
const EVALUATED = { programme: 'eu-seller-standards', days_ago: 14 };

function decide(into: Marketplace, { seller_id, home, said }: Story, { last, markets }: Span): void {
  if (!said) return;
  const market = markets[home];
  const decision_id = `${EVALUATED.programme}:${textOf(last - EVALUATED.days_ago)}:${seller_id}`;
  const { appeal, outcome, by, reason } = said;
  into.decisions.push({ decision_id, market, outcome, by, reason, decided: market.zone.at(last - said.decided, 10) });
  if (!appeal) return;
  into.appeals.push({
    ...{ decision_id, market, outcome: appeal.outcome, by: appeal.by, reason: appeal.reason },
    submitted: market.zone.at(last - appeal.submitted, 9),
    decided: market.zone.at(last - appeal.decided, 15),
  });
}

function placeOrders(
  into: Marketplace,
  story: Story,
  span: Span,
  { size, seller, random }: { size: number; seller: Seller; random: Random },
): void {
  const { seed, first, last, markets } = span;
  const { seller_id, home } = story;
  let number = 0;
  for (const batch of batchesOf(story, span, size)) {
    const market = markets[batch.region ?? home];
    for (let index = 0; index < batch.count; index++) {
      const day = last - spread(batch.placed, index, batch.count);
      number += 1;
      if (day < first) continue;
      // Halves of one basket are bought by one buyer at one moment, whoever sells them.
      const shared = batch.basket ? new Random(seed, batch.basket, index) : random;
      const placed = batch.burst
        ? market.zone.at(day, 12) + Math.floor((batch.burst.minutes * 60 * index) / batch.count)
        : market.zone.at(day, shared.whole(batch.evening ? 19 : 7, 21), shared.whole(0, 59), shared.whole(0, 59));
      const order = placeOrder(
        into,
        {
          seller,
          number,
          ...(batch.basket ? { order_id: `o-${batch.basket}-${String(index + 1).padStart(3, '0')}` } : {}),
          market,
          placed,
          handling: { days: batch.handling_days ?? 1, weekends: true },
          abroad: market.code !== home,
          buyer: batch.burst ? buyerInBurst(batch.burst, number, index) : shared.whole(1, 1_000_000),
          category: 'kitchen',
          carrier: batch.carrier ?? market.carriers[0],
          gmv_minor: random.whole(900, 6000),
          items: 1,
        },
        scenarioOf(batch),
        random,
      );
      oddities(order, batch, index);
      if (batch.placed_version_lands_late) order.lands_late = { version: 0, days: batch.placed_version_lands_late };
      if (batch.upheld) {
        const { upheld } = batch;
        const { metrics } = upheld;
        const decided = market.zone.at('days' in upheld ? day + upheld.days : last - upheld.decided, 10);
        const exemption_id = `x-${seller_id}-${number}`;
        into.exemptions.push({ exemption_id, seller_id, order_id: order.order_id, metrics, reason: 'dispute_upheld', decided });
      }
    }
  }
}

/** Beyond the numbers that chance draws; those of a batch are its own. */
const buyerInBurst = ({ buyers }: NonNullable<Batch['burst']>, number: number, index: number): number =>
  2_000_000 + 100 * (number - index) + (index % buyers);

/** What a batch says of its orders that would not happen by itself. */
function oddities(order: Order, { burst, one_number, scanned_before, scanned_after_due }: Batch, index: number): void {
  const { code, areas } = order.market;
  if (burst?.places) order.area = `${code}-${areas[index % burst.places]}`;
  if (one_number) order.tracking = `${code}1000000001`;
  if (scanned_before !== undefined) order.scanned = order.placed - scanned_before * HOUR;
  if (scanned_after_due !== undefined) {
    order.confirmed = order.ship_by - HOUR;
    order.scanned = order.ship_by + scanned_after_due * HOUR;
    order.delivered = order.scanned + 30 * HOUR;
  }
}

function holdTalks(into: Marketplace, story: Story, { first, last, markets }: Span, random: Random): void {
  const { seller_id, home } = story;
  let talk = 0;
  for (const { count, opened, reply_hours, region } of story.talks ?? []) {
    const market = markets[region ?? home];
    for (let index = 0; index < count; index++) {
      const day = last - spread(opened, index, count);
      talk += 1;
      if (day < first) continue;
      const at = market.zone.at(day, random.whole(8, 12), random.whole(0, 59));
      into.conversations.push({
        conversation_id: `m-${seller_id}-${String(talk).padStart(4, '0')}`,
        seller_id,
        market,
        opened_by: 'buyer',
        opened: at,
        ...(reply_hours === undefined ? {} : { replied: at + reply_hours * HOUR }),
        kind: 'human',
      });
    }
  }
}
