import { firstByteOfMd5 } from './first-byte-of-md5.js';
import type { InputTotals } from './inputs.js';
import { bucketOfKey } from './keys.js';

/** What mails and seller pages read seller by seller: each seller's rows lie in one bucket. */
export const BUCKETED: readonly string[] = [
  ...['scorecards', 'standings', 'seller_metrics', 'metric_standings', 'seller_weeks', 'early_warnings'],
  ...['outcome_details', 'mail_orders'],
];

/** why 64: UNLOAD writes at most 100 partitions, and a byte of a hash divides evenly by a power of two. */
const MOST_BUCKETS = 64;
/** why a million: a marketplace up to it has plain files, which any reader takes by `<dataset>/*.parquet`. */
const ACCEPTED_IN_PLAIN_FILES = 1_000_000;
/**
 * why 250,000: of a hundred rows 3 to 30 are listed with what proves them. Of some ten thousand in a bucket a page reads the footer and one
 * group, 70 kB, and of forty thousand twice that. Fewer a bucket cost more files, each a statement of some 20 ms.
 */
const ACCEPTED_PER_BUCKET = 250_000;

/**
 * How many buckets a run writes a dataset into; 1 leaves it as it is. By the accepted rows of all that is judged, every version of
 * them: they are known before the query, and are the same when it is tried again.
 */
export function bucketsOf(dataset: string, inputs: Pick<InputTotals, 'accepted'>): number {
  if (!BUCKETED.includes(dataset)) return 1;
  const accepted = ['orders', 'conversations', 'outcomes'].reduce((sum, name) => sum + (inputs.accepted[name]?.rows ?? 0), 0);
  if (accepted <= ACCEPTED_IN_PLAIN_FILES) return 1;
  let buckets = 1;
  while (buckets < MOST_BUCKETS && buckets * ACCEPTED_PER_BUCKET < accepted) buckets *= 2;
  return buckets;
}

/** The bucket of a seller, from 0. Both engines compute it alike (infra/shared/in-buckets.ts). */
export const bucketOf = (seller: string, of: number): number => firstByteOfMd5(seller) % of;

/** Into how many buckets the sellers of a dataset are spread, as its files say. */
export const bucketsIn = (files: readonly string[]): number => Math.max(1, ...files.map((key) => bucketOfKey(key)?.of ?? 1));

/** The files of a dataset that may hold rows of these sellers. */
export function filesOfSellers(files: readonly string[], sellers: Iterable<string>): string[] {
  const bytes = new Set(Array.from(sellers, firstByteOfMd5));
  return files.filter((key) => {
    const found = bucketOfKey(key);
    return !found || [...bytes].some((byte) => byte % found.of === found.bucket);
  });
}
