/** Whether a pack is what its store gives, and was made from what is still as it was. */
import type { PackManifest } from '../../contracts/evidence.js';
import { manifestKey } from '../../contracts/run/keys.js';
import { PRODUCT_VERSION } from '../../contracts/version.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { ofItself, ofRebuilt } from './compare.js';
import { gather, type ToGather } from './gather.js';
import { contentOfObject, Erasures } from './objects.js';
import { EVIDENCE, type PackSaid, packOf } from './pack.js';
import { runOf } from './run-of.js';
import { type Looked, lookAtSources } from './sources.js';

export interface Verified {
  /** A line each, with the next step; none where all is as it was. */
  differences: string[];
  /** How far the look went: what is not looked at because of what was found before is absent. */
  looked?: Looked;
  rebuilt: boolean;
  /** Days of the range of which another run was published since. */
  newer_runs: { run_date: string; run_id: string }[];
}

interface ToVerify extends Pick<ToGather, 'store' | 'duck' | 'sql'> {
  landing: ObjectStore;
  manifest: PackManifest;
  files: ReadonlyMap<string, Buffer>;
}

/**
 * Looks in this order, and not further where something is found: is the pack as its manifest says; are the runs there, and their files and
 * inputs as they were; does the store give the same bytes.
 */
export async function verifyPack(asked: ToVerify): Promise<Verified> {
  const { store, landing, manifest, files } = asked;
  const nothing = { rebuilt: false, newer_runs: [] };
  const itself = ofItself(manifest, files);
  if (itself.length > 0) return { differences: itself, ...nothing };
  const runs = manifest.runs.map(runOf);
  const gone: string[] = [];
  for (const { run_id, prefix } of runs)
    if (!(await contentOfObject(store, manifestKey(prefix))))
      gone.push(
        `${manifestKey(prefix)}: run ${run_id} is gone from the store; the pack is whole, but nothing can be built from the run again: put it back from a backup`,
      );
  if (gone.length > 0) return { differences: gone, ...nothing };
  const pack = JSON.parse(files.get(EVIDENCE)!.toString()) as PackSaid;
  const looked = await lookAtSources(pack, { store, landing, erasures: await Erasures.of(store) });
  if (looked.differences.length > 0) return { differences: looked.differences, looked, ...nothing };
  const { seller_id: seller, from, to, made_by } = manifest;
  const rebuilt = packOf(await gather({ ...asked, seller, from, to, runs }), made_by);
  return {
    differences: ofRebuilt(files, rebuilt).map((line) => `${line}; ${nextStep(made_by)}`),
    looked,
    rebuilt: true,
    newer_runs: await newerRuns(store, manifest),
  };
}

const nextStep = (made_by: string): string =>
  made_by === PRODUCT_VERSION
    ? 'see what changed in the store, and build a new pack'
    : `the pack was made by version ${made_by} and this is ${PRODUCT_VERSION}: verify it with that version`;

/** Runs that were published since for days of the pack: it shows the earlier ones. */
async function newerRuns(store: ObjectStore, { from, to, runs }: PackManifest): Promise<Verified['newer_runs']> {
  const last = new Map(
    (await publishedRuns(store))
      .filter(({ run_date }) => run_date >= from && run_date <= to)
      .map((run) => [run.run_date, run.run_id]),
  );
  return [...last].filter(([, run_id]) => !runs.includes(run_id)).map(([run_date, run_id]) => ({ run_date, run_id }));
}
