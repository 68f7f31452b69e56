import { functionalUpdate, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { type Address, adjust, linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count, NONE } from '../format.js';
import { useNarrow } from '../parts/media.js';
import { Empty } from '../parts/Panel.js';
import { Tier } from '../parts/Tier.js';
import { columnsFor, features, filtersOf, type SellerRow, sortingOf, sortText } from './table.js';

const NUMBERS = new Set(['orders', 'orders_to_next_tier']);

/** A row of a hundred thousand is drawn only while it is in sight. Up and Down move between sellers, Enter opens one. */
export function SellerTable({ run, address, rows: data }: { run: Run; address: Address; rows: SellerRow[] }) {
  const narrow = useNarrow();
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
  }, [filters, sorting, data, narrow]);
  const shown = useMemo(() => new Set(rows.map((row) => row.original.seller_id)).size, [rows]);
  const all = useMemo(() => new Set(data.map((row) => row.seller_id)).size, [data]);
  const visible = table.getAllLeafColumns().filter(({ id }) => id !== 'moved' && (several || id !== 'programme'));

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index;
    if (!step || at === undefined) return;
    const next = Number(at) + step;
    if (next < 0 || next >= rows.length) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus());
  };

  return (
    <section className="panel list" aria-label="Scorecards">
      <p className="list-count" role="status" data-testid="seller-count">
        {shown === all ? `${count(all)} sellers` : `${count(shown)} of ${count(all)} sellers`}
        {several && rows.length !== shown && <span className="faint"> · {count(rows.length)} scorecards</span>}
      </p>
      {rows.length === 0 ? (
        <Empty testid="no-sellers">
          {data.length === 0 ? 'No seller of this region has a scorecard.' : 'No seller fits the search and the filters.'}
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the links inside
        <div className={`grid ${several ? 'several' : ''}`} ref={frame} onKeyDown={move}>
          <table aria-rowcount={rows.length + 1}>
            <thead>
              <tr aria-rowindex={1}>
                {visible.map((column) => (
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
                  <Cells run={run} row={rows[item.index]!.original} several={several} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const ariaSort = (sorted: false | 'asc' | 'desc') =>
  sorted === 'asc' ? ('ascending' as const) : sorted === 'desc' ? ('descending' as const) : undefined;

function Cells({ run, row, several }: { run: Run; row: SellerRow; several: boolean }) {
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
      <td className="cell-projected">
        {row.tier_projected === row.tier ? (
          <span className="faint">same</span>
        ) : (
          <Tier run={run} programme={programme} tier={row.tier_projected} />
        )}
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
      <td className="number cell-next">
        {row.orders_to_next_tier == null ? <span className="faint">{NONE}</span> : count(row.orders_to_next_tier)}
      </td>
      <td className="cell-status">{row.status ? wording.words.statuses[row.status] : <span className="faint">{NONE}</span>}</td>
    </>
  );
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
