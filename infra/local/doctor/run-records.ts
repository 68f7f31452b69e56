/** What a run is known by: its number, policies, facts, inputs and manifest. */
import { factsKey, inputsKey, manifestKey, openedKey, planKey, policiesKey } from '../../../contracts/run/keys.js';
import type { Opened } from '../../../contracts/run/opened.js';
import { inputsOf } from '../../../lambdas/plan-run/plan-run.js';
import { manifestOf } from '../../../lambdas/publish/publish.js';
import { toJson } from '../../../lambdas/shared/object-store.js';
import type { Finding, Look, Ward } from './finding.js';
import { jsonProblem, runsIn, type SomeRun } from './the-runs.js';

export const lookAtRunRecords: Look = async (ward) => {
  const known = await ward.aside.known();
  const findings: Finding[] = [];
  for (const run of await runsIn(ward.store)) {
    // Of a run that is gone as a whole the log says so, once.
    if (run.keys.size === 0) continue;
    for (const record of recordsOf(ward, run)) {
      const problem = await jsonProblem(ward.store, record.key);
      if (problem === undefined || (problem === 'is gone' && known.has(record.key))) continue;
      findings.push(await findingOf(ward, run, { ...record, problem }));
    }
  }
  return findings;
};

interface Record {
  key: string;
  means: string;
  /** The same object made anew from others; throws where it cannot be. Absent where nothing else says what it said. */
  anew?(): Promise<object>;
  from?: string;
}

function recordsOf({ store }: Ward, run: SomeRun): Record[] {
  const { prefix, run_id, keys } = run;
  const opened = async (): Promise<Opened> => ({
    ...{ run_id, run_date: run.run_date, prefix, execution: 'unknown' },
    ...(keys.has(planKey(prefix)) ? { mails: true } : {}),
  });
  const number = {
    key: openedKey(prefix),
    means: `run ${run_id} is listed nowhere, and its number could be taken a second time`,
    anew: opened,
    from: 'its number',
  };
  if (!run.finished) return [number];
  const means = `nights cannot build on run ${run_id} or compare with it`;
  return [
    number,
    { key: policiesKey(prefix), means },
    { key: factsKey(prefix), means },
    {
      key: inputsKey(prefix),
      means: `nobody knows what run ${run_id} read`,
      anew: () => inputsOf(store, run_id, prefix),
      from: 'what landed and the receipts',
    },
    {
      key: manifestKey(prefix),
      means: `nobody knows which files run ${run_id} holds`,
      anew: () => manifestOf(store, prefix),
      from: 'what its tasks left',
    },
  ];
}

async function findingOf({ store, aside }: Ward, run: SomeRun, record: Record & { problem: string }): Promise<Finding> {
  const { key, problem, means, anew, from } = record;
  const made = async (): Promise<object | undefined> => anew?.().catch(() => undefined);
  const lost = `moves it away; nights pass the run over. "npm run nightly -- --date ${run.run_date}" makes one of that day anew`;
  return {
    ...{ key, found: problem, means },
    way: (await made()) ? `writes it anew from ${from}` : lost,
    async mend() {
      const value = await made();
      await aside.take(key, problem);
      if (value) await store.write(key, toJson(value));
    },
  };
}
