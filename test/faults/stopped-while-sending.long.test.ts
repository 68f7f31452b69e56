/** A sender that dies at any operation of the store, while a seller stops mails: nobody gets two, none is lost in silence. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MailReport } from '../../contracts/run/mail-plan.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { FileLedger } from '../../infra/local/send-ledger.js';
import { planEmails } from '../../lambdas/plan-emails/plan-emails.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { asking, changePreferences } from '../../lambdas/shared/mail-preferences.js';
import type { Message } from '../../lambdas/shared/mailer.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { freshStore } from '../helpers/fresh-store.js';
import { mailRows, writeRun } from '../helpers/mail-run.js';

const STOPS = 'S-0003';

/** Does so many operations more, and then none ever again; as a process that is killed, it says nothing either. */
class Dying extends FolderStore {
  done = 0;
  constructor(
    root: string,
    private readonly operations: number,
  ) {
    super(root);
  }
  private live<T>(work: () => Promise<T>): Promise<T> {
    this.done += 1;
    return this.done > this.operations ? Promise.reject(new Error('killed')) : work();
  }
  override read(key: string) {
    return this.live(() => super.read(key));
  }
  override create(key: string, body: Buffer | string) {
    return this.live(() => super.create(key, body));
  }
  override replace(key: string, body: Buffer | string, etag: string) {
    return this.live(() => super.replace(key, body, etag));
  }
  override write(key: string, body: Buffer | string) {
    return this.live(() => super.write(key, body));
  }
}

it('kill a sender at every operation, let a seller stop mails, and send on: each mail once, in doubt, or withheld', async () => {
  const planned = await freshStore();
  const prefix = await writeRun(planned, { ...mailRows(), tier_changes: [] }, { run_date: '2026-11-18' });
  const shard = (await planEmails({ store: planned, prefix })).shards[0]!;
  let killed = 0;
  for (let operations = 0; ; operations++) {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-stopped-'));
    await cp(planned.root, folder, { recursive: true });
    const taken: string[] = [];
    const mailer = {
      send: async ({ key }: Message) => {
        taken.push(key.recipient);
        return { kind: 'sent' as const, messageId: key.recipient };
      },
    };
    const send = (store: ObjectStore) =>
      sendEmails({ store, ledger: new FileLedger(store), mailer, pause: async () => {}, prefix, shard });
    const dying = new Dying(folder, operations);
    const died = await send(dying).then(
      () => false,
      () => true,
    );
    const before = [...taken];
    const sound = new FolderStore(folder);
    await changePreferences(sound, STOPS, asking('off', 'one_click', '2026-11-18T23:00:00Z'));
    // Two who go on at once, as when a state is tried again although the first lives.
    await Promise.all([send(sound), send(sound)]);
    await send(sound);
    const at = `killed after ${operations} operations`;
    expect(new Set(taken).size, at).toBe(taken.length);
    const report = (await readJson<MailReport>(sound, shard.replace('.json', '.done.json')))!;
    const doubt = report.open.map(({ recipient, outcome }) => `${recipient} ${outcome}`);
    for (const seller of ['S-0001', 'S-0004'])
      expect(taken.includes(seller) || doubt.includes(`${seller} in_doubt`), `${at}: ${seller}`).toBe(true);
    expect(taken.includes(STOPS), at).toBe(before.includes(STOPS));
    expect(report.withheld_from ?? [], at).toEqual([STOPS]);
    await rm(folder, { recursive: true });
    if (!died) break;
    killed += 1;
  }
  expect(killed).toBeGreaterThan(12);
});
