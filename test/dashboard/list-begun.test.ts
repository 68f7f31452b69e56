/** Where the list of sellers begins: what a night publishes of it is what the whole list then shows. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirstSeller, TierMix } from '../../dashboard/src/data/rows.js';
import { AS_OPENED, beginList, begun, isAsOpened } from '../../dashboard/src/sellers/first.js';
import { type Query, SellerList, type SellerRow, type Sources } from '../../dashboard/src/sellers/listed.js';
import { BLOCK, type OpenList, Page } from '../../dashboard/src/sellers/open-list.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { EVALUATED } from '../sql/made-evaluations.js';
import { question, rows as relation } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';

interface Card {
  seller: number;
  programme: 'both' | 'german';
  orders: number;
  tier: string;
  held: string | null | undefined;
  sells: readonly string[];
  change: { direction: 'up' | 'down' | 'new' | 'other'; previous_tier: string | null } | undefined;
  next: { tier_on: string | null; looked_until: string } | undefined;
}
const TIERS = { both: ['top', 'good', 'below'], german: ['good', 'poor'] } as const;
const cards: fc.Arbitrary<Card[]> = fc.uniqueArray(
  fc.constantFrom('both' as const, 'german' as const).chain((programme) =>
    fc.record({
      programme: fc.constant(programme),
      seller: fc.nat(400),
      orders: fc.nat(6),
      tier: fc.constantFrom(...TIERS[programme]),
      // Only the programme of both is evaluated; null is before the first evaluation.
      held: programme === 'both' ? fc.constantFrom('top', 'below', null, undefined) : fc.constant(undefined),
      sells: fc.subarray(['GB', 'DE']),
      change: fc.option(
        fc.constantFrom({ direction: 'up' as const, previous_tier: 'below' }, { direction: 'new' as const, previous_tier: null }),
        { nil: undefined },
      ),
      next: fc.option(
        fc.constantFrom({ tier_on: '2026-12-01', looked_until: '2027-02-14' }, { tier_on: null, looked_until: '2027-02-14' }),
        { nil: undefined },
      ),
    }),
  ),
  { selector: ({ seller, programme }) => `${seller} ${programme}`, maxLength: 260, minLength: 1, size: 'max' },
);

const idOf = ({ seller }: Card): string => `s${String(seller * 7919).padStart(7, '0')}`;
const nameOf = (card: Card): string | null => (card.seller % 5 ? `Shop ${card.seller}` : null);
const placesOf = ({ sells }: Card): string[] => (sells.length > 0 ? [...sells, 'ALL'] : []);

/** As the browser reads them: the files of buckets one after the other, in each by id. */
function sourcesOf(all: readonly Card[]): Sources {
  const stored = all.toSorted(
    (a, b) => (a.seller % 4) - (b.seller % 4) || (idOf(a) + a.programme < idOf(b) + b.programme ? -1 : 1),
  );
  const column = <T>(some: readonly Card[], read: (card: Card) => T): T[] => some.map(read);
  const keys = (some: readonly Card[]) => ({
    seller_id: column(some, idOf),
    programme: column(some, ({ programme }) => programme as string),
  });
  const evaluated = stored.filter(({ held }) => held !== undefined);
  const selling = stored.flatMap((card) => placesOf(card).map((region) => ({ card, region })));
  return {
    scorecards: {
      ...keys(stored),
      name: column(stored, nameOf),
      home_region: column(stored, () => 'GB'),
      status: column(stored, () => 'active' as const),
      orders: column(stored, ({ orders }) => orders),
      tier: column(stored, ({ tier }) => tier),
      tier_projected: column(stored, () => 'good'),
      held_back_by: column(stored, () => null),
    },
    standings: {
      ...keys(evaluated),
      official_tier: column(evaluated, ({ held }) => held ?? 'not_evaluated'),
      evaluated_on: column(evaluated, ({ held }) => (held ? '2026-11-16' : null)),
    },
    changes: stored.flatMap((card) => (card.change ? [{ ...keyOf(card), ...card.change }] : [])) as Sources['changes'],
    next: stored.flatMap((card) => (card.next ? [{ ...keyOf(card), decides: true, ...card.next }] : [])) as Sources['next'],
    selling: {
      ...keys(selling.map(({ card }) => card)),
      region: selling.map(({ region }) => region),
    },
  };
}
const keyOf = (card: Card) => ({ seller_id: idOf(card), programme: card.programme });

const text = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
/** One row in which nothing is, so that there is always one, and none of it is asked for. */
const made = (columns: string, nobody: string, some: string[]): string => relation(columns, nobody, ...some);

/** The same as a night has it. */
function readsOf(all: readonly Card[]): Record<string, string> {
  const key = (card: Card): string => `'${idOf(card)}', '${card.programme}'`;
  return {
    seller_regions: made(
      'seller_id, programme, region',
      "'?', '?', '?'",
      all.flatMap((card) => placesOf(card).map((region) => `${key(card)}, '${region}'`)),
    ),
    scorecards: made(
      'seller_id, programme, name, home_region, status, orders, tier, tier_projected, held_back_by',
      "'none', 'both', NULL, NULL, NULL, 99, 'top', 'top', NULL",
      all.map((card) => `${key(card)}, ${text(nameOf(card))}, 'GB', 'active', ${card.orders}, '${card.tier}', 'good', NULL`),
    ),
    standings: made(
      'seller_id, programme, official_tier',
      "'?', '?', '?'",
      all.flatMap((card) => (card.held === undefined ? [] : [`${key(card)}, '${card.held ?? 'not_evaluated'}'`])),
    ),
    tier_changes: made(
      'seller_id, programme, direction, previous_tier',
      "'?', '?', '?', '?'",
      all.flatMap((card) =>
        card.change ? [`${key(card)}, '${card.change.direction}', ${text(card.change.previous_tier)}`] : [],
      ),
    ),
    next_tiers: made(
      'seller_id, programme, decides, tier_on, looked_until',
      "'?', '?', TRUE, NULL, NULL",
      all.flatMap((card) =>
        card.next ? [`${key(card)}, TRUE, ${text(card.next.tier_on)}, ${text(card.next.looked_until)}`] : [],
      ),
    ),
  };
}

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

