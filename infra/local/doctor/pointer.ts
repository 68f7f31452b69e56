/** The one object that says which run readers see. */
import { manifestKey, POINTER } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import type { Pointer } from '../../../contracts/run/pointer.js';
import { movePointer } from '../../../lambdas/publish/publish.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { readJson } from '../../../lambdas/shared/object-store.js';
import { need, readPolicies } from '../../../lambdas/shared/read-run-files.js';
import { AT_ONCE, type Finding, type Look, type Ward } from './finding.js';
import { finishedRuns, jsonProblem } from './the-runs.js';

export const lookAtPointer: Look = async (ward) => {
  const { store } = ward;
  const problem = await jsonProblem(store, POINTER);
  const runs = await finishedRuns(store);
  if (problem === 'is gone' && runs.length === 0) return [];
  const pointer = problem === undefined ? await readJson<Pointer>(store, POINTER) : undefined;
  const unseen = pointer && (await unreadable(ward, pointer.prefix));
  const found = problem ?? (unseen && `shows run ${pointer?.run_id}, which cannot be read (${unseen})`);
  if (found === undefined) return [];
  return [
    await findingOf(
      ward,
      found,
      runs.map(({ prefix }) => prefix).filter((prefix) => prefix !== pointer?.prefix),
    ),
  ];
};

async function findingOf(ward: Ward, found: string, prefixes: readonly string[]): Promise<Finding> {
  const { store, aside } = ward;
  const means = 'readers, mails and the dashboard cannot tell which run is published';
  const newest = await newestWhole(ward, prefixes);
  if (newest)
    return {
      ...{ key: POINTER, found, means },
      way: `shows run ${newest.run_id}, the newest that can be read; "scorecards publish --run R" shows another`,
      async mend() {
        const body = (await store.read(POINTER))?.body;
        if (body) await store.write(`${aside.folder}${POINTER}`, body);
        await movePointer(store, newest, { backwards: true });
      },
    };
  const night = 'no other run can be read: run a night ("npm run nightly"), which publishes one';
  if (found.startsWith('shows')) return { key: POINTER, found, means, way: night };
  if (found === 'is gone') return { key: POINTER, found, means, way: night };
  return { ...{ key: POINTER, found, means }, way: `moves it away; ${night}`, mend: () => aside.take(POINTER, found) };
}

async function newestWhole(ward: Ward, prefixes: readonly string[]): Promise<Manifest | undefined> {
  for (const prefix of [...prefixes].reverse())
    if ((await unreadable(ward, prefix)) === undefined) return readJson<Manifest>(ward.store, manifestKey(prefix));
  return undefined;
}

/** What of a run readers cannot read. why not all of the run: a ledger that is lost stops the next night's short way, and no reader. */
async function unreadable({ store }: Ward, prefix: string): Promise<string | undefined> {
  try {
    const { datasets } = await need<Manifest>(store, manifestKey(prefix));
    await readPolicies(store, prefix);
    const files = Object.values(datasets).flatMap(({ files }) => files.filter((key) => key.startsWith(`${prefix}/`)));
    const problems = await inTurns(files, AT_ONCE, async (key) => {
      const problem = await store.parquetProblem(key);
      return problem && `${key}: ${problem}`;
    });
    return problems.find((problem) => problem !== undefined);
  } catch (error) {
    return (error as Error).message.split(';')[0];
  }
}
