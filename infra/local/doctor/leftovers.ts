/** Files that were being written when something was killed. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { IN_PROGRESS } from '../objects-in.js';
import type { Finding, Look } from './finding.js';

/** why an hour: the longest query of the largest night takes minutes, and what is at work is not to be taken from it. */
const OLD_AFTER_MS = 3_600_000;

export const lookAtLeftovers: Look = async ({ store, aside, now }) => {
  const findings: Finding[] = [];
  const entries = await readdir(store.root, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries) {
    if (!name.startsWith(IN_PROGRESS)) continue;
    const path = join(parentPath, name);
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile() || now.getTime() - facts.mtimeMs < OLD_AFTER_MS) continue;
    const key = relative(store.root, path).split(sep).join('/');
    findings.push({
      ...{ key, found: `was being written (${facts.size} bytes) when its night was killed` },
      means: 'nothing reads it; it takes room',
      way: 'moves it away',
      mend: () => aside.takePath(path, key),
    });
  }
  return findings;
};
