/** Questions asked of a run that is published: SQL of sql/analyses over what the run and its ledger hold. */
import type { NightColumns } from '../contracts/ledger/night-columns.js';
import nightColumns from '../contracts/ledger/night-columns.json' with { type: 'json' };
import { filesOfSellers } from '../contracts/run/buckets.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { factsKey, manifestKey } from '../contracts/run/keys.js';
import type { Manifest } from '../contracts/run/manifest.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { need, readPolicies } from '../lambdas/shared/read-run-files.js';
import { emptyRelation, quoted, withColumnsSince } from '../sql/literals.js';
import { renderSelect, type Source, type SqlFiles } from '../sql/render.js';

/** Where an object of the store lies as a file of this machine. */
export type FileOf = (key: string) => Promise<string>;

/** Lends the files of a store for as long as they are read; of a store that is elsewhere only those asked for are fetched, once. */
export async function withFiles<Answer>(store: ObjectStore, read: (fileOf: FileOf) => Promise<Answer>): Promise<Answer> {
  const fetched = new Map<string, Awaited<ReturnType<ObjectStore['toFile']>>>();
  try {
    return await read(async (key) => {
      const file = fetched.get(key) ?? (await store.toFile(key));
      fetched.set(key, file);
      return file.path;
    });
  } finally {
    for (const file of fetched.values()) await file.done();
  }
}

/**
 * The SELECT of an analysis over a run, for DuckDB.
 *
 * @param path file below sql/, such as `analyses/explain_card.sql`
 * @throws Error for a run of a version whose ledger had no parts.
 */
export async function analysisOf(
  run: { store: ObjectStore; sql: SqlFiles; prefix: string; fileOf: FileOf },
  path: string,
  asked: { sellers?: readonly string[] } = {},
): Promise<string> {
  const { store, sql, prefix, fileOf } = run;
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const { ledger } = manifest;
  if (!ledger)
    throw new Error(
      `${manifest.run_id}: was made by a version whose ledger had no parts; ask that version about it, or run its night again`,
    );
  const night = { ...(await need<RunFacts>(store, factsKey(prefix))), policies: await readPolicies(store, prefix), ...asked };
  const relations = new Map<string, string>();
  for (const source of renderSelect(path, sql, night, () => 'nowhere').sources)
    relations.set(source.dataset, await relationOf(manifest, source, fileOf, asked.sellers));
  return renderSelect(path, sql, night, ({ dataset }) => relations.get(dataset)!).select;
}

/**
 * The text after FROM for a dataset of a run, or for all that stands of a ledger: for DuckDB.
 *
 * @param sellers whose rows are wanted, where not everybody's are
 */
export async function relationOf(
  { ledger, datasets }: Manifest,
  { kind, dataset }: Source,
  fileOf: FileOf,
  sellers?: readonly string[],
): Promise<string> {
  const keys = kind === 'ledger' ? ledger![dataset]!.flatMap((part) => part.files) : (datasets[dataset]?.files ?? []);
  const files = await Promise.all((sellers === undefined ? keys : filesOfSellers(keys, sellers)).map(fileOf));
  // A dataset without rows has no file where Athena wrote it.
  const columns = (nightColumns as NightColumns)[dataset] ?? [];
  if (files.length === 0) return emptyRelation(columns);
  const rows = `read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = false)`;
  return kind === 'run' || kind === 'ledger' ? withColumnsSince(rows, columns) : rows;
}
