import { S3Client } from '@aws-sdk/client-s3';
import type { PolicyFiles } from '../../../policies/load.js';
import { lockManifests } from '../adapters/lock-manifests.js';
import { S3Store } from '../adapters/object-store.js';
import { fromEnvironment } from '../environment-variables.js';

/** why 5: S3 answers 503 for a moment when a prefix grows busy, and a night reads many small objects at once. */
const s3 = new S3Client({ maxAttempts: 5 });
lockManifests(s3, process.env, Date.now);

/** Where accepted files, runs and the pointer lie. */
export const theStore = (): S3Store => new S3Store(s3, fromEnvironment('STORE_BUCKET'));

/** Where the marketplace's systems drop files. */
export const theLanding = (): S3Store => new S3Store(s3, fromEnvironment('LANDING_BUCKET'));

/** The policy folder as the deployment copied it into the store; only the folder itself, not those below it. */
export async function thePolicyFiles(): Promise<PolicyFiles> {
  const store = theStore();
  const prefix = fromEnvironment('POLICIES_PREFIX');
  const files: PolicyFiles = {};
  for (const { key } of await store.list(prefix)) {
    const name = key.slice(prefix.length);
    if (name.includes('/') || !/\.ya?ml$/.test(name)) continue;
    files[name] = (await store.read(key))?.body.toString('utf8') ?? '';
  }
  return files;
}
