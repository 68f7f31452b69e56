/** Whether files are what they were: sums of bytes and texts in, one line for each difference out. */
import type { PackManifest } from '../../contracts/evidence.js';
import { contentOfText } from './content.js';
import { MANIFEST } from './pack.js';

/** why 12: enough to tell two apart in a line. */
export const short = (sha256: string): string => `${sha256.slice(0, 12)}…`;

/** What of a folder is not as its manifest says. */
export function ofItself(manifest: PackManifest, files: ReadonlyMap<string, Buffer>): string[] {
  const named = Object.entries(manifest.files).flatMap(([name, { sha256 }]) => {
    const body = files.get(name);
    if (!body) return [`${name}: is missing from the pack; build the pack anew`];
    const now = contentOfText(body).sha256;
    return now === sha256
      ? []
      : [
          `${name}: was altered after the pack was made (SHA-256 ${short(now)}, its manifest says ${short(sha256)}); build the pack anew`,
        ];
  });
  const others = [...files.keys()].filter((name) => name !== MANIFEST && !Object.hasOwn(manifest.files, name));
  return [...named, ...others.map((name) => `${name}: is not of the pack; take it out of the folder`)];
}

/** What of a pack is not as it comes out of the store. */
export function ofRebuilt(pack: ReadonlyMap<string, Buffer>, rebuilt: ReadonlyMap<string, string>): string[] {
  return [...new Set([...pack.keys(), ...rebuilt.keys()])].sort().flatMap((name) => {
    const [was, is] = [pack.get(name)?.toString(), rebuilt.get(name)];
    if (was === is || name === MANIFEST) return [];
    if (is === undefined) return [`${name}: does not come out of the store any more`];
    if (was === undefined) return [`${name}: comes out of the store, and the pack has none`];
    return [`${name}: ${firstDifference(was, is)}`];
  });
}

/** why 60: both fit into a line. why 20 before: it is seen what they are about. */
const [CLIP, BEFORE] = [60, 20];

/** Of a line the part from a little before a place on. */
function clip(line: string | undefined, at: number): string {
  if (line === undefined) return 'nothing';
  const from = Math.max(0, at - BEFORE);
  return `"${from > 0 ? '…' : ''}${line.slice(from, from + CLIP).trim()}${line.length > from + CLIP ? '…' : ''}"`;
}

function firstDifference(was: string, is: string): string {
  const [before, now] = [was.split('\n'), is.split('\n')];
  const at = before.findIndex((line, n) => line !== now[n]);
  const line = at === -1 ? before.length : at;
  const [then, here] = [before[line], now[line]];
  let from = 0;
  while (then?.[from] !== undefined && then[from] === here?.[from]) from += 1;
  return `line ${line + 1} is ${clip(then, from)}, and comes out of the store as ${clip(here, from)}`;
}
