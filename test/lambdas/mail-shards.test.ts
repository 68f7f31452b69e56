/** How the mails of a night are shared out, and what each share of them reads. */
import { describe, expect, it } from 'vitest';
import { BUCKETED, bucketOf, filesOfSellers } from '../../contracts/run/buckets.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { MailShard, PlannedMail } from '../../contracts/run/mail-plan.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { TASKS } from '../../infra/aws/functions.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { cutIntoShards, mostInTime, SHARD_SECONDS } from '../../lambdas/plan-emails/cut-into-shards.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { sendEmails } from '../../lambdas/send-emails/handler.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const mailsTo = (sellers: number): PlannedMail[] =>
  Array.from({ length: sellers }, (_, n) => ({
    ...{ campaign: 'scorecard', period: '2026-W47', programmes: [] },
    seller_id: `S-${String(n).padStart(6, '0')}`,
  }));

const bucketsOfShard = (shard: PlannedMail[], of: number): Set<number> =>
  new Set(shard.map(({ seller_id }) => bucketOf(seller_id, of)));

describe('the shares into which mails are cut', () => {
  it.each([
    [4, 1],
    [4, 64],
    [1_400, 16],
    [9_000, 4],
    [31_000, 64],
  ])(
    'of %i mails in %i buckets read whole buckets; a bucket is split only where it has more mails than a share holds',
    (mails, of) => {
      const shards = cutIntoShards(mailsTo(mails), of);
      expect(shards.flatMap((shard) => shard.map(({ seller_id }) => seller_id)).sort()).toEqual(
        mailsTo(mails).map(({ seller_id }) => seller_id),
      );
      const holds = Math.max(500, Math.ceil(mails / 60));
      for (const shard of shards) {
        expect(shard.length).toBeLessThanOrEqual(holds);
        expect(shard.map(({ seller_id }) => seller_id)).toEqual(shard.map(({ seller_id }) => seller_id).sort());
      }
      const inBuckets = new Map<number, number>();
      for (const { seller_id } of mailsTo(mails))
        inBuckets.set(bucketOf(seller_id, of), (inBuckets.get(bucketOf(seller_id, of)) ?? 0) + 1);
      const read = shards.map((shard) => bucketsOfShard(shard, of));
      for (const [bucket, inBucket] of inBuckets) {
        const reading = read.filter((some) => some.has(bucket));
        expect(reading).toHaveLength(Math.ceil(inBucket / holds));
        if (reading.length > 1) for (const some of reading) expect(some.size).toBe(1);
      }
      expect(shards.length).toBeLessThanOrEqual(121);
    },
  );

  it.each([
    // The sandbox: 1 a second among four senders.
    [0.25, 150],
    [14 / 4, 2_100],
    // Beyond what a function can write, claim and mark.
    [500, 12_000],
    // Slower than any account is.
    [0.001, 1],
  ])('of a sender that may send %d a second hold no more than it sends in 600 of its 900 seconds: %i', (perSecond, most) => {
    expect(mostInTime(perSecond)).toBe(most);
    expect(TASKS.SendEmails!.timeout).toBeGreaterThanOrEqual(1.5 * SHARD_SECONDS);
    const mails = mailsTo(Math.min(4 * most + 1, 130_000));
    const shards = cutIntoShards(mails, 1, most);
    expect(shards.flat()).toHaveLength(mails.length);
    expect(Math.max(...shards.map((shard) => shard.length))).toBeLessThanOrEqual(most);
  });

  it('are those of the account’s rate when a night plans its mails', async () => {
    const store = await freshStore();
    const prefix = await writeRun(store, mailRows(), {});
    const mailer = { capacity: async () => ({ left: 'unlimited' as const, perSecond: 2 / 600 }) };
    const { shards, planned } = (await planEmails({ store, mailer })({ prefix })) as { shards: string[]; planned: number };
    expect({ shards: shards.length, planned }).toEqual({ shards: 2, planned: 3 });
  });

  it('are not opened for buckets without a mail', () => {
    expect(cutIntoShards([], 64)).toEqual([]);
  });
});

/** A store that notes which objects were opened as files. */
class NotingStore extends FolderStore {
  readonly opened: string[] = [];
  override toFile(key: string) {
    this.opened.push(key);
    return super.toFile(key);
  }
}

describe('a share of the mails', () => {
  async function sent(buckets: number) {
    const store = new NotingStore((await freshStore()).root);
    const prefix = await writeRun(store, mailRows(), { buckets });
    const { shards } = (await planEmails({ store })({ prefix })) as { shards: string[] };
    const messages: Message[] = [];
    store.opened.length = 0;
    const mailer = {
      send: async (message: Message) => {
        messages.push(message);
        return { kind: 'sent' as const, messageId: 'x' };
      },
    };
    await sendEmails({ store, ledger: new FileLedger(store), mailer, pause: async () => {} })({ prefix, shard: shards[0] });
    const { mails } = await need<MailShard>(store, shards[0]!);
    const { datasets } = await need<Manifest>(store, manifestKey(prefix));
    messages.sort((a, b) => (a.to < b.to ? -1 : 1));
    return { opened: store.opened, datasets, messages, sellers: mails.map(({ seller_id }) => seller_id) };
  }

  it('opens the files of its sellers’ buckets, each once, and no other of them', async () => {
    const { opened, datasets, sellers, messages } = await sent(16);
    expect(messages).toHaveLength(3);
    for (const dataset of BUCKETED.filter((name) => datasets[name])) {
      const { files } = datasets[dataset]!;
      const ofBuckets = filesOfSellers(files, sellers);
      expect(opened.filter((key) => files.includes(key)).sort(), dataset).toEqual(ofBuckets.sort());
    }
    expect(filesOfSellers(datasets.seller_metrics!.files, sellers).length).toBeLessThan(datasets.seller_metrics!.files.length);
  });

  it('opens each file once where nothing lies in buckets', async () => {
    const { opened, datasets } = await sent(1);
    for (const dataset of BUCKETED.filter((name) => datasets[name]))
      expect(
        opened.filter((key) => key.includes(`/${dataset}/`)),
        dataset,
      ).toHaveLength(1);
  });

  it('says the same, letter for letter, out of buckets and out of one file', async () => {
    const [many, one] = [await sent(16), await sent(1)];
    expect(many.messages.map(({ subject, text, html }) => [subject, text, html])).toEqual(
      one.messages.map(({ subject, text, html }) => [subject, text, html]),
    );
    expect(one.messages[0]!.text).toContain('DE-88107');
  });
});
