import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, textOf } from '../../sample/calendar.js';
import { STORIES } from '../../sample/stories.js';
import { type Card, cardsOn, type LandedSample, landSample } from './landed-sample.js';

const README = readFileSync(join(import.meta.dirname, '../../sample/README.md'), 'utf8').replace(/ +/g, ' ');

// A year later and a week of another length: the stories count days back from the last one, wherever that is.
describe.each([
  { sellers: 80, orders: 6_000, days: 120, lastDay: '2026-11-16', seed: 7 },
  { sellers: 60, orders: 3_000, days: 60, lastDay: '2027-04-01', seed: 8 },
])('in a sample of $days days up to $lastDay', (size) => {
  let landed: LandedSample;
  const cards = new Map<number, Map<string, Card>>();
  const card = (seller: string, daysAgo = 0): Card => {
    let found = cards.get(daysAgo);
    if (!found) {
      found = cardsOn(textOf(dayOf(size.lastDay) - daysAgo), landed);
      cards.set(daysAgo, found);
    }
    return found.get(seller)!;
  };

  beforeAll(async () => {
    landed = await landSample(size);
  }, 60_000);
  afterAll(() => landed?.remove());

  it.each(STORIES)('$seller_id: $description', ({ seller_id, expect: expected }) => {
    const now = card(seller_id);
    expect(now.tier).toBe(expected.tier);
    if (expected.held_by) expect(now.held_by).toEqual([expected.held_by]);
    for (const [metric, counts] of Object.entries(expected.counts ?? {}))
      expect({ metric, ...now.counts[metric] }).toMatchObject(counts);
    if (expected.earlier) expect(card(seller_id, expected.earlier.days_ago).tier).toBe(expected.earlier.tier);
  });

  it('lets the poor review of edited-away land with one star, and a week later with five', () => {
    const versions = landed.records.reviews.filter((r) => r.seller_id === 'edited-away' && r.about === 'product');
    const edited = versions.filter((r) => r.review_id === versions[0]!.review_id);
    expect(edited.map((r) => [r.rating, r.dt - edited[0]!.dt])).toEqual([
      [1, 0],
      [5, 7],
    ]);
  });

  it('lands what late-lander sold after what it shipped, the older version last', () => {
    const byOrder = Map.groupBy(
      landed.records.orders.filter((o) => o.seller_id === 'late-lander'),
      (o) => o.order_id,
    );
    const overtaken = [...byOrder.values()].filter((versions) => {
      const last = versions.reduce((a, b) => (b.dt > a.dt ? b : a));
      return versions.some((one) => one.dt < last.dt && one.updated_at > last.updated_at) && last.first_scan_at === null;
    });
    expect(overtaken).toHaveLength(20);
  });

  it('sells 30 baskets of basket-lids and basket-pots under the same order ids', () => {
    const ids = (seller: string) => new Set(landed.records.orders.filter((o) => o.seller_id === seller).map((o) => o.order_id));
    const pots = ids('basket-pots');
    expect([...ids('basket-lids')].filter((id) => pots.has(id))).toHaveLength(30);
  });

  it('never describes the ghost, and describes every other seller', () => {
    const described = new Set((landed.records.sellers as unknown as { seller_id: string }[]).map((s) => s.seller_id));
    const selling = new Set(landed.records.orders.map((o) => o.seller_id));
    expect([...selling].filter((seller) => !described.has(seller))).toEqual(['ghost']);
  });

  it('decides the exemption of strike-bound only after the strike', () => {
    const strike = landed.records.exemptions.filter((x) => x.reason === 'carrier_incident');
    expect(strike).toHaveLength(1);
    expect(strike[0]!.dt).toBeGreaterThan(strike[0]!.valid_to!);
  });

  it('tells two-markets apart by market: nothing late in Germany, nine orders in France', () => {
    const late = new Map<string, Set<string>>();
    for (const { seller_id, order_id, region, first_scan_at, ship_by } of landed.records.orders) {
      if (seller_id !== 'two-markets' || first_scan_at === null || first_scan_at <= ship_by!) continue;
      late.set(region, (late.get(region) ?? new Set()).add(order_id));
    }
    expect([...late].map(([region, orders]) => [region, orders.size])).toEqual([['FR', 9]]);
  });
});

it.each(STORIES)(
  'the README tells the story of $seller_id in the same words',
  ({ seller_id, home, description, expect: { tier } }) => {
    const lines = README.split('\n').filter((line) => line.startsWith(`| \`${seller_id}\` |`));
    expect(lines).toEqual([expect.stringContaining(`| ${home} | ${description} | ${tier}`)]);
  },
);
