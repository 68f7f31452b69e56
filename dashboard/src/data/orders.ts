/** The orders behind a seller's numbers: of a metric what its list shows, and all of one order when a reader opens it. */
import type { OutcomeDetail } from './rows.js';
import type { Run } from './run.js';

const LISTED = [
  ...(['seller_id', 'programme', 'metric', 'subject_id', 'region', 'cohort_day', 'outcome', 'reason'] as const),
  ...(['leaves_window_on', 'gmv_minor', 'currency', 'items'] as const),
] as const satisfies readonly (keyof OutcomeDetail)[];

/** An order in the list of a metric: with the columns that prove it, where the run has them. */
export type ListedOrder = Pick<OutcomeDetail, (typeof LISTED)[number]> & Partial<OutcomeDetail>;

/**
 * why these columns alone: moments that do not prove this metric are more than half of the bytes. Of a metric that judges orders the
 * subject is the order.
 */
export function ordersOf(run: Run, seller: string, metric: string): Promise<ListedOrder[]> {
  const ofOrders = run.wording.room(metric)?.subject === 'order';
  const proof = [...run.wording.proof(metric), ...(ofOrders ? [] : ['order_id'])].sort();
  return run.ofSeller('outcome_details', seller, [...new Set([...LISTED, ...proof])]);
}

const ONE = ['programme', 'metric', 'subject_id'] as const satisfies readonly (keyof ListedOrder)[];

/** All that the ledger knows of an order. */
export const wholeOrder = (run: Run, row: ListedOrder): Promise<OutcomeDetail | undefined> =>
  run.once(`order/${row.seller_id}/${ONE.map((column) => row[column]).join('/')}`, async () => {
    const all = await run.outcomeDetailsOf(row.seller_id);
    return all.find((one) => ONE.every((column) => one[column] === row[column]));
  });
