/** Plans and reports of mails, and the ledger of who was written to. */
import { isDoneKey, mailFolder, planKey, STORE } from '../../../contracts/run/keys.js';
import { wayOut } from '../../../lambdas/shared/damaged.js';
import type { Finding, Look } from './finding.js';
import { finishedRuns, jsonProblem } from './the-runs.js';

export const lookAtMailRecords: Look = async ({ store, aside }) => {
  const findings: Finding[] = [];
  for (const { prefix, run_id, keys } of await finishedRuns(store)) {
    for (const key of keys) {
      if (!key.startsWith(mailFolder(prefix)) || !key.endsWith('.json')) continue;
      const found = await jsonProblem(store, key);
      if (found === undefined) continue;
      const finish = `"scorecards mails --run ${run_id}" then finishes them, and writes to nobody twice`;
      findings.push({
        ...{ key, found },
        means: `nobody knows how far the mails of run ${run_id} came`,
        way: `moves it away${isDoneKey(key) ? '' : ', with the plan, which is made anew from the run'}; ${finish}`,
        async mend() {
          for (const one of isDoneKey(key) ? [key] : new Set([key, planKey(prefix)])) await aside.take(one, found);
        },
      });
    }
  }
  for (const { key } of await store.list(STORE.sendLedger)) {
    const found = await jsonProblem(store, key);
    if (found !== undefined)
      findings.push({
        key,
        found,
        means: 'nobody knows whether this mail went out; it is never sent by itself',
        way: wayOut(key),
      });
  }
  for (const { key } of await store.list(STORE.preferences)) {
    const found = await jsonProblem(store, key);
    if (found !== undefined)
      findings.push({
        ...{ key, found },
        means: 'nobody knows whether this seller wants mails; none is sent until that is known',
        way: wayOut(key),
      });
  }
  return findings;
};
