import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicyFiles } from './load.js';

/** The YAML files of a policy folder; only of the folder itself, not those below it. Throws when there is no such folder. */
export async function readPolicyFiles(folder: string): Promise<PolicyFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name)).map((entry) => entry.name);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at]!]));
}
