/**
 * Columns of the order ledger (dataset order_outcomes): what an order was known to be when it was judged, and the outcome of each
 * metric as if the metric's final day had come. Grain: one row per order and run that judged it, with weight 1; a row that a later
 * run judged anew is taken back by a copy with weight -1, so that sums over all rows are sums over what stands.
 */
import { LANDING } from '../contracts/landing/index.js';
import { localDayColumn, localDaysOf } from '../contracts/ledger/accepted.js';

export interface LedgerColumn {
  name: string;
  sql: string;
}

/** What the ledger keeps of a landed order; the rest of it is not needed to judge it. */
export const ORDER_COLUMNS = [
  ...['seller_id', 'order_id', 'region', 'category', 'fulfilment', 'placed_at', 'ship_by', 'deliver_by', 'confirmed_at'],
  ...['first_scan_at', 'delivered_at', 'cancelled_at', 'cancelled_by', 'carrier', 'has_tracking', 'items', 'gmv_minor'],
  ...['destination_area', 'currency', 'updated_at', ...localDaysOf('orders').map(localDayColumn)],
] as const;

/** What became of an order after it was placed, gathered from other datasets. A column that no rule looks at stays empty. */
export const EVENT_COLUMNS = [
  { name: 'reviewed_at', sql: 'TIMESTAMP' },
  { name: 'rating', sql: 'INTEGER' },
  { name: 'about', sql: 'VARCHAR' },
  { name: 'returned_at', sql: 'TIMESTAMP' },
  { name: 'return_requested_at', sql: 'TIMESTAMP' },
  { name: 'refunded_at', sql: 'TIMESTAMP' },
  { name: 'case_closed_at', sql: 'TIMESTAMP' },
  { name: 'case_lost_at', sql: 'TIMESTAMP' },
  { name: 'case_opened_at', sql: 'TIMESTAMP' },
  { name: 'case_unsolved_at', sql: 'TIMESTAMP' },
  { name: 'not_received_at', sql: 'TIMESTAMP' },
  { name: 'not_as_described_at', sql: 'TIMESTAMP' },
  { name: 'contacted_at', sql: 'TIMESTAMP' },
] as const;

/** Moments that lie in the past once they have come about, as the ledger's days and instants name them. */
export const MOMENT_DAYS = ['placed_day', 'confirmed_day', 'first_scan_day', 'delivered_day', 'cancelled_day'] as const;
export const EVENT_MOMENTS = EVENT_COLUMNS.filter(({ sql }) => sql === 'TIMESTAMP').map(({ name }) => name);

/** When its refund was due, where policy counts business time, and by which region's calendar. */
const REFUND_DUE = [
  { name: 'refund_due_at', sql: 'TIMESTAMP' },
  { name: 'refund_calendar', sql: 'VARCHAR' },
] as const;

/** What proves an outcome, in the order of an order's life, and the subject whose ledger has it. */
export const PROOF_COLUMNS = [
  ...['category', 'gmv_minor', 'currency', 'items', 'placed_at', 'ship_by', 'confirmed_at', 'first_scan_at', 'deliver_by'],
  ...['delivered_at', 'cancelled_at', 'cancelled_by', 'carrier', 'has_tracking'],
]
  .map((name) => ({ name, sql: orderType(name), subject: 'order' }))
  .concat(
    [...EVENT_COLUMNS, ...REFUND_DUE].map(({ name, sql }) => ({ name, sql, subject: 'order' })),
    ['opened_at', 'reply_due_at'].map((name) => ({ name, sql: 'TIMESTAMP', subject: 'conversation' })),
    [{ name: 'reply_calendar', sql: 'VARCHAR', subject: 'conversation' }],
    [{ name: 'first_reply_at', sql: 'TIMESTAMP', subject: 'conversation' }],
    [{ name: 'satisfaction', sql: 'INTEGER', subject: 'conversation' }],
  );

/** Needed to count: the rows that take others back have them too. */
const COUNTED_COLUMNS: readonly LedgerColumn[] = [
  { name: 'seller_id', sql: 'VARCHAR' },
  { name: 'order_id', sql: 'VARCHAR' },
  { name: 'judged_in', sql: 'VARCHAR' },
  { name: 'weight', sql: 'INTEGER' },
  { name: 'region', sql: 'VARCHAR' },
  // What segments ask for.
  { name: 'category', sql: 'VARCHAR' },
  { name: 'fulfilment', sql: 'VARCHAR' },
  { name: 'carrier', sql: 'VARCHAR' },
  // What a change of a rate is told apart by, beside carrier and category.
  { name: 'destination_area', sql: 'VARCHAR' },
  { name: 'placed_day', sql: 'DATE' },
  { name: 'gmv_minor', sql: 'BIGINT' },
  { name: 'currency', sql: 'VARCHAR' },
  { name: 'units', sql: 'BIGINT' },
  { name: 'first_day', sql: 'DATE' },
  { name: 'final_day', sql: 'DATE' },
  { name: 'recheck_on', sql: 'DATE' },
];

/** Needed to judge again and to prove: empty in rows that take others back. */
const FACT_COLUMNS: readonly LedgerColumn[] = [
  ...ORDER_COLUMNS.filter((name) => !COUNTED_COLUMNS.some((column) => column.name === name)).map((name) => ({
    name,
    sql: orderType(name),
  })),
  { name: 'dt', sql: 'DATE' },
  { name: 'row_hash', sql: 'BIGINT' },
  ...EVENT_COLUMNS,
  ...REFUND_DUE,
];

function orderType(name: string): string {
  if (name === 'has_tracking') return 'BOOLEAN';
  const landed = LANDING.orders!.columns.find((column) => column.name === name);
  return landed?.sql ?? 'DATE';
}

/** Per metric of orders its columns: cohort day, outcome as if final, reason, exemption, and a final day that is a rule of its own. */
const metricColumns = ({ metric, own_final }: { metric: string; own_final: boolean }): LedgerColumn[] => [
  { name: `${metric}_day`, sql: 'DATE' },
  { name: metric, sql: 'INTEGER' },
  { name: `${metric}_reason`, sql: 'VARCHAR' },
  { name: `${metric}_exemption`, sql: 'VARCHAR' },
  ...(own_final ? [{ name: `${metric}_final`, sql: 'DATE' }] : []),
];

/** All columns of the ledger in their order, and what each is in a row that takes another back. */
export function orderLedger(metrics: readonly { metric: string; own_final: boolean }[]) {
  const all = [...COUNTED_COLUMNS, ...FACT_COLUMNS, ...metrics.flatMap(metricColumns)];
  const taken_back = all.map((column) => {
    if (column.name === 'weight') return '-1';
    return FACT_COLUMNS.includes(column) ? `CAST(NULL AS ${column.sql})` : column.name;
  });
  return { all, taken_back };
}
