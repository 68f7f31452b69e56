import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../lambdas/shared/is-alive.js';

/**
 * A folder beside the landing for what is not landed yet, so that files move in by renaming. Its name says the process that it
 * belongs to. why not a file in it: an import killed before the file is written leaves a folder that nobody dares to remove.
 */
export const makePartial = (to: string): Promise<string> => mkdtemp(`${to}.partial-${process.pid}-`);

interface Left {
  folder: string;
  /** The import that made it: under way, ended, or nobody knows which it was. */
  owner: 'alive' | 'gone' | 'unknown';
}

/** Folders for what is not landed yet, beside a landing. */
export async function leftByImports(to: string): Promise<Left[]> {
  const left: Left[] = [];
  for (const name of await readdir(dirname(to))) {
    if (!name.startsWith(`${basename(to)}.partial-`)) continue;
    const folder = join(dirname(to), name);
    const owner = Number(/\.partial-(\d+)-[^-]*$/.exec(name)?.[1] ?? 0);
    left.push({ folder, owner: !owner ? 'unknown' : isAlive(owner) ? 'alive' : 'gone' });
  }
  return left;
}

/** Removes what imports left that were killed; says of each what became of it. One that is under way is left alone. */
export async function clearLeftovers(to: string): Promise<string[]> {
  const notes: string[] = [];
  for (const { folder, owner } of await leftByImports(to)) {
    if (owner === 'unknown') notes.push(`${folder}: left by another import; remove it if none is under way`);
    if (owner !== 'gone') continue;
    await rm(folder, { recursive: true, force: true });
    notes.push(`${folder}: removed; an import that was stopped half-way had left it`);
  }
  return notes;
}
