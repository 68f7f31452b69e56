/** A pack as the texts of its files: the same evidence gives the same bytes. */
import type { Evidence, PackManifest } from '../../contracts/evidence.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import { evidencePage } from '../../pages/evidence.js';
import { contentOfText } from './content.js';
import type { Gathered } from './gather.js';
import { metricsOf, tablesOf, tiersOf } from './tables.js';

export const MANIFEST = 'manifest.json';
export const EVIDENCE = 'evidence.json';
export const PAGE = 'evidence.html';
export const explanationFile = (run_id: string): string => `explanations/${run_id}.json`;

/** @param made_by the version of the product; of a pack that is rebuilt the one that it names */
export function packOf({ evidence, policies }: Gathered, made_by: string): Map<string, string> {
  const { explanations, ...rest } = evidence;
  const files = new Map([
    [PAGE, evidencePage(evidence, policies)],
    [EVIDENCE, toJson({ ...rest, tiers: tiersOf(evidence), metrics: metricsOf(evidence) })],
    ...explanations.map((one) => [explanationFile(one.run_id), toJson(one)] as const),
    ...[...policies].map(([name, said]) => [name, toJson(said)] as const),
    ...tablesOf(evidence),
  ]);
  const names = [...files.keys()].sort();
  const { seller_id, from, to, runs } = evidence;
  const manifest: PackManifest = {
    ...{ pack: 1, seller_id, from, to, runs: runs.map(({ run_id }) => run_id), made_by },
    files: Object.fromEntries(names.map((name) => [name, contentOfText(files.get(name)!)])),
  };
  return new Map([[MANIFEST, toJson(manifest)], ...names.map((name) => [name, files.get(name)!] as const)]);
}

/** What a pack says of where it came from: enough to look whether that is as it was. */
export type PackSaid = Pick<Evidence, 'inputs' | 'files'>;
