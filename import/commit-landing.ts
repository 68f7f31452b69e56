import type { LandedFile } from '../contracts/run/inputs.js';
import { landedFiles } from '../lambdas/open-run/landed-files.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { ImportRefused } from './refused.js';

/** Every day has come by then, also those that an import names ahead. */
const LAST_DAY = '9999-12-31';

/** What a night would read of the landing. What desktops and jobs leave in it is passed over, as by a night. */
export async function landedAlready(landing: ObjectStore): Promise<readonly LandedFile[]> {
  return (await landedFiles(landing, LAST_DAY)).files;
}

/** What becomes of files of the datasets that are landed already: they stop the import, are exchanged, or stay. */
export type Beside = 'refuse' | 'replace' | 'add';

/** What moving one dataset's staged files into the landing means. Keys are the same on both sides. */
export interface Move {
  dataset: string;
  /** Not landed yet. */
  added: string[];
  /** Landed already, byte for byte. */
  same: string[];
  /** Landed with other bytes. */
  changed: string[];
  /** Landed, but not part of this import. */
  foreign: string[];
}

/** Compares one dataset's staged files with those landed. Touches nothing. */
export async function compare(
  staging: ObjectStore,
  landing: ObjectStore,
  dataset: string,
  already: readonly LandedFile[],
): Promise<Move> {
  const landed = new Set(already.flatMap((file) => (file.dataset === dataset ? file.key : [])));
  const move: Move = { dataset, added: [], same: [], changed: [], foreign: [] };
  for (const { key } of await staging.list(`${dataset}/`)) {
    if (!landed.delete(key)) move.added.push(key);
    else if ((await staging.read(key))?.etag === (await landing.read(key))?.etag) move.same.push(key);
    else move.changed.push(key);
  }
  move.foreign.push(...landed);
  return move;
}

/**
 * Moves staged files into the landing, file by file, each whole. Stopped half-way, the same import again completes it.
 *
 * @throws ImportRefused, having moved nothing, when other files of the datasets are landed, and it was not said what becomes of them
 */
export async function commitLanding(
  staging: ObjectStore,
  landing: ObjectStore,
  moves: readonly Move[],
  beside: Beside,
): Promise<void> {
  const blocked = moves.filter((move) => move.changed.length + move.foreign.length > 0);
  if (blocked.length > 0 && beside === 'refuse')
    throw new ImportRefused(
      blocked.map(({ dataset, changed, foreign }) => {
        const others = [...changed, ...foreign].sort();
        return `${landing.url(dataset)}: holds ${others.length} files other than this import's (first: ${others[0]}); import to an empty folder, pass --add to land beside them only what is new in your files, or --replace to exchange them`;
      }),
    );
  for (const move of moves) {
    for (const key of [...move.added, ...move.changed]) await landing.fromFile(staging.url(key), key);
    if (beside === 'replace') for (const key of move.foreign) await landing.delete(key);
  }
}
