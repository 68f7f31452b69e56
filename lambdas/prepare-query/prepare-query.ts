import { createHash } from 'node:crypto';
import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { factsKey, manifestKey, outputKey, outputPrefix, sqlKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import { emptyRelation, renderSelect, type Source, type SqlFiles } from '../../sql/render.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { QueryEngine, SourceRows } from '../shared/query-engine.js';
import { need, readPolicies } from '../shared/read-run-files.js';

export interface PreparedQuery {
  dataset: string;
  path: string;
  attempt: number;
  /** Name the engine knows the statement by. */
  statement: string;
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
    return emptyRelation(source.kind === 'counts' ? COUNT_COLUMNS : acceptedColumns(LANDING[source.dataset]!));
  });
  const output = outputPrefix(prefix, path, attempt);
  const statement = engine.wrap(select, name, output);
  const key = sqlKey(prefix, name, attempt);
  await store.write(key, `${statement}\n`);
  const statementName = `${name}_${createHash('sha256').update(`${prefix} ${attempt} ${statement}`).digest('hex').slice(0, 16)}`;
  await engine.register(statementName, statement, { path, sqlKey: key, outputPrefix: output });
  const token = createHash('sha256').update(`${statement}\n${facts.run_id}\n${attempt}`).digest('hex');
  return { dataset: name, path, attempt, statement: statementName, token };
}

const nameOf = (source: Source): string => `${source.kind}:${source.dataset}`;

/** Where the rows of a source lie; undefined when nothing landed for it. */
async function locate(store: ObjectStore, facts: RunFacts, source: Source): Promise<SourceRows | undefined> {
  const { kind, dataset } = source;
  const ofRun = async (of: 'base' | 'previous', run_prefix: string): Promise<SourceRows> => {
    const manifest = await need<Manifest>(store, manifestKey(run_prefix));
    return { kind: of, dataset, run_prefix, files: manifest.datasets[dataset]?.files ?? [] };
  };
  switch (kind) {
    case 'run': {
      const output = await need<DatasetOutput>(store, outputKey(facts.prefix, dataset));
      return { kind, dataset, run_prefix: facts.prefix, files: output.files };
    }
    case 'base':
      return ofRun(kind, facts.base_prefix!);
    case 'previous':
      return ofRun(kind, facts.previous_prefix!);
    default: {
      const sealed = facts.inputs[kind][dataset];
      return sealed && { kind, dataset, run_prefix: facts.prefix, days: sealed.days };
    }
  }
}
