/**
 * A process that sends shards of a plan in the order given, over a mail system that notes who got one. Started again after it was killed,
 * it goes on with the shard that it was at, as the workflow does.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { FolderStore } from '../../../infra/local/object-store.js';
import { FileLedger } from '../../../infra/local/send-ledger.js';
import { sendEmails } from '../../../lambdas/send-emails/send-emails.js';
import type { Mailer } from '../../../lambdas/shared/mailer.js';
import { compose, messageIdOf } from '../../../lambdas/shared/mime.js';

const [folder, prefix, went, finished, ...shards] = process.argv.slice(2) as [string, string, string, string, ...string[]];
const done = new Set(existsSync(finished) ? readFileSync(finished, 'utf8').split('\n') : []);
const store = new FolderStore(folder);
/** The mail as it would go out, and a line of who got it: written at once, or not at all where the process is killed before. */
const mailer: Mailer = {
  async send(message) {
    const size = (await compose(message)).length;
    appendFileSync(went, `${message.key.recipient} ${size}\n`);
    return { kind: 'sent', messageId: messageIdOf(message) };
  },
};
for (const shard of shards) {
  if (done.has(shard)) continue;
  await sendEmails({ store, ledger: new FileLedger(store), mailer, prefix, shard });
  appendFileSync(finished, `${shard}\n`);
}
