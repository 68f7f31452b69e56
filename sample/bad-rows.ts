import type { Dataset } from './landing.js';
import type { Row } from './rows.js';

/** One row that lands a second time, spoiled on its way. */
interface BadRow {
  dataset: Dataset;
  days_ago: number;
  why: string;
  /** The spoiled row, or the spoiled line of a jsonl file. */
  spoil(row: Row): Row | string;
}

/** A file bears a bad row only where it is at most one in so many, far below what any contract allows. */
export const ROWS_PER_BAD_ROW = 200;

const bad = (dataset: Dataset, days_ago: number, why: string, spoil: BadRow['spoil']): BadRow => ({
  dataset,
  days_ago,
  why,
  spoil,
});
const without = (row: Row, column: string): Row => ({ ...row, [column]: null });

/** What quarantine has to show, from the first days to the last. The row itself always lands well, too. */
export const BAD_ROWS: readonly BadRow[] = [
  bad('orders', 0, 'a negative amount', (row) => ({ ...row, gmv_minor: -1 * Number(row.gmv_minor) })),
  bad('orders', 0, 'a region that is none', (row) => ({ ...row, region: 'UK' })),
  bad('orders', 3, 'no seller', (row) => without(row, 'seller_id')),
  bad('orders', 11, 'a line cut short', (row) => JSON.stringify(row).slice(0, 120)),
  bad('orders', 19, 'a word where a moment belongs', (row) => ({ ...row, placed_at: 'yesterday' })),
  bad('orders', 26, 'a number where a moment belongs', (row) => ({ ...row, ship_by: 1_790_000_000 })),
  bad('orders', 33, 'an order id of ten thousand bytes', (row) => ({ ...row, order_id: 'o'.repeat(10_000) })),
  bad('orders', 47, 'an unknown way of fulfilment', (row) => ({ ...row, fulfilment: 'drone' })),
  bad('orders', 68, 'cancelled by a word the contract does not know', (row) => ({ ...row, cancelled_by: 'robot' })),
  bad('orders', 90, 'no currency', (row) => without(row, 'currency')),
  bad('orders', 104, 'half an item', (row) => ({ ...row, items: 0.5 })),
  bad('reviews', 0, 'seven stars', (row) => ({ ...row, rating: 7 })),
  bad('reviews', 9, 'no stars', (row) => without(row, 'rating')),
  bad('reviews', 21, 'stars in words', (row) => ({ ...row, rating: 'five' })),
  bad('reviews', 40, 'a date that is none', (row) => ({ ...row, created_at: '2026-02-30T10:00:00' })),
  bad('reviews', 61, 'about something else', (row) => ({ ...row, about: 'weather' })),
  bad('reviews', 85, 'no order', (row) => without(row, 'order_id')),
  bad('conversations', 70, 'nobody opened it', (row) => without(row, 'opened_by')),
  bad('conversations', 88, 'a satisfaction of eleven', (row) => ({ ...row, satisfaction: 11 })),
  bad('conversations', 99, 'an unknown kind', (row) => ({ ...row, kind: 'letter' })),
];
