import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { STORE } from '../../../contracts/run/keys.js';
import { SUPERSEDED } from '../deployed-policies.js';
import type { Names } from '../names.js';
import type { Settings } from '../settings.js';

/**
 * What lies below a prefix goes after so many days. why its versions with it the day after: in a bucket with versions what expires becomes
 * an old version first, and would be paid for as long again as those of things that somebody may want back.
 */
const goes = (prefix: string, days: number): s3.LifecycleRule => ({
  id: prefix,
  prefix,
  expiration: Duration.days(days),
  noncurrentVersionExpiration: Duration.days(1),
});

/** What was overwritten or deleted, uploads that were never finished, and marks of deletion that mark nothing any more. */
const leftovers = ({ oldVersions }: Settings['keep']): s3.LifecycleRule => ({
  id: 'leftovers',
  // why 2 days: no upload of ours takes longer than the 8 hours of a night.
  abortIncompleteMultipartUploadAfter: Duration.days(2),
  noncurrentVersionExpiration: Duration.days(oldVersions),
  expiredObjectDeleteMarker: true,
});

/** Days. why 90: a landed file is read once, when it is new; later only a change of contract or region reads it again. */
const LANDED_IS_RARELY_READ = 90;

/** Where something goes that is rarely read, from which of its days on, and for how many days S3 takes the price whatever becomes of it. */
export interface Shelf {
  storageClass: s3.StorageClass;
  after: number;
  billed: number;
}
/**
 * Where runs go, the cheapest first. Both open as fast as Standard; S3 leaves objects below 128 kB where they are, and of larger ones a
 * year there saves more than the move costs. No night reads a run older than the one before it; whoever does pays 0.03 USD for a GB of the one, 0.01 of
 * the other.
 */
const SHELVES: readonly Shelf[] = [
  // why 7: a week that failed is mended, and a weekly look back is over.
  { storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, after: 7, billed: 90 },
  // why 30: it takes nothing younger.
  { storageClass: s3.StorageClass.INFREQUENT_ACCESS, after: 30, billed: 30 },
];

/** Where runs go that are kept so long: where they lie for all days that are billed. */
export const shelfOfRuns = (kept: number): Shelf | undefined => SHELVES.find(({ after, billed }) => kept >= after + billed);

const movesTo = (shelf: Pick<Shelf, 'storageClass' | 'after'> | undefined): Pick<s3.LifecycleRule, 'transitions'> =>
  shelf ? { transitions: [{ storageClass: shelf.storageClass, transitionAfter: Duration.days(shelf.after) }] } : {};

export function landingRules(keep: Settings['keep']): s3.LifecycleRule[] {
  // why not Glacier Instant Retrieval: a new version may accept all of it anew.
  const shelf = { storageClass: s3.StorageClass.INFREQUENT_ACCESS, after: LANDED_IS_RARELY_READ, billed: 30 };
  const moved = movesTo(keep.landing === undefined || keep.landing >= shelf.after + shelf.billed ? shelf : undefined);
  return [
    leftovers(keep),
    ...(moved.transitions ? [{ id: 'rarely-read', ...moved }] : []),
    ...(keep.landing === undefined ? [] : [{ id: 'landed', expiration: Duration.days(keep.landing) }]),
  ];
}

/** What readers see. why its old versions stay longer: it may be wanted back. */
const seen = (prefix: string, days: number, { oldVersions }: Settings['keep']): s3.LifecycleRule => ({
  ...goes(prefix, days),
  ...movesTo(shelfOfRuns(days)),
  noncurrentVersionExpiration: Duration.days(oldVersions),
});

/** Accepted rows, counts, receipts and ledger have no rule: they are the history. */
export const storeRules = (keep: Settings['keep'], names: Names): s3.LifecycleRule[] => [
  leftovers(keep),
  seen(STORE.runs, keep.runs, keep),
  // why 20: runs are named by their day. The pointer and the log of runs lie beside them and stay.
  seen(`${STORE.published}20`, keep.published, keep),
  goes(STORE.work, keep.work),
  goes(STORE.quarantine, keep.quarantine),
  // why 7 days: read by the state right after the query; a week leaves time to look into a failed night.
  goes(names.queryResults, 7),
  // why 30 days: whoever asked a question has kept the answer by then.
  goes(names.analystAnswers, 30),
  // why by a tag: policies in force may be a year old. why 30 days: each run keeps those that it was judged by.
  {
    id: names.policies,
    prefix: names.policies,
    expiration: Duration.days(30),
    tagFilters: { [SUPERSEDED.Key]: SUPERSEDED.Value },
  },
];
