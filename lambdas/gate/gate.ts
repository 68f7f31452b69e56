import type { CheckResult } from '../../contracts/run/checks.js';
import { gateKey, outputKey } from '../../contracts/run/keys.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { SqlFiles } from '../../sql/render.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import { readParquet } from '../shared/read-parquet.js';
import { need } from '../shared/read-run-files.js';

/** The night was stopped on purpose. Exit code 3; the run published before stays. */
export class GateStopped extends Error {
  override name = 'GateStopped';
}

const MOST_PROOF = 20;

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
  for (const path of Object.keys(given.sql)
    .filter((name) => name.startsWith('checks/'))
    .sort()) {
    const check = path.replace(/^checks\//, '').replace(/\.sql$/, '');
    const output = await need<DatasetOutput>(store, outputKey(prefix, check));
    const proof: Record<string, unknown>[] = [];
    for (const file of output.files)
      if (proof.length < MOST_PROOF) proof.push(...(await readParquet(store, file)).slice(0, MOST_PROOF));
    results.push({ check, ...headerOf(path, given.sql[path]!), rows: output.rows, proof });
  }
  await store.write(gateKey(prefix), toJson(results));
  const failed = results.filter((result) => result.kind === 'fail' && result.rows > 0);
  if (failed.length > 0) {
    const lines = failed.map(
      (f) => `${f.check}: ${f.description} ${f.rows} ${f.rows === 1 ? 'row' : 'rows'}, first ${JSON.stringify(f.proof[0])}`,
    );
    throw new GateStopped(`${lines.join('\n')}\nAll rows: ${gateKey(prefix)}`);
  }
  return { checks: results.length, warnings: results.filter((result) => result.rows > 0).length };
}
