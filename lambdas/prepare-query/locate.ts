import { keptParts, type LedgerPart } from '../../contracts/ledger/parts.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import { isLandedKind } from '../../contracts/run/inputs.js';
import { manifestKey, outputKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Source } from '../../sql/render.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { RunRows, SourceRows } from '../shared/query-engine.js';
import { need } from '../shared/read-run-files.js';

type Written = Pick<LedgerPart, 'run_prefix' | 'files'>;

/** Where the rows of a source lie; undefined when nothing landed for it. */
export async function locate(store: ObjectStore, facts: RunFacts, source: Source): Promise<SourceRows | undefined> {
  const { kind, dataset } = source;
  if (isLandedKind(kind)) {
    const sealed = facts.inputs[kind][dataset];
    return sealed && { kind, dataset, run_prefix: facts.prefix, days: sealed.days };
  }
  return { kind, dataset, parts: await partsOf(store, facts, kind, dataset) };
}

async function partsOf(store: ObjectStore, facts: RunFacts, kind: RunRows['kind'], dataset: string): Promise<Written[]> {
  const ofRun = async (run_prefix: string): Promise<Written[]> => {
    const manifest = await need<Manifest>(store, manifestKey(run_prefix));
    return [{ run_prefix, files: manifest.datasets[dataset]?.files ?? [] }];
  };
  const ledgerOf = async (run_prefix: string | undefined): Promise<LedgerPart[]> => {
    if (run_prefix === undefined) return [];
    return (await need<Manifest>(store, manifestKey(run_prefix))).ledger?.[dataset] ?? [];
  };
  const tonight = async (): Promise<Written> => {
    const { files } = await need<DatasetOutput>(store, outputKey(facts.prefix, dataset));
    return { run_prefix: facts.prefix, files };
  };
  switch (kind) {
    case 'run':
      return [await tonight()];
    case 'previous':
      return ofRun(facts.previous_prefix!);
    case 'ledger':
      return [...keptParts(await ledgerOf(facts.base_prefix), facts.gathered), await tonight()];
    case 'base_ledger':
      return ledgerOf(facts.base_prefix);
    case 'previous_ledger':
      return ledgerOf(facts.previous_prefix);
    case 'gathered':
      return (await ledgerOf(facts.base_prefix)).filter(({ run_prefix }) => facts.gathered?.includes(run_prefix));
  }
}
