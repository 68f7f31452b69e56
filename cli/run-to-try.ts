/** What a run judged, where other nights are asked out of it. */
import { LANDING } from '../contracts/landing/index.js';
import type { RunFacts } from '../contracts/run/facts.js';
import type { Inputs } from '../contracts/run/inputs.js';
import { acceptedKey, factsKey, inputFilesKey, inputsKey, manifestKey } from '../contracts/run/keys.js';
import type { Manifest } from '../contracts/run/manifest.js';
import { UsageError } from '../infra/shared/usage-error.js';
import { landedColumns, rowsOfInputs } from '../lambdas/shared/landed-rows.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { need } from '../lambdas/shared/read-run-files.js';
import type { Programme } from '../policies/policy.js';
import { quoted } from '../sql/literals.js';
import { LOADED, type RunRelations } from '../trial/judged-rows.js';
import { type FileOf, relationOf } from './analysis.js';

export interface RunToTry {
  run_id: string;
  run_date: string;
  not_measured: readonly string[];
  relations: RunRelations;
}

/** @throws UsageError for a run of a version whose ledger had no parts. */
export async function runToTry(
  { store, prefix, fileOf, seller }: { store: ObjectStore; prefix: string; fileOf: FileOf; seller?: string },
  programmes: readonly Programme[],
): Promise<RunToTry> {
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  if (!manifest.ledger)
    throw new UsageError(`${manifest.run_id}: was made by a version whose ledger had no parts; run its night again`);
  const { run_id, run_date, not_measured } = await need<RunFacts>(store, factsKey(prefix));
  const relations = await Promise.all(
    LOADED.map(async (dataset) => {
      const kind = dataset === 'order_outcomes' ? 'ledger' : 'run';
      return [
        dataset,
        await relationOf(manifest, { kind, dataset }, fileOf, seller === undefined ? undefined : [seller]),
      ] as const;
    }),
  );
  const asksForBuyers = programmes.some(({ metrics }) => metrics.some(({ at_least, collapse }) => at_least.buyers || collapse));
  const givesPoints = programmes.some(({ points }) => points?.violations);
  const accepted = [
    ...(asksForBuyers ? await acceptedRows(store, { prefix, fileOf, dataset: 'orders' }) : []),
    ...(givesPoints ? await acceptedRows(store, { prefix, fileOf, dataset: 'violations' }) : []),
    // What persons decided is about the run's own evaluations, not about those of another policy.
    ...(seller === undefined ? [] : await acceptedRows(store, { prefix, fileOf, dataset: 'decisions' })),
    ...(seller === undefined ? [] : await acceptedRows(store, { prefix, fileOf, dataset: 'appeals' })),
  ];
  return {
    run_id,
    run_date,
    not_measured,
    relations: Object.fromEntries([...relations, ...accepted]) as unknown as RunRelations,
  };
}

/** What the ledger does not say is asked of the rows as they landed: of orders who bought. Nothing where none did. */
export async function acceptedRows(
  store: ObjectStore,
  { prefix, fileOf, dataset: asked }: { prefix: string; fileOf: FileOf; dataset: string },
): Promise<[name: string, relation: string][]> {
  const { files } = await need<Inputs>(store, inputsKey(prefix));
  const keys = files
    .filter(({ dataset, accepted }) => dataset === LANDING[asked]!.dataset && accepted > 0)
    .map(({ dataset, dt, file_id }) => acceptedKey(dataset, dt, file_id));
  if (keys.length === 0) return [];
  const paths = await Promise.all([...new Set(keys)].map(fileOf));
  const source = { kind: 'accepted', dataset: asked, days: [], run_prefix: prefix } as const;
  const schema = landedColumns(source).map(
    ({ name, sql }) => `'${name}': {'name': '${name}', 'type': '${sql}', 'default_value': NULL}`,
  );
  const relation = rowsOfInputs(source, {
    rows: `read_parquet([${paths.map(quoted).join(', ')}], schema = MAP {${schema.join(', ')}})`,
    file_id: 'landed.file_id',
    inputs: `read_parquet(${quoted(await fileOf(inputFilesKey(prefix)))})`,
  });
  return [[`accepted_${asked}`, relation]];
}
