/** Where the list of sellers begins, as a night publishes it: shown while the list itself is still being read. */
import { mixShown } from '../../../wording/standing.js';
import type { FirstSeller, TierMix } from '../data/rows.js';
import type { Found, Query, SellerRow } from './listed.js';
import { type OpenList, Page } from './open-list.js';

/** As the page opens: nothing is searched, filtered or sorted. */
export const AS_OPENED: Query = { search: '', programme: '', tier: '', moved: '', sort: '' };
export const isAsOpened = (query: Query): boolean => Object.values(query).every((word) => word === '');

export interface Begun {
  found: Found;
  rows: SellerRow[];
}

/** The first rows of a region's list, and what is found in it; undefined where nothing is known of it. */
export function begun(firsts: readonly FirstSeller[], mix: readonly TierMix[], region: string): Begun | undefined {
  const own = firsts.filter((row) => row.region === region).sort((a, b) => a.place - b.place);
  const [first] = own;
  if (!first) return undefined;
  const { cards, sellers } = first;
  return { found: { rows: cards, sellers, all: sellers, ...kindsOf(mix, region) }, rows: own.map(rowOf) };
}

function rowOf({ direction, previous_tier, next_tier_on, looked_until, ...row }: FirstSeller): SellerRow {
  const { region: _region, place: _place, cards: _cards, sellers: _sellers, ...card } = row;
  return {
    ...card,
    change: direction === null ? undefined : { programme: row.programme, direction, previous_tier },
    next: looked_until === null ? undefined : { tier_on: next_tier_on, looked_until },
  };
}

/** tier_mix counts the sellers of the very lists. */
function kindsOf(mix: readonly TierMix[], region: string): Pick<Found, 'programmes' | 'tiers'> {
  const shown = mix
    .filter((row) => row.region === region)
    .map((row) => ({ ...row, sellers: mixShown(row).sellers }))
    .filter(({ sellers }) => sellers > 0);
  const tiers = [...Map.groupBy(shown, ({ tier }) => tier)].map(([tier, some]) => ({
    tier,
    programme: some.map(({ programme }) => programme).sort()[0]!,
    sellers: some.reduce((sum, { sellers }) => sum + sellers, 0),
  }));
  return { programmes: [...new Set(shown.map(({ programme }) => programme))].sort(), tiers };
}

/** A list that has begun. `whole` starts to read it, or answers with what was read. */
export function beginList({ found, rows }: Begun, whole: () => Promise<OpenList>): OpenList {
  const find = async (query: Query): Promise<Page> => {
    list.last = await (await whole()).find(query);
    return list.last;
  };
  const rest = async (from: number, to: number): Promise<SellerRow[]> => (await find(AS_OPENED)).ask(from, to);
  const list: OpenList = { last: new Page(AS_OPENED, found, rows, rest, false), find };
  return list;
}
