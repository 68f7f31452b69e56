/** The list of sellers without a browser: who is in it, found, and in which order. */
import { describe, expect, test } from 'vitest';
import { byNumber, byValue, type Query, SellerList, type Sources } from '../../dashboard/src/sellers/listed.js';

const P = 'standards';
type Card = [seller: string, name: string | null, home: string | null, orders: number, tier: string, held?: string | null];
/** Scorecards, what is held where it was evaluated, and who sells in which region. */
function listOf(cards: Card[], more: Partial<Sources> = {}, region = { code: 'ALL', everywhere: true }): SellerList {
  const column = <T>(read: (card: Card) => T): T[] => cards.map(read);
  const evaluated = cards.filter(([, , , , , held]) => held !== undefined);
  return new SellerList(
    {
      scorecards: {
        seller_id: column(([id]) => id),
        programme: column(() => P),
        name: column(([, name]) => name),
        home_region: column(([, , home]) => home),
        status: column(() => 'active' as const),
        orders: column(([, , , orders]) => orders),
        tier: column(([, , , , tier]) => tier),
        tier_projected: column(([, , , , tier]) => tier),
        held_back_by: column(() => null),
      } as Sources['scorecards'],
      standings: {
        seller_id: evaluated.map(([id]) => id),
        programme: evaluated.map(() => P),
        official_tier: evaluated.map((card) => card[5] ?? 'not_evaluated'),
        evaluated_on: evaluated.map((card) => (card[5] ? '2026-11-16' : null)),
      },
      changes: [],
      next: [],
      selling: undefined,
      ...more,
    },
    region,
    { rungs: { [`${P}/top`]: 0, [`${P}/good`]: 1, [`${P}/low`]: 2 }, metricTitles: {} },
  );
}
const ASKED: Query = { search: '', programme: '', tier: '', moved: '', sort: '' };
const idsOf = (list: SellerList, query: Partial<Query> = {}): string[] => {
  const { rows } = list.find({ ...ASKED, ...query });
  return list.slice(0, rows).map(({ seller_id }) => seller_id);
};

const CARDS: Card[] = [
  ['a', 'Café Größe 10', 'DE', 5, 'good', 'top'],
  ['b', 'Café Größe 9', 'GB', 7, 'low', null],
  ['c', null, null, 7, 'top'],
  ['d', 'zebra', 'DE', 1, 'low', 'low'],
];

describe('the list of sellers', () => {
  test('finds what is held at the same place, elsewhere, or not at all', () => {
    const held = (ids: string[]) => ({
      seller_id: ids,
      programme: ids.map(() => P),
      official_tier: ids.map((id) => `of-${id}`),
      evaluated_on: ids.map(() => '2026-11-16'),
    });
    const tiers = (ids: string[]) => {
      const list = listOf(CARDS, { standings: held(ids) });
      return Object.fromEntries(list.slice(0, list.find(ASKED).rows).map(({ seller_id, tier }) => [seller_id, tier]));
    };
    expect(tiers(['a', 'b', 'c', 'd'])).toEqual({ a: 'of-a', b: 'of-b', c: 'of-c', d: 'of-d' });
    expect(tiers(['a', 'c', 'd'])).toEqual({ a: 'of-a', b: 'low', c: 'of-c', d: 'of-d' });
  });

  test('sorts whole numbers as it sorts all else, and leaves what is none to that', () => {
    const numbers = Array.from({ length: 500 }, (_, n) => ((n * 7919) % 37) - 5);
    for (const down of [true, false]) expect([...byNumber(numbers, down)!]).toEqual([...byValue(numbers, down)]);
    for (const other of [0.5, null, 'a', 2 ** 53]) expect(byNumber([...numbers, other], false)).toBeUndefined();
    expect([...byNumber([], true)!]).toEqual([]);
  });

  test('begins with most orders; those with as many keep their order', () => {
    expect(idsOf(listOf(CARDS))).toEqual(['b', 'c', 'a', 'd']);
    expect(idsOf(listOf(CARDS), { sort: 'orders' })).toEqual(['d', 'a', 'b', 'c']);
  });

  test('sorts names as people do: 9 before 10, a missing home last either way', () => {
    expect(idsOf(listOf(CARDS), { sort: 'seller' })).toEqual(['c', 'b', 'a', 'd']);
    expect(idsOf(listOf(CARDS), { sort: 'home_region' })).toEqual(['a', 'd', 'b', 'c']);
    expect(idsOf(listOf(CARDS), { sort: '-home_region' })).toEqual(['b', 'a', 'd', 'c']);
  });

  test('sorts by the tier held, and where nothing was evaluated by the one proposed', () => {
    expect(idsOf(listOf(CARDS), { sort: 'tier' })).toEqual(['a', 'c', 'b', 'd']);
    expect(idsOf(listOf(CARDS), { sort: 'proposed' })).toEqual(['c', 'a', 'b', 'd']);
    expect(idsOf(listOf(CARDS), { tier: 'top' })).toEqual(['c', 'a']);
  });

  test('finds a shop by name or id, without accents and in capitals, and says how many of how many', () => {
    const list = listOf(CARDS);
    expect(idsOf(list, { search: ' CAFE GR' })).toEqual(['b', 'a']);
    expect(list.find({ ...ASKED, search: 'cafe' })).toMatchObject({ rows: 2, sellers: 2, all: 4 });
    expect(list.find({ ...ASKED, search: 'nobody' })).toMatchObject({ rows: 0, sellers: 0, all: 4 });
  });

  test('counts the tiers of all, whatever is searched', () => {
    expect(listOf(CARDS).find({ ...ASKED, search: 'zebra' }).tiers).toEqual([
      { tier: 'top', programme: P, sellers: 2 },
      { tier: 'low', programme: P, sellers: 2 },
    ]);
  });

  test('is of those at home in a region, or of those with orders there', () => {
    expect(idsOf(listOf(CARDS, {}, { code: 'DE', everywhere: false }))).toEqual(['a', 'd']);
    const selling = { seller_id: ['a', 'b', 'd'], programme: [P, P, P], region: ['DE', 'DE', 'GB'] };
    expect(idsOf(listOf(CARDS, { selling }, { code: 'DE', everywhere: false }))).toEqual(['b', 'a']);
  });

  test('finds those whose tier changed since the last run', () => {
    const changes = [{ seller_id: 'd', programme: P, direction: 'down' }] as Sources['changes'];
    expect(idsOf(listOf(CARDS, { changes }), { moved: 'down' })).toEqual(['d']);
    expect(idsOf(listOf(CARDS, { changes }), { moved: 'up' })).toEqual([]);
  });

  test('is the same after it was made ready beforehand', () => {
    const list = listOf(CARDS);
    for (const _ of list.readyMade());
    expect(idsOf(list, { sort: 'seller', search: 'a' })).toEqual(idsOf(listOf(CARDS), { sort: 'seller', search: 'a' }));
  });
});
