/** What the readers of each region find of finished runs: an index, and files of which the run's work still holds what they were made of. */
import { manifestKey, readersIndexKey, readersOfRun, STORE } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import type { ReadersIndex } from '../../../contracts/run/teams.js';
import { finishedRun } from '../../../lambdas/publish/publish.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { readJson, toJson } from '../../../lambdas/shared/object-store.js';
import { AT_ONCE, type Finding, type Look, type Ward } from './finding.js';
import { finishedRuns, jsonProblem, type SomeRun } from './the-runs.js';

export const lookAtReaders: Look = async (ward) => {
  const known = await ward.aside.known();
  const version = new Map((await ward.store.list(STORE.published)).map((object) => [object.key, object.version]));
  const findings: Finding[] = [];
  for (const run of await finishedRuns(ward.store)) {
    const manifest = await readJson<Manifest>(ward.store, manifestKey(run.prefix)).catch(() => undefined);
    // Of a run of an earlier version there is none; and of one that cannot be read, others say so.
    const readers = manifest?.regions && (await finishedRun(ward.store, run.prefix).catch(() => undefined))?.readers;
    if (!readers) continue;
    const { indexes, copies } = readers;
    const wrong = await inTurns(indexes, AT_ONCE, (index) => indexFinding(ward, run, index));
    const bad = await inTurns(copies, AT_ONCE, async ({ from, to }) => {
      if (!version.has(to) && known.has(to)) return [];
      const { problem } = await ward.rows.of(to, version.get(to) ?? 'gone');
      return problem === undefined ? [] : [await fileFinding(ward, run, { from, to, problem })];
    });
    findings.push(...wrong.flat(), ...bad.flat());
  }
  return findings;
};

const meansOf = ({ run_id }: SomeRun, key: string): string =>
  `readers of ${key.slice(readersOfRun(run_id).length).split('/')[0]} do not see all of run ${run_id}`;

async function indexFinding({ store, aside }: Ward, run: SomeRun, index: ReadersIndex): Promise<Finding[]> {
  const key = readersIndexKey(run.run_id, index.region);
  const problem = await jsonProblem(store, key);
  const body = toJson(index);
  if (problem === undefined && (await isAsMade(store, key, index))) return [];
  const found = problem ?? 'is not what it must be';
  return [
    {
      ...{ key, found, means: meansOf(run, key), way: 'writes it anew from what its tasks left' },
      async mend() {
        await aside.take(key, found);
        await store.write(key, body);
      },
    },
  ];
}

/** An index of an earlier version says nothing of the run, and is whole without. */
async function isAsMade(store: Ward['store'], key: string, index: ReadersIndex): Promise<boolean> {
  const found = (await store.read(key))?.body.toString('utf8');
  const { run: _, policies: __, ...earlier } = index;
  return found === toJson(index) || found === toJson(earlier);
}

async function fileFinding(
  { store, rows, aside }: Ward,
  run: SomeRun,
  { from, to, problem }: { from: string; to: string; problem: string },
): Promise<Finding> {
  const [work] = await store.list(from);
  const whole = work !== undefined && (await rows.of(from, work.version)).problem === undefined;
  const away = problem === 'is gone' ? 'notes that it is lost' : 'moves it away';
  return {
    ...{ key: to, found: problem, means: meansOf(run, to) },
    way: whole
      ? 'puts it there anew from what the night worked with'
      : `${away}; "npm run nightly -- --date ${run.run_date}" makes the run of that day anew`,
    async mend() {
      await aside.take(to, problem);
      if (whole) await store.copy(from, to);
    },
  };
}
