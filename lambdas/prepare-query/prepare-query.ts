import { createHash } from 'node:crypto';
import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import {
  acceptedKey,
  countsKey,
  factsKey,
  inputsKey,
  manifestKey,
  outputKey,
  outputPrefix,
  sqlKey,
} from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import { emptyRelation, renderSelect, type Source, type SqlFiles } from '../../sql/render.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { QueryEngine, SourceFiles } from '../shared/query-engine.js';
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
  const files = new Map<string, SourceFiles>();
  for (const source of plan.sources) files.set(nameOf(source), await locate(store, facts, source));
  const { name, select } = renderSelect(path, given.sql, { ...facts, policies }, (source) => {
    const found = files.get(nameOf(source))!;
    const contract = LANDING[source.dataset];
    if (found.files.length > 0 || source.kind === 'run' || source.kind === 'base' || source.kind === 'previous')
      return engine.relation(found);
    return emptyRelation(source.kind === 'counts' ? COUNT_COLUMNS : acceptedColumns(contract!));
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

async function locate(store: ObjectStore, facts: RunFacts, source: Source): Promise<SourceFiles> {
  const inputs = async () => need<Inputs>(store, inputsKey(facts.prefix));
  const ofRun = async (prefix: string): Promise<SourceFiles> => {
    const manifest = await need<Manifest>(store, manifestKey(prefix));
    return { ...source, run_prefix: prefix, files: manifest.datasets[source.dataset]?.files ?? [] };
  };
  switch (source.kind) {
    case 'run': {
      const output = await need<DatasetOutput>(store, outputKey(facts.prefix, source.dataset));
      return { ...source, run_prefix: facts.prefix, files: output.files };
    }
    case 'base':
      return ofRun(facts.base_prefix!);
    case 'previous':
      return ofRun(facts.previous_prefix!);
    case 'counts': {
      const unique = new Set((await inputs()).files.map((file) => countsKey(file.dataset, file.dt, file.file_id)));
      return { ...source, files: [...unique].sort() };
    }
    case 'accepted':
    case 'accepted_news': {
      const seen = source.kind === 'accepted_news' ? await need<Inputs>(store, inputsKey(facts.base_prefix!)) : undefined;
      const old = new Set(seen?.files.map((file) => file.file_id));
      const wanted = (await inputs()).files.filter(
        (file) => file.dataset === source.dataset && file.accepted > 0 && !old.has(file.file_id),
      );
      return { ...source, files: [...new Set(wanted.map((file) => acceptedKey(file.dataset, file.dt, file.file_id)))].sort() };
    }
  }
}
