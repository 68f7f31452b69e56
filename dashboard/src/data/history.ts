/** What the history of a seller reads; asked for only once a reader opens it. */
import { filesOfSellers } from '../../../contracts/run/buckets.js';
import { readParquet } from './parquet.js';
import type { OutcomeDetail } from './rows.js';
import type { Dataset, Run } from './run.js';

/** A whole week of a metric under a programme; `nth` is 1 for the newest. */
export interface SellerWeek {
  seller_id: string;
  programme: string;
  metric: string;
  nth: number;
  first_day: string;
  last_day: string;
  counted: number;
  fault: number;
  rate: number;
}

const EXEMPTED = ['seller_id', 'programme', 'metric', 'cohort_day', 'reason', 'exemption_id'] as const;
/** What a person's exemption forgave. why these columns alone: the moments of orders are most of the bytes. */
export type Exempted = Pick<OutcomeDetail, (typeof EXEMPTED)[number]>;

/** Rows of a seller, of the columns that are asked for. */
export async function ofSeller<Row extends { seller_id: string }>(
  run: Run,
  dataset: Dataset,
  seller: string,
  asked: { columns?: readonly (keyof Row & string)[]; ifThere?: readonly string[] } = {},
): Promise<Row[]> {
  const files = run.filesOf(dataset);
  const address = ({ url }: { url: string }): string => url.replace(/\?.*$/, '');
  const wanted = new Set(filesOfSellers(files.map(address), [seller]));
  const each = files
    .filter((file) => wanted.has(address(file)))
    .map(({ url }) => readParquet<Row>(url, { ...asked, filter: { seller_id: { $eq: seller } } }));
  return (await Promise.all(each)).flat();
}

export const weeksOf = (run: Run, seller: string): Promise<SellerWeek[]> =>
  run.once(`history/weeks/${seller}`, () => ofSeller<SellerWeek>(run, 'seller_weeks', seller));

export const exemptedOf = (run: Run, seller: string): Promise<Exempted[]> =>
  run.once(`history/exempted/${seller}`, async () =>
    (await ofSeller<Exempted>(run, 'outcome_details', seller, { columns: EXEMPTED })).filter(
      ({ exemption_id }) => exemption_id !== null,
    ),
  );
