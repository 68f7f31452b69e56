import { bucketOf } from '../../contracts/run/buckets.js';
import type { PlannedMail } from '../../contracts/run/mail-plan.js';

/** why: a shard of 500 mails takes some seconds; a lost one costs little. */
const MAILS_PER_SHARD = 500;
/**
 * why 60: beyond 30,000 mails shards grow instead. Two shards beside each other are never both half empty, so that there are at
 * most about twice as many: 120 keys of about 45 bytes keep the workflow's state under 8 kB.
 */
const SHARDS = 60;

/**
 * Cuts mails, sorted by seller, into shards that each read whole buckets: small ones share a shard, and one is split only if it has
 * more mails than a shard holds.
 */
export function cutIntoShards(mails: readonly PlannedMail[], buckets: number): PlannedMail[][] {
  const size = Math.max(MAILS_PER_SHARD, Math.ceil(mails.length / SHARDS));
  const shards: PlannedMail[][] = [];
  let open: PlannedMail[] = [];
  for (const bucket of byBucket(mails, buckets)) {
    if (bucket.length > size) {
      for (let from = 0; from < bucket.length; from += size) shards.push(bucket.slice(from, from + size));
      continue;
    }
    if (open.length + bucket.length > size) {
      shards.push(open);
      open = [];
    }
    open.push(...bucket);
  }
  if (open.length > 0) shards.push(open);
  return shards.map((shard) => shard.sort((a, b) => (a.seller_id < b.seller_id ? -1 : 1)));
}

function byBucket(mails: readonly PlannedMail[], buckets: number): PlannedMail[][] {
  const found: PlannedMail[][] = Array.from({ length: buckets }, () => []);
  for (const mail of mails) found[bucketOf(mail.seller_id, buckets)]!.push(mail);
  return found;
}
