/**
 * `npm run soak:kills -- --kills 1000 [--minutes 30] [--only "first night"]`; FAULTS_SEED chooses the moments.
 * `npm run soak:kills -- --machine 5` meets every other fault of a machine five times instead.
 */
import { parseArgs } from 'node:util';
import { makeGround } from './ground.js';
import { runKills, type Tally, tallyTable } from './run-kills.js';
import { runMachine } from './run-machine.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    only: { type: 'string' },
    minutes: { type: 'string' },
    machine: { type: 'string' },
  },
});
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2 ** 31);
console.log(`FAULTS_SEED=${seed}`);
const ground = await makeGround();
const started = performance.now();
let told = 0;
function broke(what: string): void {
  process.exitCode = 1;
  console.error(`DID NOT HOLD ${what}`);
}
function heard(soFar: readonly Tally[]): void {
  const tried = soFar.reduce((sum, one) => sum + one.tried, 0);
  // why every fifty: a line in two minutes.
  if (tried - told < 50) return;
  told = tried;
  console.log(`${tried} kills, ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
try {
  const asked = { seed, only: values.only, broke };
  const tallies = values.machine
    ? await runMachine(ground, { ...asked, times: Number(values.machine), skipped: console.log })
    : await runKills(ground, {
        ...asked,
        kills: Number(values.kills),
        minutes: values.minutes ? Number(values.minutes) : undefined,
        heard,
      });
  console.log(tallyTable(tallies));
} finally {
  await ground.gone();
}
