/** The list of sellers as arrays: who is in it, found by search and filters, in order. Runs in a worker; no page, no network. */
import type { NextTierRow } from '../../../wording/next-tier.js';
import { tierShown } from '../../../wording/standing.js';
import type { HeldTier, ListedSeller, SellerRegion, TierChange } from '../data/rows.js';

/** The columns of a dataset, row by row at the same place. */
export type Columns<Row, Name extends keyof Row> = { [N in Name]: Row[N][] };

export interface Sources {
  scorecards: Columns<ListedSeller, keyof ListedSeller>;
  standings: Columns<HeldTier, keyof HeldTier>;
  changes: TierChange[];
  next: NextTierRow[];
  /** Who sells where; undefined where the list is of those at home. */
  selling: Columns<SellerRegion, 'seller_id' | 'programme' | 'region'> | undefined;
}

/** What is needed to put names and tiers in order. */
export interface Order {
  /** By `programme/tier`: 0 for the best. */
  rungs: Readonly<Record<string, number>>;
  metricTitles: Readonly<Record<string, string>>;
}

export interface Query {
  search: string;
  programme: string;
  tier: string;
  moved: string;
  /** A column, or `-column` for descending; empty for most orders first. */
  sort: string;
}

export interface SellerRow extends ListedSeller {
  /** The tier held; where nothing is held, the proposed one. */
  tier: string;
  /** What bounds alone propose tonight. */
  proposed: string;
  change: Pick<TierChange, 'programme' | 'direction' | 'previous_tier'> | undefined;
  /** From when the next tier is had; absent for whom bounds alone do not hold back. */
  next: Pick<NextTierRow, 'tier_on' | 'looked_until'> | undefined;
}

export interface Found {
  /** Scorecards found, and sellers among them and in all. */
  rows: number;
  sellers: number;
  all: number;
  programmes: string[];
  /** Sellers by tier of the programme that is asked for, or of all; `programme` is the first by name that has it. */
  tiers: { tier: string; programme: string; sellers: number }[];
}

