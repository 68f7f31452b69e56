import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useReducer, useRef } from 'react';
import { nextTierDay } from '../../../wording/next-tier.js';
import { adjust, linkTo } from '../address.js';
import { keepsPlace } from '../arrival.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count, NONE } from '../format.js';
import { useNarrow } from '../parts/media.js';
import { Empty } from '../parts/Panel.js';
import { usePrinting } from '../parts/printing.js';
import { Tier } from '../parts/Tier.js';
import { PAGE } from '../speech.js';
import { COLUMNS, type Column, type Found, type SellerRow } from './listed.js';
import { BLOCK, type Page } from './open-list.js';

const say = PAGE.sellers;

const HEADINGS: Readonly<Record<Column, string>> = say.headings;
/** why 500: a dozen sheets; beyond that a file is read, not paper. */
const ON_PAPER = 500;
/** So long a list stands still before the rows for paper are asked for. */
const AT_REST = 1_000;
const NUMBERS = new Set<Column>(['orders', 'next_tier_on']);

interface SellerTableProps {
  run: Run;
  page: Page;
  /** Another list is being found. */
  busy: boolean;
}

/** A row of a hundred thousand is drawn only while it is in sight. Up and Down move between sellers, Enter opens one. */
export const SellerTable = memo(function SellerTable({ run, page, busy }: SellerTableProps) {
  const { found, query } = page;
  const several = found.programmes.length > 1;
  const { frame, virtual } = useRowsInSight(page);
  const printed = useRowsForPaper(page);
  const drawn = printed
    ? printed.map((row, index) => ({ key: index, index, row, style: {} }))
    : virtual.getVirtualItems().map(({ key, index, size, start }) => {
        return { key, index, row: page.row(index), style: { height: size, transform: `translateY(${start}px)` } };
      });
  const evaluated = run.policies.programmes.some(({ evaluation }) => evaluation !== undefined);
  const hidden: Column[] = [...(several ? [] : ['programme' as const]), ...(evaluated ? [] : ['proposed' as const])];

  return (
    <section className="panel list" aria-label={say.list} aria-busy={busy} data-whole={page.isWhole}>
      <div className="list-head">
        <Count found={found} several={several} />
      </div>
      {found.rows === 0 ? (
        <Empty testid="no-sellers">{found.all === 0 ? say.none : say.noneFits}</Empty>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the links inside
        <div
          className={`grid ${several ? 'several' : ''} ${evaluated ? 'evaluated' : ''}`}
          ref={frame}
          {...keepsPlace('sellers')}
          onKeyDown={(event) => moveBetween(event, found.rows, virtual)}
        >
          <table aria-rowcount={found.rows + 1}>
            <thead>
              <Headings columns={COLUMNS.filter((column) => !hidden.includes(column))} sort={query.sort || '-orders'} />
            </thead>
            <tbody style={printed ? {} : { height: virtual.getTotalSize() }}>
              {drawn.map(({ key, index, row, style }) => (
                <tr key={key} aria-rowindex={index + 2} data-index={index} data-testid="seller-row" style={style}>
                  {row && <Cells run={run} row={row} several={several} evaluated={evaluated} />}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {printed && printed.length < found.rows && (
        <p className="list-count" data-testid="not-printed">
          {PAGE.notSaid.notPrinted(count(found.rows - printed.length))}
        </p>
      )}
    </section>
  );
});

/** Draws the rows that are in sight of `frame`, once they came; a change of the list begins at its top. */
function useRowsInSight(page: Page) {
  const narrow = useNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const [, came] = useReducer((times: number) => times + 1, 0);
  const virtual = useVirtualizer({
    count: page.found.rows,
    getScrollElement: () => frame.current,
    estimateSize: () => (narrow ? 100 : 44),
    overscan: 12,
  });
  const first = useRef(true);
  // What the list began with, and then the same in the list itself, are one.
  const asked = JSON.stringify(page.query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, or another height of rows, begins at its top
  useEffect(() => {
    virtual.measure();
    if (!first.current) virtual.scrollToOffset(0);
    first.current = false;
  }, [asked, narrow]);
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => page.need(from, to, came), [page, from, to]);
  return { frame, virtual };
}

/** While the page is printed the rows that go on paper; they are asked for once the list has stood still, as paper does not wait. */
function useRowsForPaper(page: Page): SellerRow[] | undefined {
  const printing = usePrinting();
  useEffect(() => {
    const asked = setTimeout(() => page.need(0, ON_PAPER - BLOCK, () => {}), AT_REST);
    return () => clearTimeout(asked);
  }, [page]);
  return printing ? page.atHand(ON_PAPER) : undefined;
}

function Count({ found: { rows, sellers, all }, several }: { found: Found; several: boolean }) {
  return (
    <p className="list-count" role="status" data-testid="seller-count">
      {sellers === all ? say.all(count(all)) : say.some(count(sellers), count(all))}
      {several && rows !== sellers && <span className="faint">{say.cards(count(rows))}</span>}
    </p>
  );
}

/** A click turns the order around; most orders come first at first. */
function Headings({ columns, sort }: { columns: readonly Column[]; sort: string }) {
  return (
    <tr aria-rowindex={1}>
      {columns.map((column) => {
        const sorted = sort === column ? 'asc' : sort === `-${column}` ? 'desc' : undefined;
        const next = sorted === 'asc' || (!sorted && column === 'orders') ? `-${column}` : column;
        return (
          <th
            key={column}
            scope="col"
            className={NUMBERS.has(column) ? 'number' : ''}
            aria-sort={sorted && { asc: 'ascending' as const, desc: 'descending' as const }[sorted]}
          >
            <button type="button" onClick={() => adjust({ sort: next })} data-testid={`sort-${column}`}>
              {HEADINGS[column]}
              <span aria-hidden="true">{sorted ? { asc: ' ↑', desc: ' ↓' }[sorted] : ''}</span>
            </button>
          </th>
        );
      })}
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
        <span className="faint">{row.name ? row.seller_id : say.notDescribed}</span>
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
            <span className="only-narrow">{say.heldBackBy}</span>
            {wording.metricTitle(row.held_back_by)}
          </>
        ) : (
          <span className="faint only-wide">{NONE}</span>
        )}
      </td>
      <td className="number cell-orders">
        {count(row.orders)}
        <span className="only-narrow">{say.orders(row.orders)}</span>
      </td>
      <td className="number cell-next">{row.next ? nextTierDay(row.next, wording) : <span className="faint">{NONE}</span>}</td>
      <td className="cell-status">{row.status ? wording.words.statuses[row.status] : <span className="faint">{NONE}</span>}</td>
    </>
  );
}

function TierUnlessSame({ run, programme, tier, as }: { run: Run; programme: string; tier: string; as: string }) {
  return tier === as ? <span className="faint">{say.same}</span> : <Tier run={run} programme={programme} tier={tier} />;
}

function Moved({ run, change }: { run: Run; change: NonNullable<SellerRow['change']> }) {
  const { tierTitle, words } = run.wording;
  const moved = words.directions[change.direction];
  const what = change.previous_tier
    ? say.moved(moved, tierTitle(programmeOf(run.policies, change.programme), change.previous_tier))
    : moved;
  const mark = { up: '▲', down: '▼', new: say.new, other: '●' }[change.direction];
  const tone = { up: 'better', down: 'worse', new: 'even', other: 'even' }[change.direction];
  return (
    <span className={`moved ${tone}`} title={what}>
      <span aria-hidden="true">{mark}</span>
      <span className="unseen">{what}</span>
    </span>
  );
}
