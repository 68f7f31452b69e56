import type { Command } from 'commander';
import { daysBetween } from '../../contracts/days.js';
import type { Failure } from '../../contracts/run/failure.js';
import { failureKey, manifestKey, POINTER, runOfOpenedKey, STORE } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { ObjectDamaged } from '../../lambdas/shared/damaged.js';
import { type MailStage, mailStageOf, openMails } from '../../lambdas/shared/mail-stage.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { formatFor } from '../../wording/format.js';
import { linesOfOpenMails } from '../open-mails.js';
import { table } from '../table.js';
import { environmentOf } from './environment.js';
import { storeOption } from './options.js';

interface RunLine {
  run_id: string;
  run_date: string;
  state: 'published' | 'finished' | 'failed' | 'unfinished' | 'damaged';
  sellers: number | null;
  because: string | null;
  /** How far its mails came; none where it was to mail nobody. */
  mails: MailStage;
}

const format = formatFor('en-GB');
const NO_MAILS: MailStage = { state: 'none', not_sent: 0, in_doubt: 0 };

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what is published, which runs there are, and how old they are')
    .addOption(storeOption())
    .option('--json', 'print as JSON', false)
    .action(async (options: { json: boolean }, command: Command) => {
      const { store, name, option } = await environmentOf(command);
      // What is damaged is told at the end; the way out may need the runs that are listed here.
      let damaged: ObjectDamaged | undefined;
      const pointer = await readJson<Pointer>(store, POINTER).catch((error) => {
        if (!(error instanceof ObjectDamaged)) throw error;
        damaged = error;
        return undefined;
      });
      const runs = await runsOf(store, pointer);
      // The command line may read a clock: an age is for the person who asks now.
      const today = new Date().toISOString().slice(0, 10);
      const age = (day: string): number => daysBetween(day, today);
      if (options.json) {
        const published = pointer ? { ...pointer, age_days: age(pointer.run_date) } : null;
        console.log(JSON.stringify({ published, runs: runs.map((run) => ({ ...run, age_days: age(run.run_date) })) }, null, 2));
        return;
      }
      if (damaged) console.log('Published: cannot be told.');
      else if (!pointer) console.log(`Nothing is published in ${name} yet; run "npm run nightly${option && ` --${option}`}".`);
      else {
        const versions = Object.entries(pointer.policy_versions).map(([name, version]) => `${name} ${version}`);
        console.log(`Published: run ${pointer.run_id}, ${age(pointer.run_date)} days old, policy ${versions.join(', ')}`);
      }
      if (runs.length > 0)
        console.log(
          `\n${table(
            ['run', 'state', 'sellers', 'mails', 'days old'],
            runs.map((run) => [
              run.run_id,
              run.because ? `${run.state}: ${run.because}` : run.state,
              run.sellers === null ? '' : format.count(run.sellers),
              mailsInWords(run.mails),
              String(age(run.run_date)),
            ]),
          )}`,
        );
      if (damaged) throw damaged;
      for (const open of await openMails(store)) for (const line of linesOfOpenMails(open, option)) console.log(`\n${line}`);
    });
}

/** Short, for a column. */
function mailsInWords({ state, not_sent, in_doubt }: MailStage): string {
  if (state === 'none') return '';
  if (state === 'not_done') return 'not done';
  const open = [
    ...(not_sent ? [`${format.count(not_sent)} not sent`] : []),
    ...(in_doubt ? [`${format.count(in_doubt)} in doubt`] : []),
  ];
  return open.join(', ') || 'done';
}

async function runsOf(store: ObjectStore, pointer: Pointer | undefined): Promise<RunLine[]> {
  const lines: RunLine[] = [];
  for (const { key } of await store.list(STORE.runs)) {
    const found = runOfOpenedKey(key);
    if (!found) continue;
    lines.push(
      await lineOf(store, found, pointer).catch((error) => {
        if (!(error instanceof ObjectDamaged)) throw error;
        const { run_id, run_date } = found;
        return { run_id, run_date, state: 'damaged', sellers: null, because: error.message, mails: NO_MAILS } as const;
      }),
    );
  }
  return lines;
}

async function lineOf(
  store: ObjectStore,
  { prefix, run_id, run_date, seq }: NonNullable<ReturnType<typeof runOfOpenedKey>>,
  pointer: Pointer | undefined,
): Promise<RunLine> {
  const manifest = await readJson<Manifest>(store, manifestKey(prefix));
  const failure = await readJson<Failure>(store, failureKey(prefix));
  return {
    ...{ run_id, run_date },
    state: run_id === pointer?.run_id ? 'published' : manifest ? 'finished' : failure ? 'failed' : 'unfinished',
    sellers: manifest?.datasets.scorecards?.rows ?? null,
    mails: await mailStageOf(store, { prefix, run_date, seq }),
    because: failure?.message.split('\n')[0]?.slice(0, 80) ?? null,
  };
}
