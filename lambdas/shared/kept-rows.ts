import type { AcceptedFile } from '../../contracts/run/inputs.js';
import { acceptedKey, countsKey, receiptKey } from '../../contracts/run/keys.js';
import { Receipt } from '../../contracts/run/receipt.js';
import { ObjectDamaged } from './damaged.js';
import { type ObjectStore, readJson } from './object-store.js';

/** What was accepted of a landed file cannot be read any more, and the landed file is gone. Nothing is published until a person decides. */
export class RowsLost extends Error {
  override name = 'RowsLost';
}

/** What is lost with a file of which neither the landed nor the accepted rows are there, and the two ways out. */
export const lostRows = ({ key, accepted }: Pick<AcceptedFile, 'key' | 'accepted'>, since: string): string =>
  `${accepted} accepted rows are lost. Put landing/${key} back; where it is lost for good, decide so with "scorecards landing removed --since ${since} --because ...", and its rows count no longer`;

type Kept = Pick<AcceptedFile, 'dataset' | 'dt' | 'file_id' | 'accepted'>;

/**
 * What of the rows and counts kept of a landed file cannot be read, as `<key>: is gone`. Undefined while all is there, and where the
 * store never holds a part of an object: there a file that is gone stops the night by its checks.
 */
export async function rowsProblem(store: ObjectStore, { dataset, dt, file_id, accepted }: Kept): Promise<string | undefined> {
  if (!store.parquetProblem) return undefined;
  for (const key of [...(accepted > 0 ? [acceptedKey(dataset, dt, file_id)] : []), countsKey(dataset, dt, file_id)]) {
    const problem = await store.parquetProblem(key);
    if (problem) return `${key}: ${problem}`;
  }
  return undefined;
}

/** The receipt of a landed content, with what of it or of the rows that it stands for is damaged. Undefined when there is none. */
export async function receiptOf(
  store: ObjectStore,
  { dataset, dt, file_id }: Pick<Kept, 'dataset' | 'dt' | 'file_id'>,
): Promise<{ receipt: Receipt; problem?: undefined } | { problem: string } | undefined> {
  const key = receiptKey(dataset, dt, file_id);
  try {
    const found = await readJson(store, key);
    if (found === undefined) return undefined;
    const { data } = Receipt.safeParse(found);
    if (!data) return { problem: `${key}: is not what it must be` };
    const problem = await rowsProblem(store, data);
    return problem === undefined ? { receipt: data } : { problem };
  } catch (error) {
    if (!(error instanceof ObjectDamaged)) throw error;
    return { problem: `${key}: ${error.problem}` };
  }
}
