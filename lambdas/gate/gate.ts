import type { CheckResult } from '../../contracts/run/checks.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import { factsKey, gateKey, inputsKey, outputKey, policiesKey } from '../../contracts/run/keys.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Policies } from '../../policies/policy.js';
import { checkFilesOf } from '../../sql/query-files.js';
import type { SqlFiles } from '../../sql/render.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { readParquet } from '../shared/read-parquet.js';
import { need, readPolicies } from '../shared/read-run-files.js';
import { rejectionSentences } from './rejections.js';
import { sentencesOf } from './sentences.js';

/** The night was stopped on purpose. Exit code 3; the run published before stays. */
export class GateStopped extends Error {
  override name = 'GateStopped';
}

const MOST_PROOF = 20;
/** Checks whose rows are datasets of which rows were rejected. */
const OF_REJECTED: ReadonlySet<string> = new Set(['too_many_rejected', 'rows_in_quarantine']);

/** A check's first line: `-- fail: what must not be, and what to do`. Throws when it says neither fail nor warn. */
export function headerOf(path: string, sql: string): { kind: 'fail' | 'warn'; description: string } {
  const header = sql.match(/^-- (fail|warn): (.+)$/m);
  if (!header) throw new Error(`sql/${path}:1: begin with "-- fail: ..." or "-- warn: ..."`);
  return { kind: header[1] as 'fail' | 'warn', description: header[2]! };
}

export async function gate(given: {
  store: ObjectStore;
  sql: SqlFiles;
  prefix: string;
}): Promise<{ checks: number; warnings: number }> {
  const { store, prefix } = given;
  const results: CheckResult[] = [];
  for (const path of checkFilesOf(given.sql)) {
    const check = path.replace(/^checks\//, '').replace(/\.sql$/, '');
    const output = await need<DatasetOutput>(store, outputKey(prefix, check));
    const proof: Record<string, unknown>[] = [];
    for (const file of output.files)
      if (proof.length < MOST_PROOF) proof.push(...(await readParquet(store, file)).slice(0, MOST_PROOF));
    const says = output.rows === 0 ? [] : await said(store, prefix, check, proof, output.rows);
    results.push({ check, ...headerOf(path, given.sql[path]!), rows: output.rows, proof, says });
  }
  await store.write(gateKey(prefix), toJson(results));
  const failed = results.filter((result) => result.kind === 'fail' && result.rows > 0);
  if (failed.length > 0) {
    const lines = failed.flatMap((f) => [`${f.check}: ${f.description}`, ...f.says.map((line) => `  ${line}`)]);
    throw new GateStopped(`${lines.join('\n')}\nAll rows: ${gateKey(prefix)}`);
  }
  return { checks: results.length, warnings: results.filter((result) => result.rows > 0).length };
}

/** What a check found, in sentences; of rejected rows with the reasons for which they were. */
async function said(
  store: ObjectStore,
  prefix: string,
  check: string,
  proof: readonly Record<string, unknown>[],
  rows: number,
): Promise<string[]> {
  if (!OF_REJECTED.has(check)) return sentencesOf(check, proof, rows);
  const { files } = await need<Inputs>(store, inputsKey(prefix));
  const { previous_prefix } = await need<RunFacts>(store, factsKey(prefix));
  const before = previous_prefix ? await readJson<Policies>(store, policiesKey(previous_prefix)) : undefined;
  const regions = { now: (await readPolicies(store, prefix)).regions, before: before?.regions ?? [] };
  const lines: string[] = [];
  for (const row of proof) {
    const reasons = await rejectionSentences(
      store,
      String(row.dataset),
      files.filter(({ dataset }) => dataset === row.dataset),
      regions,
    );
    lines.push(...sentencesOf(check, [row], 1), ...reasons.map((reason) => `  ${reason}`));
  }
  return lines;
}