/** What the mart of that name says of them. */
async function rowsOf<Row>(mart: string, all: readonly Card[]): Promise<Row[]> {
  const path = `marts/${mart}.sql`;
  const select = await question(duck, files, { path, says: '', gives: [], night: { policies: EVALUATED }, reads: readsOf(all) });
  const found = await duck.run(select);
  const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
  return found.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))) as Row[];
}

const shown = (row: SellerRow) => ({
  ...row,
  change: row.change && [row.change.programme, row.change.direction, row.change.previous_tier],
  next: row.next && [row.next.tier_on, row.next.looked_until],
});
const inOrder = <T extends { tier: string }>(tiers: readonly T[]): T[] => tiers.toSorted((a, b) => (a.tier < b.tier ? -1 : 1));

describe('what a night publishes of the beginning of a list', () => {
  test('is what the whole list shows first, of each region: rows, counts, programmes and tiers', async () => {
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(cards, async (all) => {
        const firsts = await rowsOf<FirstSeller>('first_sellers', all);
        const mix = await rowsOf<TierMix>('tier_mix', all);
        for (const code of ['ALL', 'GB', 'DE']) {
          const sources = sourcesOf(all);
          const at = sources.selling!.region.flatMap((region, place) => (region === code ? [place] : []));
          const selling = {
            seller_id: at.map((place) => sources.selling!.seller_id[place]!),
            programme: at.map((place) => sources.selling!.programme[place]!),
            region: at.map(() => code),
          };
          const list = new SellerList(
            { ...sources, selling },
            { code, everywhere: code === 'ALL' },
            { rungs: {}, metricTitles: {} },
          );
          const found = list.find(AS_OPENED);
          const early = begun(firsts.toReversed(), mix, code);
          longest = Math.max(longest, found.rows);
          if (found.rows === 0) {
            expect(early).toBeUndefined();
            continue;
          }
          expect({ ...early!.found, tiers: inOrder(early!.found.tiers) }).toEqual({ ...found, tiers: inOrder(found.tiers) });
          expect(early!.rows.map(shown)).toEqual(list.slice(0, BLOCK).map(shown));
        }
      }),
      { numRuns: 6, seed: 12 },
    );
    expect(longest).toBeGreaterThan(BLOCK);
  }, 60_000);
});

const row = (seller_id: string) => ({ seller_id }) as SellerRow;
const FOUND = { rows: 250, sellers: 250, all: 250, programmes: [], tiers: [] };
const all = Array.from({ length: 250 }, (_, nth) => row(`s${nth}`));
const wholeList = (): OpenList => {
  const find = async (query: Query) => new Page(query, FOUND, all.slice(0, BLOCK), async (from, to) => all.slice(from, to));
  return { last: new Page(AS_OPENED, FOUND, [], async () => []), find };
};

describe('a list that has begun', () => {
  test('has its first rows and how many there are, without the list', () => {
    const { last } = beginList({ found: FOUND, rows: all.slice(0, BLOCK) }, () => Promise.reject(new Error('not asked for')));
    expect(last).toMatchObject({ found: FOUND, query: AS_OPENED, isWhole: false });
    expect(last.atHand(500)).toEqual(all.slice(0, BLOCK));
  });

  test('finds in the whole list, and is that from then on', async () => {
    const list = beginList({ found: FOUND, rows: all.slice(0, BLOCK) }, async () => wholeList());
    const found = await list.find({ ...AS_OPENED, search: 'a' });
    expect(found).toMatchObject({ query: { search: 'a' }, isWhole: true });
    expect(list.last).toBe(found);
  });

  test('has the rows after the first, and all of them for a file, once the list came', async () => {
    const { last } = beginList({ found: FOUND, rows: all.slice(0, BLOCK) }, async () => wholeList());
    await new Promise<void>((came) => last.need(120, 130, came));
    expect(last.row(130)).toEqual(row('s130'));
    expect(await last.all()).toEqual(all);
  });

  test('says what kept the list from being read, and asks for it anew', async () => {
    let times = 0;
    const list = beginList({ found: FOUND, rows: [] }, async () => {
      times += 1;
      if (times === 1) throw new Error('gone');
      return wholeList();
    });
    await expect(list.find(AS_OPENED)).rejects.toThrow('gone');
    expect(list.last.isWhole).toBe(false);
    expect((await list.find(AS_OPENED)).isWhole).toBe(true);
  });

  test('begins only where nothing is searched, filtered or sorted', () => {
    expect(isAsOpened(AS_OPENED)).toBe(true);
    for (const word of Object.keys(AS_OPENED)) expect(isAsOpened({ ...AS_OPENED, [word]: 'x' }), word).toBe(false);
  });
});
