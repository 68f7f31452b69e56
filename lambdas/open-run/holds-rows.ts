/** Whether a file that lies or is named as no data does holds rows of a dataset all the same. */
import { LANDING } from '../../contracts/landing/index.js';
import type { ObjectInfo, ObjectStore } from '../shared/object-store.js';

const ENDS_AS_DATA = /\.(jsonl?|ndjson|csv|tsv|parquet|avro|orc|xlsx?)(\.(gz|zst|zip|bz2|xz))?$/i;
const IS_TEXT = /\.(jsonl?|ndjson|csv|tsv)$/i;
/** why a megabyte: what jobs note about their data is smaller, and what is larger need not be read to be taken for rows. */
const LARGEST_NOTE = 1 << 20;

/**
 * Nobody looks into what is packed, not text, or large: it is taken for rows. Text holds rows when it names all columns of the dataset's
 * key, as no list of files or summary of a job does.
 */
export async function holdsRows(landing: ObjectStore, { key, size }: ObjectInfo, dataset: string): Promise<boolean> {
  if (size === 0 || !ENDS_AS_DATA.test(key)) return false;
  if (!IS_TEXT.test(key) || size > LARGEST_NOTE) return true;
  const text = (await landing.read(key))?.body.toString() ?? '';
  return LANDING[dataset]!.key.every((column) => new RegExp(`\\b${column}\\b`).test(text));
}
