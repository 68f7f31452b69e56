/**
 * Real processes of the command line, killed at random moments and met by other
 * faults of a machine. `npm run soak:kills` does more of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, makeGround } from './ground.js';
import { runKills, tallyTable } from './run-kills.js';
import { runMachine } from './run-machine.js';

const SEED = Number(process.env.FAULTS_SEED ?? 1);
/** why 100: each kind of command is killed some ten times, within five minutes. */
const KILLS = 100;

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

  it('whatever the machine refuses, a command ends in seconds with what to do, and goes on well on a sound machine', async () => {
    const broken: string[] = [];
    const asked = { seed: SEED, times: 1, broke: (what: string) => void broken.push(what), skipped: console.log };
    console.log(`FAULTS_SEED=${SEED}\n${tallyTable(await runMachine(ground, asked))}`);
    expect(broken).toEqual([]);
  });
});
