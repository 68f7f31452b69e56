/** What the history of a seller reads; asked for only once a reader opens it. */
import type * as z from 'zod';
import type { sellerWeeks } from '../../../contracts/published/seller-weeks.js';
import type { OutcomeDetail } from './rows.js';
import type { Run } from './run.js';

/** A whole week of a metric under a programme; `nth` is 1 for the newest. */
export type SellerWeek = z.infer<(typeof sellerWeeks)['row']>;

const LISTED = [
  ...(['seller_id', 'programme', 'metric', 'outcome', 'region', 'carrier'] as const),
  ...(['cohort_day', 'reason', 'exemption_id'] as const),
] as const;
/** What is at fault, forgiven or left out, and where. why these columns alone: the moments of orders are most of the bytes. */
export type Listed = Pick<OutcomeDetail, (typeof LISTED)[number]>;

export const weeksOf = (run: Run, seller: string): Promise<SellerWeek[]> => run.ofSeller('seller_weeks', seller);

export const listedOf = (run: Run, seller: string): Promise<Listed[]> => run.ofSeller('outcome_details', seller, LISTED);
