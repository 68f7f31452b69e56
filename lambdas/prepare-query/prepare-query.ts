import { createHash } from 'node:crypto';
import { LANDING } from '../../contracts/landing/index.js';
import { readColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import { bucketsOf } from '../../contracts/run/buckets.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey, outputPrefix, sqlKey } from '../../contracts/run/keys.js';
import { isForTeams } from '../../contracts/run/teams.js';
import { emptyRelation } from '../../sql/literals.js';
import { renderSelect, type Source, type SqlFiles } from '../../sql/render.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { QueryEngine, SourceRows } from '../shared/query-engine.js';
import { need, readPolicies } from '../shared/read-run-files.js';
import { locate } from './locate.js';

export interface PreparedQuery {
  dataset: string;
  path: string;
  attempt: number;
  /** Name the engine knows the statement by. */
  statement: string;
  /** What the workflow starts: by name, or the statement itself where a deployment wants it so (infra/aws/settings.ts, `queries`). */
  text: string;
  /** Changes with SQL, run and attempt, so that a retry is a new query and a repeated call is not. 64 hex characters. */
  token: string;
}

export async function prepareQuery(given: {
  store: ObjectStore;
  sql: SqlFiles;
  engine: QueryEngine;
  prefix: string;
  path: string;
  attempt: number;
}): Promise<PreparedQuery> {
  const { store, engine, prefix, path, attempt } = given;
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const policies = await readPolicies(store, prefix);
  const plan = renderSelect(path, given.sql, { ...facts, policies }, () => 'nowhere');
  const rows = new Map<string, SourceRows | undefined>();
  for (const source of plan.sources) rows.set(nameOf(source), await locate(store, facts, source));
  const { name, select } = renderSelect(path, given.sql, { ...facts, policies }, (source) => {
    const found = rows.get(nameOf(source));
    if (found) return engine.relation(found);
    return emptyRelation(source.kind === 'counts' ? COUNT_COLUMNS : readColumns(LANDING[source.dataset]!));
  });
  const output = outputPrefix(prefix, path, attempt);
  const spread = isForTeams(name) ? 'teams' : bucketsOf(name, facts.inputs);
  const statement = engine.wrap(select, name, output, spread);
  const key = sqlKey(prefix, name, attempt);
  await store.write(key, `${statement}\n`);
  const statementName = `${name}_${createHash('sha256').update(`${prefix} ${attempt} ${statement}`).digest('hex').slice(0, 16)}`;
  const text = await engine.register(statementName, statement, { path, sqlKey: key, outputPrefix: output, spread });
  const token = createHash('sha256').update(`${statement}\n${facts.run_id}\n${attempt}`).digest('hex');
  return { dataset: name, path, attempt, statement: statementName, text, token };
}

const nameOf = (source: Source): string => `${source.kind}:${source.dataset}`;
