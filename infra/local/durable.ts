import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inTurns } from '../../lambdas/shared/in-turns.js';

/** Not every system can open a folder, or sync it; where it cannot, names are as lasting as that system makes them. */
const CANNOT = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']);

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!CANNOT.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** why 16: a disk takes many syncs at once better than one after the other. */
const AT_ONCE = 16;

/** Resolves when the files and their names would outlast a power cut. */
export async function makeDurable(paths: readonly string[]): Promise<void> {
  await inTurns(paths, AT_ONCE, async (path) => {
    const handle = await open(path, 'r');
    await handle.sync().finally(() => handle.close());
  });
  await inTurns([...new Set(paths.flatMap((path) => [dirname(path), dirname(dirname(path))]))], AT_ONCE, syncFolder);
}
