/** The list of sellers as a table: which columns, how they sort, what the search looks at. */
import {
  type ColumnFiltersState,
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import type { NextTierRow } from '../../../wording/next-tier.js';
import { tierOrder } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { ListedSeller, TierChange } from '../data/rows.js';
import type { Run } from '../data/run.js';

export interface SellerRow extends ListedSeller {
  /** The tier held; where nothing is held, the proposed one. */
  tier: string;
  /** What bounds alone propose tonight. */
  proposed: string;
  change: TierChange | undefined;
  /** From when the next tier is had; absent for whom bounds alone do not hold back. */
  next: NextTierRow | undefined;
}

export const features = tableFeatures({
  columnFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

const column = createColumnHelper<typeof features, SellerRow>();
const alphabet = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** Columns for the policies of a run: tiers sort from best to worst, those not judged last. */
export function columnsFor({ policies, wording }: Run) {
  const rungs = new Map(
    policies.programmes.flatMap((programme) =>
      tierOrder(programme).map((tier, rung) => [`${programme.programme}/${tier}`, rung]),
    ),
  );
  const rungOf = (row: SellerRow, tier: string): number => rungs.get(`${row.programme}/${tier}`) ?? 99;
  const byText = (read: (row: SellerRow) => string | null | undefined) => ({
    sortFn: (a: { original: SellerRow }, b: { original: SellerRow }) => {
      const [left, right] = [read(a.original), read(b.original)];
      if (left === right) return 0;
      if (left == null) return 1;
      return right == null ? -1 : alphabet.compare(left, right);
    },
  });
  const equal = { filterFn: (row: { original: SellerRow }, id: string, wanted: string) => row.original[id as 'tier'] === wanted };
  return column.columns([
    column.accessor((row) => plain(`${row.name ?? ''} ${row.seller_id}`), {
      id: 'seller',
      header: 'Seller',
      filterFn: (row, id, wanted: string) => row.getValue<string>(id).includes(wanted),
      ...byText((row) => row.name ?? row.seller_id),
    }),
    column.accessor('home_region', { header: 'Home', ...byText((row) => row.home_region) }),
    column.accessor('programme', { header: 'Programme', ...equal, ...byText((row) => row.programme) }),
    column.accessor('tier', {
      header: 'Tier',
      ...equal,
      sortFn: (a, b) => rungOf(a.original, a.original.tier) - rungOf(b.original, b.original.tier),
    }),
    column.accessor('proposed', {
      header: 'Proposed',
      sortFn: (a, b) => rungOf(a.original, a.original.proposed) - rungOf(b.original, b.original.proposed),
    }),
    column.accessor((row) => row.change?.direction, {
      id: 'moved',
      header: 'Change',
      filterFn: (row, id, wanted: string) => row.getValue(id) === wanted,
      ...byText((row) => row.change?.direction ?? null),
    }),
    column.accessor('tier_projected', {
      header: 'Projected',
      sortFn: (a, b) => rungOf(a.original, a.original.tier_projected) - rungOf(b.original, b.original.tier_projected),
    }),
    column.accessor('held_back_by', {
      header: 'Held back by',
      ...byText((row) => (row.held_back_by == null ? null : wording.metricTitle(row.held_back_by))),
    }),
    column.accessor('orders', { header: 'Orders', sortFn: (a, b) => a.original.orders - b.original.orders, sortDescFirst: true }),
    column.accessor((row) => row.next?.tier_on, {
      id: 'next_tier_on',
      header: 'Next tier from',
      // A day that nobody can name is later than all that are named; nobody's is the last.
      ...byText((row) => row.next && (row.next.tier_on ?? `after ${row.next.looked_until}`)),
    }),
    column.accessor('status', { header: 'Status', ...byText((row) => row.status) }),
  ]);
}

/** What the address asks for, as the table wants it. The key of the order is `column` or `-column` for descending. */
export function filtersOf({ search, programme, tier, moved }: Address): ColumnFiltersState {
  const wanted = { seller: plain(search.trim()), programme, tier, moved };
  return Object.entries(wanted)
    .filter(([, value]) => value !== '')
    .map(([id, value]) => ({ id, value }));
}

export const sortingOf = ({ sort }: Address): SortingState => {
  const asked = sort || '-orders';
  return [{ id: asked.replace(/^-/, ''), desc: asked.startsWith('-') }];
};
export const sortText = ([first]: SortingState): string => (first ? `${first.desc ? '-' : ''}${first.id}` : '');
