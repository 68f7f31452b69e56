/**
 * `npm run soak:mails -- --store data/store --sellers 110000 --kills 40`: the sellers of a published run, repeated under other names,
 * each asking for a mail a day; two senders at once, killed again and again. FAULTS_SEED chooses the moments.
 */
import '../../../infra/local/set-environment-defaults.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { manySellers } from '../../../bench/many-sellers.js';
import { atLeast } from '../../../bench/options.js';
import { POINTER } from '../../../contracts/run/keys.js';
import { READ_BY_SELLERS_MAILS } from '../../../contracts/run/mail-facts.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { sendUnderFire } from './send-under-fire.js';

interface Options {
  store: string;
  sellers: number;
  kills: number;
  senders: number;
}

const { store, sellers, ...asked } = new Command('soak:mails')
  .description('Send very many mails by senders that are killed, and count what became of each.')
  .requiredOption('--store <dir>', 'store with a published run, as a night leaves it', 'data/store')
  .option(
    '--sellers <n>',
    'sellers of the run, repeated under other names; those with an address get a mail',
    atLeast(1),
    110_000,
  )
  .option('--kills <n>', 'so often a sender is killed', atLeast(0), 40)
  .option('--senders <n>', 'so many at once', atLeast(1), 2)
  .parse()
  .opts<Options>();

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2 ** 31);
console.log(`FAULTS_SEED=${seed}`);
const many = await mkdtemp(join(tmpdir(), 'many-mails-'));
try {
  const made = await manySellers(store, many, sellers, {
    datasets: READ_BY_SELLERS_MAILS,
    instead: { email_frequency: "'daily'" },
  });
  console.log(`${made} scorecards written`);
  const { prefix } = await need<Pointer>(new FolderStore(many), POINTER);
  const { twice, lost, ...became } = await sendUnderFire(many, prefix, { ...asked, seed, within_ms: 30_000 });
  console.table({ ...became, twice: twice.length, lost: lost.length, per_second: Math.round(became.went_out / became.seconds) });
  if (twice.length + lost.length > 0) {
    console.error(`DID NOT HOLD: twice ${twice.slice(0, 5)}, lost ${lost.slice(0, 5)}`);
    process.exitCode = 1;
  }
} finally {
  await rm(many, { recursive: true, force: true });
}
