/** A plan's mails sent by several senders at once that are killed again and again, and what became of each mail. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { doneKey } from '../../../contracts/run/keys.js';
import type { MailReport, MailShard } from '../../../contracts/run/mail-plan.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { planEmails } from '../../../lambdas/plan-emails/plan-emails.js';
import { readJson } from '../../../lambdas/shared/object-store.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { builtInto } from '../built-entry.js';
import { Random } from '../random.js';

export interface Became {
  planned: number;
  went_out: number;
  /** Recipients who got more than one. */
  twice: string[];
  /** Not gone out, and said so in a report: in doubt, or not sent. */
  told: number;
  /** Went out, and nobody knows: killed between the mail and its mark. */
  went_and_in_doubt: number;
  /** Not gone out, and nothing says so. */
  lost: string[];
  kills: number;
  largest_bytes: number;
  seconds: number;
}

/**
 * Sends the mails of the run under `prefix` by so many senders at once, every second of them from the last shard back, killed
 * (SIGKILL) so often at random moments and started again. Then one more sender goes through all, undisturbed, as `mails` does.
 *
 * @param asked.within_ms a kill comes after at most so long
 */
export async function sendUnderFire(
  folder: string,
  prefix: string,
  asked: { seed: number; senders: number; kills: number; within_ms: number },
): Promise<Became> {
  const built = await builtInto({ sender: join(import.meta.dirname, 'sender.ts') });
  try {
    const started = performance.now();
    const store = new FolderStore(folder);
    const { shards } = await planEmails({ store, prefix });
    const went = join(folder, 'went-out');
    const random = new Random(asked.seed);
    let left = asked.kills;
    let kills = 0;
    const send = (some: readonly string[], who: string, ms?: number): Promise<boolean> =>
      run([join(built, 'sender.mjs'), folder, prefix, went, join(folder, `finished-${who}`), ...some], ms);
    const sender = async (n: number): Promise<void> => {
      const mine = n % 2 ? [...shards].reverse() : shards;
      for (;;) {
        const fatal = left > 0;
        if (fatal) left -= 1;
        if (await send(mine, String(n), fatal ? random.upTo(asked.within_ms) : undefined)) return;
        kills += 1;
      }
    };
    await Promise.all(Array.from({ length: asked.senders }, (_, n) => sender(n)));
    await send(shards, 'last');
    const seconds = (performance.now() - started) / 1000;
    return { ...(await whatBecame(store, shards, await readFile(went, 'utf8'))), kills, seconds };
  } finally {
    await rm(built, { recursive: true, force: true });
  }
}

async function whatBecame(
  store: FolderStore,
  shards: readonly string[],
  log: string,
): Promise<Omit<Became, 'kills' | 'seconds'>> {
  const times = new Map<string, number>();
  let largest = 0;
  for (const line of log.trimEnd().split('\n')) {
    const [recipient = '', bytes] = line.split(' ');
    times.set(recipient, (times.get(recipient) ?? 0) + 1);
    largest = Math.max(largest, Number(bytes));
  }
  const became = { planned: 0, told: 0, went_and_in_doubt: 0, lost: [] as string[] };
  for (const shard of shards) {
    const { mails } = await need<MailShard>(store, shard);
    const report = await readJson<MailReport>(store, doneKey(shard));
    const open = new Set([...(report?.open.map(({ recipient }) => recipient) ?? []), ...(report?.withheld_from ?? [])]);
    for (const { seller_id } of mails) {
      became.planned += 1;
      if (times.has(seller_id)) became.went_and_in_doubt += open.has(seller_id) ? 1 : 0;
      else if (open.has(seller_id)) became.told += 1;
      else became.lost.push(seller_id);
    }
  }
  const twice = [...times].filter(([, n]) => n > 1).map(([recipient]) => recipient);
  return { ...became, went_out: times.size, twice, largest_bytes: largest };
}

/** Whether it ended by itself; a failure of its own is an error. */
function run(args: readonly string[], ms: number | undefined): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const dead = ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), ms);
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(dead);
      if (code !== 0 && signal !== 'SIGKILL') failed(new Error(`a sender ended with ${code ?? signal}: ${err.slice(0, 2_000)}`));
      else ended(signal !== 'SIGKILL');
    });
  });
}
