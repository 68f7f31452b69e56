import { PUBLISHED } from '../../contracts/published/index.js';
import { bucketName } from '../../contracts/run/keys.js';

/** The order in which a SELECT leaves its rows, its last line. why dropped: DuckDB would sort by it, and then again by buckets. */
const LAST_ORDER = /\nORDER BY [^()\n]+$/;

/**
 * The rows of a SELECT with the name of their seller's bucket as last column, bucket by bucket, in each by the dataset's key.
 *
 * @param firstByte the first byte of the MD5 of seller_id, in the engine's words
 */
export function inBuckets(given: { select: string; dataset: string; buckets: number; firstByte: string }): string {
  const { select, dataset, buckets, firstByte } = given;
  const key = PUBLISHED[dataset]?.key.join(', ');
  if (!key?.startsWith('seller_id')) throw new Error(`${dataset}: is no published dataset of sellers, and cannot lie in buckets`);
  const number = `lpad(CAST((${firstByte}) % ${buckets} AS VARCHAR), 2, '0')`;
  const name = `${number} || '${bucketName(0, buckets).slice(2)}'`;
  return `SELECT answer.*, ${name} AS bucket FROM (\n${select.replace(LAST_ORDER, '')}\n) AS answer ORDER BY bucket, ${key}`;
}