export const COLUMNS = [
  'seller',
  'home_region',
  'programme',
  'tier',
  'proposed',
  'tier_projected',
  'held_back_by',
  'orders',
  'next_tier_on',
  'status',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Text without accents and capitals, as a search reads it. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** The same with numbers of equal length, so that shop 9 comes before shop 10. why not a collator: it takes more than twice as long. */
const inOrder = (text: string): string => plain(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'));

/** A seller has one row under a programme. */
function sellersIn(rows: readonly SellerRow[]): number {
  const [first] = rows;
  if (rows.every(({ programme }) => programme === first?.programme)) return rows.length;
  return new Set(rows.map(({ seller_id }) => seller_id)).size;
}

/** why: files of buckets come one after the other, and rows that are alike keep their order: that of first_sellers. */
function byId(a: SellerRow, b: SellerRow): number {
  if (a.seller_id === b.seller_id) return a.programme < b.programme ? -1 : 1;
  return a.seller_id < b.seller_id ? -1 : 1;
}

/** Finds the row of a seller and programme. why by the seller first: texts joined of both, a hundred thousand, take longer than all else. */
function bySeller<Row extends { seller_id: string; programme: string }>(
  rows: readonly Row[],
): (seller: string, programme: string) => Row | undefined {
  const found = Map.groupBy(rows, ({ seller_id }) => seller_id);
  return (seller, programme) => found.get(seller)?.find((row) => row.programme === programme);
}

export class SellerList {
  private readonly rows: SellerRow[];
  private readonly all: number;
  private readonly orders = new Map<string, Uint32Array>();
  private searched: string[] | undefined;
  private found: Uint32Array = new Uint32Array();

  constructor(
    sources: Sources,
    region: { code: string; everywhere: boolean },
    private readonly order: Order,
  ) {
    this.rows = rowsOf(sources, region).sort(byId);
    this.all = sellersIn(this.rows);
  }

  /** Finds and orders; `slice` then tells the rows of what was found last. */
  find(query: Query): Found {
    const words = plain(query.search.trim());
    const texts = words === '' ? [] : this.texts();
    const { rows } = this;
    const found = new Uint32Array(rows.length);
    let many = 0;
    for (const place of this.inOrderOf(query.sort)) {
      const row = rows[place]!;
      if (query.programme !== '' && row.programme !== query.programme) continue;
      if (query.tier !== '' && row.tier !== query.tier) continue;
      if (query.moved !== '' && row.change?.direction !== query.moved) continue;
      if (words !== '' && !texts[place]!.includes(words)) continue;
      found[many++] = place;
    }
    this.found = found.subarray(0, many);
    const sellers = many === rows.length ? this.all : new Set(Array.from(this.found, (place) => rows[place]!.seller_id)).size;
    return { rows: many, sellers, all: this.all, ...this.kinds(query.programme) };
  }

  slice(from: number, to: number): SellerRow[] {
    return Array.from(this.found.subarray(from, to), (place) => this.rows[place]!);
  }

  /** Makes ready what the first search and the first click on each heading would wait for. */
  *readyMade(): Generator<void> {
    yield void this.texts();
    for (const column of COLUMNS) yield void this.inOrderOf(column);
  }

  private texts(): string[] {
    this.searched ??= this.rows.map((row) => plain(`${row.name ?? ''} ${row.seller_id}`));
    return this.searched;
  }

  private kinds(programme: string): Pick<Found, 'programmes' | 'tiers'> {
    const programmes = new Set<string>();
    const tiers = new Map<string, Found['tiers'][0]>();
    for (const row of this.rows) {
      programmes.add(row.programme);
      if (programme !== '' && row.programme !== programme) continue;
      const known = tiers.get(row.tier);
      if (known) {
        known.sellers += 1;
        if (row.programme < known.programme) known.programme = row.programme;
      } else tiers.set(row.tier, { tier: row.tier, programme: row.programme, sellers: 1 });
    }
    return { programmes: [...programmes].sort(), tiers: [...tiers.values()] };
  }

  /** Places of all rows, in order of a column; what has no value comes last, and rows that are alike keep their order. */
  private inOrderOf(sort: string): Uint32Array {
    const asked = sort || '-orders';
    const known = this.orders.get(asked);
    if (known) return known;
    const down = asked.startsWith('-');
    const values = this.valuesOf(asked.replace(/^-/, '') as Column);
    const places = byNumber(values, down) ?? byValue(values, down);
    this.orders.set(asked, places);
    return places;
  }

  private valuesOf(column: Column): Value[] {
    const { rungs, metricTitles } = this.order;
    const rung = (row: SellerRow, tier: string): number => rungs[`${row.programme}/${tier}`] ?? 99;
    const text = (read: (row: SellerRow) => string | null | undefined) => (row: SellerRow) => {
      const value = read(row);
      return value == null ? value : inOrder(value);
    };
    const read: Record<Column, (row: SellerRow) => string | number | null | undefined> = {
      seller: text((row) => row.name ?? row.seller_id),
      home_region: text((row) => row.home_region),
      programme: text((row) => row.programme),
      tier: (row) => rung(row, row.tier),
      proposed: (row) => rung(row, row.proposed),
      tier_projected: (row) => rung(row, row.tier_projected),
      held_back_by: text((row) => (row.held_back_by == null ? null : (metricTitles[row.held_back_by] ?? row.held_back_by))),
      orders: (row) => row.orders,
      // A day that nobody can name is later than all that are named; nobody's is the last.
      next_tier_on: (row) => row.next && (row.next.tier_on ?? `after ${row.next.looked_until}`),
      status: text((row) => row.status),
    };
    return this.rows.map(read[column] ?? read.orders);
  }
}

type Value = string | number | null | undefined;

/**
 * Places by whole numbers, each with its place behind it as one number. why: numbers are sorted without asking us, in a tenth of the
 * time. Undefined where other values are among them.
 */
export function byNumber(values: readonly Value[], down: boolean): Uint32Array | undefined {
  const many = values.length;
  const keys = new Float64Array(many);
  for (let place = 0; place < many; place++) {
    const value = values[place];
    if (!Number.isInteger(value) || !Number.isSafeInteger((Math.abs(value as number) + 1) * many)) return undefined;
    keys[place] = (down ? -(value as number) : (value as number)) * many + place;
  }
  return Uint32Array.from(keys.sort(), (key) => ((key % many) + many) % many);
}

export function byValue(values: readonly Value[], down: boolean): Uint32Array {
  const places = Uint32Array.from(values.keys());
  return places.sort((a, b) => {
    const [left, right] = [values[a], values[b]];
    if (left === right) return a - b;
    if (left == null) return 1;
    if (right == null) return -1;
    return left < right === down ? 1 : -1;
  });
}

function rowsOf({ scorecards, standings, changes, next, selling }: Sources, { code, everywhere }: RegionOfList): SellerRow[] {
  const moved = bySeller(changes);
  const ahead = bySeller(next.filter(({ decides }) => decides));
  const heldAt = placeIn(standings, scorecards);
  const sells = selling && placesOf(selling, (at) => selling.region[at] === code);
  const rows: SellerRow[] = [];
  for (let at = 0; at < scorecards.seller_id.length; at++) {
    const [seller_id, programme] = [scorecards.seller_id[at]!, scorecards.programme[at]!];
    const here = sells ? sells.get(programme)?.has(seller_id) : everywhere || scorecards.home_region[at] === code;
    if (!here) continue;
    const proposed = scorecards.tier[at]!;
    const standing = heldAt(at);
    rows.push({
      seller_id,
      programme,
      name: scorecards.name[at]!,
      home_region: scorecards.home_region[at]!,
      status: scorecards.status[at]!,
      orders: scorecards.orders[at]!,
      tier_projected: scorecards.tier_projected[at]!,
      held_back_by: scorecards.held_back_by[at]!,
      proposed,
      tier: tierShown(
        proposed,
        standing === undefined
          ? undefined
          : { official_tier: standings.official_tier[standing]!, evaluated_on: standings.evaluated_on[standing]! },
      ),
      change: moved(seller_id, programme),
      next: ahead(seller_id, programme),
    });
  }
  return rows;
}

type Keyed = Columns<HeldTier, 'seller_id' | 'programme'>;

/** Where the row of the same seller and programme stands. A night writes both in one order, where it is at the same place. */
function placeIn(sought: Keyed, from: Keyed): (at: number) => number | undefined {
  let places: ReturnType<typeof placesOf> | undefined;
  return (at) => {
    const [seller, programme] = [from.seller_id[at]!, from.programme[at]!];
    if (sought.seller_id[at] === seller && sought.programme[at] === programme) return at;
    places ??= placesOf(sought);
    return places.get(programme)?.get(seller);
  };
}

/** Where the row of each seller stands, by programme. why not by both in one text: joining a hundred thousand takes longer than all else. */
function placesOf(
  { seller_id, programme }: Keyed,
  wanted: (at: number) => boolean = () => true,
): Map<string, Map<string, number>> {
  const places = new Map<string, Map<string, number>>();
  for (let at = 0; at < seller_id.length; at++) {
    if (!wanted(at)) continue;
    const known = places.get(programme[at]!);
    if (known) known.set(seller_id[at]!, at);
    else places.set(programme[at]!, new Map([[seller_id[at]!, at]]));
  }
  return places;
}

type RegionOfList = ConstructorParameters<typeof SellerList>[1];
