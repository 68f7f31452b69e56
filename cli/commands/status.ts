import type { Command } from 'commander';
import { daysBetween } from '../../contracts/days.js';
import type { Failure } from '../../contracts/run/failure.js';
import { failureKey, manifestKey, POINTER, runOfOpenedKey, STORE } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { formatFor } from '../../wording/format.js';
import { table } from '../table.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';

interface RunLine {
  run_id: string;
  run_date: string;
  state: 'published' | 'finished' | 'failed' | 'unfinished';
  sellers: number | null;
  because: string | null;
}

const format = formatFor('en-GB');

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what is published, which runs there are, and how old they are')
    .addOption(storeOption())
    .option('--json', 'print as JSON', false)
    .action(async (options: { json: boolean }, command: Command) => {
      const { store, name, option } = await environmentOf(command);
      const pointer = await readJson<Pointer>(store, POINTER);
      const runs = await runsOf(store, pointer);
      // The command line may read a clock: an age is for the person who asks now.
      const today = new Date().toISOString().slice(0, 10);
      const age = (day: string): number => daysBetween(day, today);
      if (options.json) {
        const published = pointer ? { ...pointer, age_days: age(pointer.run_date) } : null;
        console.log(JSON.stringify({ published, runs: runs.map((run) => ({ ...run, age_days: age(run.run_date) })) }, null, 2));
        return;
      }
      if (!pointer) console.log(`Nothing is published in ${name} yet; run "npm run nightly${option && ` --${option}`}".`);
      else {
        const versions = Object.entries(pointer.policy_versions).map(([name, version]) => `${name} ${version}`);
        console.log(`Published: run ${pointer.run_id}, ${age(pointer.run_date)} days old, policy ${versions.join(', ')}`);
      }
      if (runs.length > 0)
        console.log(
          `\n${table(
            ['run', 'state', 'sellers', 'days old'],
            runs.map((run) => [
              run.run_id,
              run.because ? `${run.state}: ${run.because}` : run.state,
              run.sellers === null ? '' : format.count(run.sellers),
              String(age(run.run_date)),
            ]),
          )}`,
        );
    });
}

async function runsOf(store: ObjectStore, pointer: Pointer | undefined): Promise<RunLine[]> {
  const lines: RunLine[] = [];
  for (const { key } of await store.list(STORE.runs)) {
    const found = runOfOpenedKey(key);
    if (!found) continue;
    const { prefix, run_id, run_date } = found;
    const manifest = await readJson<Manifest>(store, manifestKey(prefix));
    const failure = await readJson<Failure>(store, failureKey(prefix));
    const state = run_id === pointer?.run_id ? 'published' : manifest ? 'finished' : failure ? 'failed' : 'unfinished';
    lines.push({
      run_id,
      run_date,
      state,
      sellers: manifest?.datasets.scorecards?.rows ?? null,
      because: failure?.message.split('\n')[0]?.slice(0, 80) ?? null,
    });
  }
  return lines;
}
