/** Writes decisions of a person into landing.yaml, below what stands there, comments and all. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { readPolicyFiles } from './files.js';
import { landingPolicy } from './landing-policy.js';
import { PolicyRefused } from './load.js';
import type { LandingPolicy } from './policy.js';
import { PolicyFile } from './policy-file.js';

type List = 'expired' | 'removed' | 'accepted_refusals';

/**
 * Adds an entry to a list of landing.yaml, which is made where there is none. Returns the file's path.
 *
 * @throws PolicyRefused when the file, as it is or with the entry, is not valid.
 */
export async function addToLanding<L extends List>(folder: string, list: L, entry: LandingPolicy[L][number]): Promise<string> {
  const name = Object.keys(await readPolicyFiles(folder)).find((one) => /^landing\.ya?ml$/.test(one)) ?? 'landing.yaml';
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch(() => '');
  check(name, text);
  const document = parseDocument(text);
  if (isSeq(document.get(list))) document.addIn([list], entry);
  else document.set(list, [entry]);
  const written = document.toString({ lineWidth: 0 });
  check(name, written);
  await writeFile(path, written);
  return path;
}

function check(name: string, text: string): void {
  const file = new PolicyFile(name, text);
  landingPolicy(file);
  if (file.problems.length > 0) throw new PolicyRefused(file.problems);
}
