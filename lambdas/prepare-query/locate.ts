import type { RunFacts } from '../../contracts/run/facts.js';
import { manifestKey, outputKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { DatasetOutput } from '../../contracts/run/output.js';
import type { Source } from '../../sql/render.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { SourceRows } from '../shared/query-engine.js';
import { need } from '../shared/read-run-files.js';

/** Where the rows of a source lie; undefined when nothing landed for it. */
export async function locate(store: ObjectStore, facts: RunFacts, source: Source): Promise<SourceRows | undefined> {
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
