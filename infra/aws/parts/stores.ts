import { S3Client } from '@aws-sdk/client-s3';
import type { PolicyFiles } from '../../../policies/load.js';
import { lockManifests } from '../adapters/lock-manifests.js';
import { S3Store } from '../adapters/object-store.js';
import { deployedPolicies } from '../deployed-policies.js';
import { fromEnvironment } from '../environment-variables.js';
import { theScratch } from './scratch.js';

/** why 5: S3 answers 503 for a moment when a prefix grows busy, and a night reads many small objects at once. */
const s3 = new S3Client({ maxAttempts: 5 });
lockManifests(s3, process.env, Date.now);

/** Where accepted files, runs and the pointer lie. */
export const theStore = (): S3Store => new S3Store(s3, fromEnvironment('STORE_BUCKET'), theScratch());

/** Where the marketplace's systems drop files. */
export const theLanding = (): S3Store => new S3Store(s3, fromEnvironment('LANDING_BUCKET'), theScratch());

/** The policies that the deployment put in force. */
export const thePolicyFiles = (): Promise<PolicyFiles> => deployedPolicies(theStore(), fromEnvironment('POLICIES_PREFIX'));
