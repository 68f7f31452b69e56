/** What mails are made of: the roles of those who send them are made of these lists. */
import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import { READ_BY_DIGESTS } from '../../contracts/run/digests.js';
import { datasetFolder, manifestKey } from '../../contracts/run/keys.js';
import { READ_BY_SELLERS_MAILS } from '../../contracts/run/mail-facts.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendDigest } from '../../lambdas/send-digest/send-digest.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';
import { writeParquet } from '../helpers/write-parquet.js';

const WEDNESDAY = '2026-11-18';
/** Brings the digest. */
const SUNDAY = '2026-11-15';
const mailer = { send: async () => ({ kind: 'sent', messageId: 'm' }) as const };

/** A run that published every dataset there is, those that mails have no made rows of without a row. */
async function runOfAll(store: ObjectStore, run_date: string): Promise<string> {
  const prefix = await writeRun(store, mailRows(), { run_date });
  const manifest = (await readJson<Manifest>(store, manifestKey(prefix)))!;
  for (const [dataset, { columns }] of Object.entries(PUBLISHED)) {
    if (manifest.datasets[dataset]?.files.length) continue;
    const key = `${datasetFolder(prefix, dataset)}part-0.parquet`;
    await writeParquet(store, key, columns, []);
    manifest.datasets[dataset] = { files: [key], rows: 0, bytes: 0 };
  }
  await store.write(manifestKey(prefix), toJson(manifest));
  return prefix;
}

/** Datasets of the run that are opened while something is done. */
async function readWhile(
  store: ObjectStore,
  prefix: string,
  work: (watched: ObjectStore) => Promise<unknown>,
): Promise<string[]> {
  const read = new Set<string>();
  const watched = new Proxy(store, {
    get(target, name: keyof ObjectStore) {
      const found = target[name] as unknown;
      if (typeof found !== 'function') return found;
      return (...given: unknown[]) => {
        const dataset = name === 'toFile' ? String(given[0]).slice(datasetFolder(prefix, '').length - 1) : '';
        if (dataset) read.add(dataset.replace(/^\//, '').split('/')[0]!);
        return found.apply(target, given);
      };
    },
  });
  await work(watched);
  return [...read].sort();
}

describe('what mails are made of', () => {
  it('is, of the mails of sellers, what the role of their sender reads: neither less nor more', async () => {
    const store = await freshStore();
    const prefix = await runOfAll(store, WEDNESDAY);
    const { shards } = await planEmails({ store, prefix });
    expect(shards).toHaveLength(1);
    const given = { ledger: new FileLedger(store), mailer, prefix };
    const read = await readWhile(store, prefix, (watched) => sendEmails({ ...given, store: watched, shard: shards[0]! }));
    expect(read).toEqual([...READ_BY_SELLERS_MAILS].sort());
  });

  it('is, of digests, what the role of their sender reads; names of sellers and changes of tier where somebody moved', async () => {
    const store = await freshStore();
    const prefix = await runOfAll(store, SUNDAY);
    expect((await planEmails({ store, prefix })).digest).toBe(true);
    const given = { ledger: new FileLedger(store), mailer, prefix };
    const read = await readWhile(store, prefix, (watched) => sendDigest({ ...given, store: watched }));
    const whereSomebodyMoved = ['scorecards', 'tier_changes'];
    expect([...read, ...whereSomebodyMoved].sort()).toEqual([...READ_BY_DIGESTS].sort());
  });
});
