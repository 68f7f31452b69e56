import { bucketOf } from '../../contracts/run/buckets.js';
import type { PlannedMail } from '../../contracts/run/mail-plan.js';

/** why: a shard of 500 mails takes some seconds; a lost one costs little. */
const MAILS_PER_SHARD = 500;
/**
 * why 60: beyond 30,000 mails shards grow instead, as far as there is time to send them. Two shards beside each other are never both half
 * empty, so that there are at most about twice as many: 120 keys of about 45 bytes keep the workflow's state under 8 kB.
 */
const SHARDS = 60;
/** Seconds in which a shard is to be sent. why 600: its function has 900, and reads its rows and waits for a slow SES in the others. */
export const SHARD_SECONDS = 600;
/**
 * Mails a second that a function sends at most, whatever the account may. why 20: a mail takes 10 ms of a core to write, and 70 ms to be
 * claimed, sent and marked; four at once are 50 a second, of which we count on less than half.
 */
const FASTEST = 20;

/** How many mails a function that may send so many a second sends in its time: at 14 a second among four, 2,100. */
export const mostInTime = (perSecond: number): number => Math.max(1, Math.floor(Math.min(perSecond, FASTEST) * SHARD_SECONDS));

/**
 * Cuts mails, sorted by seller, into shards that each read whole buckets: small ones share a shard, and one is split only if it has
 * more mails than a shard holds.
 *
 * @param most mails that a shard may hold, where sending is bounded
 */
export function cutIntoShards(mails: readonly PlannedMail[], buckets: number, most = Number.POSITIVE_INFINITY): PlannedMail[][] {
  const size = Math.min(most, Math.max(MAILS_PER_SHARD, Math.ceil(mails.length / SHARDS)));
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
