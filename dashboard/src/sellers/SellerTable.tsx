import { functionalUpdate, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { nextTierDay } from '../../../wording/next-tier.js';
import { type Address, adjust, linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count, NONE } from '../format.js';
import { useNarrow } from '../parts/media.js';
import { Empty } from '../parts/Panel.js';
import { Tier } from '../parts/Tier.js';
import { columnsFor, features, filtersOf, type SellerRow, sortingOf, sortText } from './table.js';

const NUMBERS = new Set(['orders', 'next_tier_on']);

/** A row of a hundred thousand is drawn only while it is in sight. Up and Down move between sellers, Enter opens one. */
export function SellerTable({ run, address, rows: data }: { run: Run; address: Address; rows: SellerRow[] }) {
  const columns = useMemo(() => columnsFor(run), [run]);
  const several = useMemo(() => new Set(data.map((row) => row.programme)).size > 1, [data]);
  const filters = useMemo(() => filtersOf(address), [address]);
  const sorting = useMemo(() => sortingOf(address), [address]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => `${row.seller_id}/${row.programme}`,
    state: { columnFilters: filters, sorting },
    onSortingChange: (change) => adjust({ sort: sortText(functionalUpdate(change, sorting)) }),
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const { rows } = table.getRowModel();
  const { frame, virtual } = useRowsInSight(rows, [filters, sorting, data]);
  const evaluated = run.policies.programmes.some(({ evaluation }) => evaluation !== undefined);
  const hidden = ['moved', ...(several ? [] : ['programme']), ...(evaluated ? [] : ['proposed'])];
  const visible = table.getAllLeafColumns().filter(({ id }) => !hidden.includes(id));

  return (
    <section className="panel list" aria-label="Scorecards">
      <Count rows={rows} all={data} several={several} />
      {rows.length === 0 ? (
        <Empty testid="no-sellers">
          {data.length === 0 ? 'No seller of this region has a scorecard.' : 'No seller fits the search and the filters.'}
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the links inside
        <div
          className={`grid ${several ? 'several' : ''} ${evaluated ? 'evaluated' : ''}`}
          ref={frame}
          onKeyDown={(event) => moveBetween(event, rows.length, virtual)}
        >
          <table aria-rowcount={rows.length + 1}>
            <thead>
              <Headings columns={visible} />
            </thead>
            <tbody style={{ height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map((item) => (
                <tr
                  key={item.key}
                  aria-rowindex={item.index + 2}
                  data-index={item.index}
                  data-testid="seller-row"
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  <Cells run={run} row={rows[item.index]!.original} several={several} evaluated={evaluated} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Draws the rows that are in sight of `frame`; a change of the list begins at its top. */
function useRowsInSight(rows: readonly { id: string }[], list: readonly unknown[]) {
  const narrow = useNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => (narrow ? 100 : 44),
    getItemKey: (index) => rows[index]!.id,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, or another height of rows, begins at its top
  useEffect(() => {
    virtual.measure();
    virtual.scrollToOffset(0);
  }, [...list, narrow]);
  return { frame, virtual };
}

const sellersOf = (rows: readonly SellerRow[]): number => new Set(rows.map((row) => row.seller_id)).size;

function Count({ rows, all: data, several }: { rows: readonly { original: SellerRow }[]; all: SellerRow[]; several: boolean }) {
  const shown = useMemo(() => sellersOf(rows.map((row) => row.original)), [rows]);
  const all = useMemo(() => sellersOf(data), [data]);
  return (
    <p className="list-count" role="status" data-testid="seller-count">
      {shown === all ? `${count(all)} sellers` : `${count(shown)} of ${count(all)} sellers`}
      {several && rows.length !== shown && <span className="faint"> · {count(rows.length)} scorecards</span>}
    </p>
  );
}

interface Column {
  id: string;
  columnDef: { header?: unknown };
  getIsSorted(): false | 'asc' | 'desc';
  toggleSorting(): void;
}

function Headings({ columns }: { columns: readonly Column[] }) {
  return (
    <tr aria-rowindex={1}>
      {columns.map((column) => (
        <th
          key={column.id}
          scope="col"
          className={NUMBERS.has(column.id) ? 'number' : ''}
          aria-sort={ariaSort(column.getIsSorted())}
        >
          <button type="button" onClick={() => column.toggleSorting()} data-testid={`sort-${column.id}`}>
            {column.columnDef.header as string}
            <span aria-hidden="true">{{ asc: ' ↑', desc: ' ↓', false: '' }[String(column.getIsSorted())]}</span>
          </button>
        </th>
      ))}
    </tr>
  );
}

/** From the seller in focus to the one above or below, which may not be drawn yet. */
function moveBetween(event: KeyboardEvent<HTMLElement>, rows: number, virtual: { scrollToIndex(index: number): void }): void {
  const frame = event.currentTarget;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index;
  if (!step || at === undefined) return;
  const next = Number(at) + step;
  if (next < 0 || next >= rows) return;
  event.preventDefault();
  virtual.scrollToIndex(next);
  requestAnimationFrame(() => frame.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
}

const ariaSort = (sorted: false | 'asc' | 'desc') =>
  sorted === 'asc' ? ('ascending' as const) : sorted === 'desc' ? ('descending' as const) : undefined;

interface CellsProps {
  run: Run;
  row: SellerRow;
  several: boolean;
  evaluated: boolean;
}

function Cells({ run, row, several, evaluated }: CellsProps) {
  const { policies, wording } = run;
  const { programme } = row;
  return (
    <>
      <td className="cell-seller">
        <a href={linkTo({ view: 'seller', seller: row.seller_id, open: '' })}>{row.name ?? row.seller_id}</a>
        <span className="faint">{row.name ? row.seller_id : 'not described yet'}</span>
      </td>
      <td className="cell-home">{row.home_region ?? NONE}</td>
      {several && (
        <td className="cell-programme" title={programmeOf(policies, programme)?.title}>
          {programmeOf(policies, programme)?.title ?? programme}
        </td>
      )}
      <td className="cell-tier">
        <Tier run={run} programme={programme} tier={row.tier} />
        {row.change && <Moved run={run} change={row.change} />}
      </td>
      {evaluated && (
        <td className="cell-proposed">
          <TierUnlessSame run={run} programme={programme} tier={row.proposed} as={row.tier} />
        </td>
      )}
      <td className="cell-projected">
        <TierUnlessSame run={run} programme={programme} tier={row.tier_projected} as={row.proposed} />
      </td>
      <td className="cell-held">
        {row.held_back_by ? (
          <>
            <span className="only-narrow">Held back by </span>
            {wording.metricTitle(row.held_back_by)}
          </>
        ) : (
          <span className="faint only-wide">{NONE}</span>
        )}
      </td>
      <td className="number cell-orders">
        {count(row.orders)}
        <span className="only-narrow"> orders</span>
      </td>
      <td className="number cell-next">{row.next ? nextTierDay(row.next, wording) : <span className="faint">{NONE}</span>}</td>
      <td className="cell-status">{row.status ? wording.words.statuses[row.status] : <span className="faint">{NONE}</span>}</td>
    </>
  );
}

function TierUnlessSame({ run, programme, tier, as }: { run: Run; programme: string; tier: string; as: string }) {
  return tier === as ? <span className="faint">same</span> : <Tier run={run} programme={programme} tier={tier} />;
}

function Moved({ run, change }: { run: Run; change: NonNullable<SellerRow['change']> }) {
  const { tierTitle, words } = run.wording;
  const from = change.previous_tier && `, from ${tierTitle(programmeOf(run.policies, change.programme), change.previous_tier)}`;
  const what = `${words.directions[change.direction]}${from ?? ''}`;
  const mark = { up: '▲', down: '▼', new: 'new', other: '●' }[change.direction];
  const tone = { up: 'better', down: 'worse', new: 'even', other: 'even' }[change.direction];
  return (
    <span className={`moved ${tone}`} title={what}>
      <span aria-hidden="true">{mark}</span>
      <span className="unseen">{what}</span>
    </span>
  );
}
