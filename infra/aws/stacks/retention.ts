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
/** Days. why 30: no night reads an older run; people who look back do, at 0.03 USD per GB. Standard-IA takes nothing younger. */
export const RUN_IS_RARELY_READ = 30;
/** Days. why: S3 takes the price of so many days for whatever moves there, however soon it goes. */
const STANDARD_IA_BILLS = 30;
const GLACIER_IR_BILLS = 90;

/**
 * Where what was a run goes that is kept so long: to Glacier Instant Retrieval, which costs a fifth of Standard and opens as fast, if it lies
 * there for all days that are billed; else to Standard-IA, for half. S3 leaves objects below 128 kB where they are, and from there on
 * a year saves what the move costs.
 */
export function whereRunsGo(kept: number): s3.StorageClass | undefined {
  if (kept >= RUN_IS_RARELY_READ + GLACIER_IR_BILLS) return s3.StorageClass.GLACIER_INSTANT_RETRIEVAL;
  return kept >= RUN_IS_RARELY_READ + STANDARD_IA_BILLS ? s3.StorageClass.INFREQUENT_ACCESS : undefined;
}

const movesTo = (storageClass: s3.StorageClass | undefined, after: number): Pick<s3.LifecycleRule, 'transitions'> =>
  storageClass ? { transitions: [{ storageClass, transitionAfter: Duration.days(after) }] } : {};

export function landingRules(keep: Settings['keep']): s3.LifecycleRule[] {
  // why not Glacier Instant Retrieval: a new version may accept all of it anew.
  const stays = keep.landing === undefined || keep.landing >= LANDED_IS_RARELY_READ + STANDARD_IA_BILLS;
  const moved = movesTo(stays ? s3.StorageClass.INFREQUENT_ACCESS : undefined, LANDED_IS_RARELY_READ);
  return [
    leftovers(keep),
    ...(moved.transitions ? [{ id: 'rarely-read', ...moved }] : []),
    ...(keep.landing === undefined ? [] : [{ id: 'landed', expiration: Duration.days(keep.landing) }]),
  ];
}

/** What readers see. why its old versions stay longer: it may be wanted back. */
const seen = (prefix: string, days: number, { oldVersions }: Settings['keep']): s3.LifecycleRule => ({
  ...goes(prefix, days),
  ...movesTo(whereRunsGo(days), RUN_IS_RARELY_READ),
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
