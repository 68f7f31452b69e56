/**
 * Real processes of the command line, killed at random moments and met by other
 * faults of a machine. `npm run soak:kills` does more of it.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manySellers } from '../../bench/many-sellers.js';
import { POINTER } from '../../contracts/run/keys.js';
import { READ_BY_SELLERS_MAILS } from '../../contracts/run/mail-facts.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { type Ground, makeGround } from './ground.js';
import { sendUnderFire } from './many-mails/send-under-fire.js';
import { runKills, tallyTable } from './run-kills.js';
import { runMachine } from './run-machine.js';
import { MONDAY } from './small-marketplace.js';

const SEED = Number(process.env.FAULTS_SEED ?? 1);
/** why 100: each kind of command is killed some ten times, within five minutes. */
const KILLS = 100;
/** why 1,500: some seconds of work for two senders, so that kills meet them at it. */
const MANY = 1_500;

describe('what machines do to nights', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await makeGround();
  });
  afterAll(() => ground?.gone());

  it('however often a command is killed, it ends in the same bytes, with no mail twice and none lost in silence', async () => {
    const broken: string[] = [];
    const tallies = await runKills(ground, { seed: SEED, kills: KILLS, broke: (what) => broken.push(what) });
    console.log(`FAULTS_SEED=${SEED}\n${tallyTable(tallies)}`);
    expect(broken).toEqual([]);
  });

  it('of many mails, sent by two who are killed again and again, none goes out twice and none is lost in silence', async () => {
    const many = join(ground.folder, 'many-mails');
    await manySellers(ground.stores[MONDAY]!, many, MANY, { datasets: READ_BY_SELLERS_MAILS });
    const { prefix } = await need<Pointer>(new FolderStore(many), POINTER);
    const became = await sendUnderFire(many, prefix, { seed: SEED, senders: 2, kills: 6, within_ms: 3_000 });
    console.log(became);
    expect(became).toMatchObject({ twice: [], lost: [], kills: 6 });
    expect(became.went_out + became.told).toBe(became.planned);
    expect(became.planned).toBeGreaterThan(MANY / 2);
  });

  it('whatever the machine refuses, a command ends in seconds with what to do, and goes on well on a sound machine', async () => {
    const broken: string[] = [];
    const asked = { seed: SEED, times: 1, broke: (what: string) => void broken.push(what), skipped: console.log };
    console.log(`FAULTS_SEED=${SEED}\n${tallyTable(await runMachine(ground, asked))}`);
    expect(broken).toEqual([]);
  });
});
