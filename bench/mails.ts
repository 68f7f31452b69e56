/**
 * `npm run bench:mails -- --store data/store`: how many scorecard mails a second of one core's time are read, rendered and handed to a
 * mailer that drops them. Every seller of the newest published run, twice: the first round also warms up. Nothing is sent or written.
 */
import { parseArgs } from 'node:util';
import type { MailShard } from '../contracts/run/mail-plan.js';
import { FolderStore } from '../infra/local/object-store.js';
import { sendEmails } from '../lambdas/send-emails/send-emails.js';
import { toJson } from '../lambdas/shared/object-store.js';
import { publishedRuns } from '../lambdas/shared/read-run-files.js';
import { openRun } from '../lambdas/shared/run-reader.js';
import type { SendLedger } from '../lambdas/shared/send-ledger.js';

const { values } = parseArgs({ options: { store: { type: 'string', default: 'data/store' } } });

/** A store that has one more object, and into which nothing is written. */
class OneMore extends FolderStore {
  object: { key: string; text: string } | undefined;
  override async read(key: string) {
    return key === this.object?.key ? { body: Buffer.from(this.object.text), etag: 'bench' } : super.read(key);
  }
  override async write() {}
}

const store = new OneMore(values.store);
const run = (await publishedRuns(store)).at(-1);
if (!run) throw new Error(`${values.store}: nothing is published there; run a night first`);
const cards = await (await openRun(store, run.prefix)).columns('scorecards', ['seller_id', 'programme']);
const mails = [...Map.groupBy(cards, ({ seller_id }) => String(seller_id))].map(([seller_id, own]) => ({
  ...{ campaign: 'scorecard' as const, period: 'bench', seller_id },
  programmes: own.map(({ programme }) => String(programme)),
}));
const key = `${run.prefix}/bench.json`;
store.object = { key, text: toJson({ plan_id: 'bench', mails } satisfies MailShard) };

const nothing = async () => undefined;
const ledger = {
  claim: async () => 'claimed',
  markSent: nothing,
  markFailed: nothing,
  markInDoubt: nothing,
} as unknown as SendLedger;
for (const round of ['cold', 'warm']) {
  const sizes: number[] = [];
  const mailer = {
    send: async ({ html }: { html: string }) =>
      ({ kind: 'sent', messageId: String(sizes.push(Buffer.byteLength(html))) }) as const,
  };
  const since = process.cpuUsage();
  await sendEmails({ store, ledger, mailer, prefix: run.prefix, shard: key });
  const { user, system } = process.cpuUsage(since);
  const seconds = (user + system) / 1e6;
  console.log(
    `${round}: ${sizes.length} mails, ${(sizes.length / seconds).toFixed(0)} a second of processor time; HTML of ${(Math.max(...sizes) / 1000).toFixed(1)} kB at most`,
  );
}
