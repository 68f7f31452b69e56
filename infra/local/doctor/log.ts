/** The log of finished runs, by which nights and readers find them. */
import { POINTER, PUBLISHED_LOG, planKey, publishedLogKey } from '../../../contracts/run/keys.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import type { PublishedLog } from '../../../contracts/run/published-log.js';
import { readJson, toJson } from '../../../lambdas/shared/object-store.js';
import type { Finding, Look, Ward } from './finding.js';
import { finishedRuns, jsonProblem, type SomeRun } from './the-runs.js';

export const lookAtLog: Look = async (ward) => {
  const { store } = ward;
  const runs = await finishedRuns(store);
  const lines = await Promise.all(runs.map((run) => lineFinding(ward, run, runs)));
  const named = new Set(runs.map(({ run_date, seq }) => publishedLogKey(run_date, seq)));
  const strays = (await store.list(PUBLISHED_LOG)).filter(({ key }) => !named.has(key));
  return [
    ...lines.flat(),
    ...strays.map(({ key }) => ({
      ...{ key, found: 'is no line of the log', means: 'its name is not that of a run' },
      way: 'moves it away',
      mend: () => ward.aside.take(key, 'is no line of the log'),
    })),
  ];
};

async function lineFinding(ward: Ward, run: SomeRun, runs: readonly SomeRun[]): Promise<Finding[]> {
  const { store, aside } = ward;
  const key = publishedLogKey(run.run_date, run.seq);
  if (run.keys.size === 0) {
    const found = `names run ${run.run_id}, of which nothing is in the store`;
    const way = `moves the line away; "npm run nightly -- --date ${run.run_date}" makes the run of that day anew`;
    return [{ key, found, means: 'every night passes that run over', way, mend: () => aside.take(key, found) }];
  }
  const problem = await jsonProblem(store, key);
  const wrong =
    problem ?? ((await readJson<PublishedLog>(store, key))?.prefix === run.prefix ? undefined : 'is not what it must be');
  if (wrong === undefined) return [];
  return [
    {
      key,
      found: wrong,
      means: `nights and readers ${run.logged ? 'cannot tell what became of' : 'do not find'} run ${run.run_id}`,
      way: 'writes it anew from the run',
      async mend() {
        const moved = await wasShown(ward, run, runs);
        await aside.take(key, wrong);
        const line: PublishedLog = { run_id: run.run_id, prefix: run.prefix, moved };
        await store.write(key, toJson(line));
      },
    },
  ];
}

/**
 * Whether readers came to see a run. Mails are planned for no other. why not true where nothing tells: sellers would be written to
 * about a run that nobody saw.
 */
async function wasShown({ store }: Ward, run: SomeRun, runs: readonly SomeRun[]): Promise<boolean> {
  if (run.keys.has(planKey(run.prefix))) return true;
  const pointer = await readJson<Pointer>(store, POINTER).catch(() => undefined);
  if (pointer) return [pointer.run_id, pointer.previous_run_id].includes(run.run_id);
  return run.prefix === runs.at(-1)?.prefix;
}
