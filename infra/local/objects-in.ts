import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ObjectInfo } from '../../lambdas/shared/object-store.js';

/** Names of files that are still being written, or lock others. */
export const IN_PROGRESS = '.writing-';

export type PassedBy = (key: string, because: string) => void;

interface Place {
  /** On this machine. */
  folder: string;
  /** Its key, with a slash at the end; '' for the root. */
  key: string;
  /** Real folders of the links that led here, and those that they lie in. */
  links: readonly string[];
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
/** Node shows bytes of a name that are not UTF-8 so, and finds nothing by that name. */
const BAD_BYTES = '\ufffd';
/** why the change time too: a copy may keep the time of writing (cp -p), and nobody can set when a file came to be as it is. */
const versionOf = ({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string => `${size}-${mtimeNs}-${ctimeNs}-${ino}`;
const NOT_UTF8 = 'its name is not UTF-8; rename it';

/**
 * The objects of a folder and of those below it, as far as their keys start with the prefix. Links are followed, to files and to
 * folders, but never in a circle. What is no object is told, unless it is gone or still being written.
 */
export async function objectsIn(place: Place, prefix: string, passedBy: PassedBy): Promise<ObjectInfo[]> {
  const entries = await readdir(place.folder, { withFileTypes: true }).catch((error): Dirent[] => {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw error;
    if (place.folder.includes(BAD_BYTES)) passedBy(place.key.slice(0, -1), NOT_UTF8);
    return [];
  });
  const found: ObjectInfo[] = [];
  for (const entry of entries) {
    const key = place.key + entry.name;
    if (entry.name.startsWith(IN_PROGRESS) || !key.startsWith(prefix)) continue;
    const path = join(place.folder, entry.name);
    if (entry.isDirectory()) {
      found.push(...(await objectsIn({ ...place, folder: path, key: `${key}/` }, prefix, passedBy)));
      continue;
    }
    const facts = await stat(path, { bigint: true }).catch(codeOf);
    if (typeof facts === 'string') {
      if (entry.isSymbolicLink()) passedBy(key, `is a link to nothing (${facts})`);
      else if (entry.name.includes(BAD_BYTES)) passedBy(key, NOT_UTF8);
      else if (facts !== 'ENOENT') passedBy(key, `cannot be looked at (${facts})`);
    } else if (facts.isFile()) found.push({ key, size: Number(facts.size), version: versionOf(facts) });
    else if (!facts.isDirectory()) passedBy(key, 'is neither a file nor a folder');
    else {
      const links = await followed(path, place);
      if (!links) passedBy(key, 'is a link to a folder that it lies in');
      else found.push(...(await objectsIn({ folder: path, key: `${key}/`, links }, prefix, passedBy)));
    }
  }
  return found;
}

/** The links to here and this one; undefined where it leads back to a folder on the way. */
async function followed(link: string, { folder, links }: Place): Promise<string[] | undefined> {
  const [from, to] = await Promise.all([realpath(folder), realpath(link)]);
  const way = [...links, from];
  return way.some((one) => `${one}${sep}`.startsWith(`${to}${sep}`)) ? undefined : [...way, to];
}
