/** Packs as folders of this machine. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { PackManifest } from '../../contracts/evidence.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { MANIFEST } from './pack.js';

/** What desktops leave in any folder that somebody looks at. */
const OF_DESKTOPS = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/;

/** Names of the files below a folder, with slashes; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${folder}: cannot be read as a folder (${error.code}); give the folder of a pack`);
  });
  return entries
    .filter((entry) => !entry.isDirectory() && !OF_DESKTOPS.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}

/** @throws UsageError for a folder that holds something: a pack is not written over */
export async function writePack(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if ((await namesIn(folder)).length > 0)
    throw new UsageError(`--out ${folder}: holds files already, and a pack is never written over; give another folder`);
  // The manifest last: a folder without one is no pack.
  for (const [name, text] of [...files].reverse()) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** @throws UsageError for what is no pack */
export async function readPack(folder: string): Promise<{ files: Map<string, Buffer>; manifest: PackManifest }> {
  const files = new Map<string, Buffer>();
  for (const name of await namesIn(folder)) files.set(name, await readFile(join(folder, name)));
  const next = 'give the folder that "scorecards evidence" wrote, or build the pack anew';
  const body = files.get(MANIFEST);
  if (!body) throw new UsageError(`--verify ${folder}: has no ${MANIFEST}; ${next}`);
  const manifest = manifestIn(body);
  if (manifest?.pack !== 1) throw new UsageError(`--verify ${folder}: its ${MANIFEST} is not that of a pack; ${next}`);
  return { files, manifest };
}

function manifestIn(body: Buffer): PackManifest | undefined {
  try {
    return JSON.parse(body.toString()) as PackManifest;
  } catch {
    return undefined;
  }
}
