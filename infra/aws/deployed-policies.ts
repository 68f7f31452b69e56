import { createHash } from 'node:crypto';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';
import type { PolicyFiles } from '../../policies/load.js';

/**
 * A policy folder lies in the store as `<prefix><hash of its contents>/<file>`, and `<prefix>current.json`, which is written last, says
 * which of such folders is in force. What was removed or renamed is in no new folder, and half a deployment is read by nobody.
 */
interface Current {
  /** Of the names and contents of all its files. */
  hash: string;
  files: string[];
  /** The folder that was in force before; kept, because a night that began to read it may be reading still. */
  before?: string;
}

/** The tag of what nobody will read any more: by it the bucket finds what to forget, where age alone would say nothing. */
export const SUPERSEDED = { Key: 'policies', Value: 'superseded' } as const;

const pointerOf = (prefix: string): string => `${prefix}current.json`;
const folderOf = (prefix: string, hash: string): string => `${prefix}${hash}/`;
/** Names in one order: that of a folder differs from machine to machine. */
const inOrder = (files: PolicyFiles): [string, string][] => Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));

/** why 20 digits: as much as of every other hash in a key. */
const hashOf = (files: PolicyFiles): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(files)))
    .digest('hex')
    .slice(0, 20);

/**
 * Puts a policy folder in force, and answers where it lies and which objects nobody will read any more. Each file is written anew, also
 * where its like is there: by its age it would expire.
 */
export async function deployPolicies(
  store: ObjectStore,
  prefix: string,
  files: PolicyFiles,
): Promise<{ folder: string; superseded: string[] }> {
  const hash = hashOf(files);
  const now = await readJson<Current>(store, pointerOf(prefix));
  const before = now?.hash === hash ? now.before : now?.hash;
  const folder = folderOf(prefix, hash);
  for (const [name, body] of inOrder(files)) await store.write(`${folder}${name}`, body);
  const current: Current = { hash, files: inOrder(files).map(([name]) => name), ...(before ? { before } : {}) };
  await store.write(pointerOf(prefix), toJson(current));
  const kept = [pointerOf(prefix), folder, ...(before ? [folderOf(prefix, before)] : [])];
  const all = await store.list(prefix);
  return { folder, superseded: all.map(({ key }) => key).filter((key) => !kept.some((one) => key.startsWith(one))) };
}

/** The policy files in force. Throws naming the object that is missing or is not what was deployed. */
export async function deployedPolicies(store: ObjectStore, prefix: string): Promise<PolicyFiles> {
  const again = 'deploy the policies again (npm run deploy)';
  const current = await readJson<Current>(store, pointerOf(prefix));
  if (!current) throw new Error(`${pointerOf(prefix)}: is not there, so no policy is in force; ${again}`);
  const folder = folderOf(prefix, current.hash);
  const texts = await Promise.all(
    current.files.map(async (name) => {
      const found = await store.read(`${folder}${name}`);
      if (!found) throw new Error(`${folder}${name}: is not there, although its folder is in force; ${again}`);
      return [name, found.body.toString('utf8')] as const;
    }),
  );
  const files = Object.fromEntries(texts);
  if (hashOf(files) !== current.hash) throw new Error(`${folder}: a file was changed after it was deployed; ${again}`);
  return files;
}
