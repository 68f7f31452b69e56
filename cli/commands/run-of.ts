import { POINTER } from '../../contracts/run/keys.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { checkDay } from './options.js';

/** Prefix of the run that is published, or of the newest one of a day. Throws UsageError, naming the next step, when there is none. */
export async function runOf(store: ObjectStore, where: { name: string; option: string; date?: string }): Promise<string> {
  const { name, option } = where;
  if (where.date) {
    const day = checkDay('--date', where.date);
    const run = (await publishedRuns(store)).findLast((published) => published.run_date === day);
    if (!run)
      throw new UsageError(
        `--date ${day}: no run of that day passed its gate in ${name}; run "npm run nightly --${option} --date ${day}" first`,
      );
    return run.prefix;
  }
  const pointer = await readJson<Pointer>(store, POINTER);
  if (!pointer)
    throw new UsageError(`${name}: nothing is published there yet; run "npm run nightly${option && ` --${option}`}" first`);
  return pointer.prefix;
}
