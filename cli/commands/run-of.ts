import type { Command } from 'commander';
import { manifestKey, POINTER, publishedLogKey, runPrefix } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import type { PublishedLog } from '../../contracts/run/published-log.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { openRun, type Run } from '../../lambdas/shared/run-reader.js';
import { environmentOf } from './environment.js';
import { checkDay } from './options.js';

/** A run that passed its gate, by its id. @throws UsageError naming the next step when there is none */
export async function finishedRun(
  store: ObjectStore,
  run_id: string,
  name: string,
): Promise<{ manifest: Manifest; log: PublishedLog | undefined }> {
  const found = run_id.match(/^(\d{4}-\d{2}-\d{2})-(\d{3,})$/);
  if (!found) throw new UsageError(`--run ${run_id}: is not a run id; "scorecards status" lists them`);
  const manifest = await readJson<Manifest>(store, manifestKey(runPrefix(found[1]!, found[2]!)));
  if (!manifest)
    throw new UsageError(`--run ${run_id}: did not pass its gate or is not in ${name}; "scorecards status" lists those that did`);
  return { manifest, log: await readJson<PublishedLog>(store, publishedLogKey(found[1]!, found[2]!)) };
}

/** Prefix of the run that is published, or of the newest one of a day. Throws UsageError, naming the next step, when there is none. */
export async function runOf(
  store: ObjectStore,
  where: { name: string; option: string; date?: string; asked?: '--date' | '--since' },
): Promise<string> {
  const { name, option, asked = '--date' } = where;
  if (where.date !== undefined) {
    const day = checkDay(asked, where.date);
    const run = (await publishedRuns(store)).findLast((published) => published.run_date === day);
    if (!run)
      throw new UsageError(
        `${asked} ${day}: no run of that day passed its gate in ${name}; run "npm run nightly --${option} --date ${day}" first`,
      );
    return run.prefix;
  }
  const pointer = await readJson<Pointer>(store, POINTER);
  if (!pointer)
    throw new UsageError(`${name}: nothing is published there yet; run "npm run nightly${option && ` --${option}`}" first`);
  return pointer.prefix;
}

/**
 * The run that is published, or the newest of `--date`, opened for a command that is about a dataset.
 *
 * @param lacked what a version without the dataset did not do, such as `looked for no leads`
 * @throws UsageError where there is no such run, or it has no such dataset
 */
export async function runWith(command: Command, date: string | undefined, dataset: string, lacked: string): Promise<Run> {
  const { store, name, option } = await environmentOf(command);
  const prefix = await runOf(store, { name, option, ...(date === undefined ? {} : { date }) });
  const run = await openRun(store, prefix);
  if (!run.has(dataset)) throw new UsageError(`${prefix}: is of a version that ${lacked}; run a night, then ask again`);
  return run;
}

/** Prefix of the run of this id; without one, of the run that is published. @throws UsageError */
export async function runNamed(store: ObjectStore, where: { name: string; option: string; run?: string }): Promise<string> {
  if (where.run === undefined) return runOf(store, where);
  return (await finishedRun(store, where.run, where.name)).manifest.prefix;
}
