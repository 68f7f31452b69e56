import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import columns from '../../../contracts/ledger/night-columns.json' with { type: 'json' };
import { GlueCatalog } from '../adapters/catalog.js';
import { AwsLeftovers } from '../adapters/leftovers.js';
import { AthenaEngine } from '../adapters/query-engine.js';
import { fromEnvironment } from '../environment-variables.js';
import { theStore } from './stores.js';

/** why 10: eight queries of a layer prepare and register at once, and these calls are limited to a few per second per account. */
const PATIENT = { maxAttempts: 10 };

/** The tables of the deployment's database. */
export function theCatalog(): GlueCatalog {
  const store = theStore();
  return new GlueCatalog(new GlueClient(PATIENT), fromEnvironment('GLUE_DATABASE'), (prefix) => store.url(prefix));
}

/** Athena in the deployment's work group. */
export const theEngine = (): AthenaEngine =>
  new AthenaEngine({
    athena: new AthenaClient(PATIENT),
    store: theStore(),
    catalog: theCatalog(),
    database: fromEnvironment('GLUE_DATABASE'),
    workGroup: fromEnvironment('WORKGROUP'),
    queries: fromEnvironment('QUERIES') === 'inline' ? 'inline' : 'prepared',
    columns,
  });

/** What earlier nights left behind in Athena and Glue. */
export const theLeftovers = (): AwsLeftovers =>
  new AwsLeftovers({
    athena: new AthenaClient(PATIENT),
    glue: new GlueClient(PATIENT),
    store: theStore(),
    database: fromEnvironment('GLUE_DATABASE'),
    workGroup: fromEnvironment('WORKGROUP'),
    datasets: Object.keys(columns),
    keep: { runs: Number(fromEnvironment('KEEP_RUNS')), work: Number(fromEnvironment('KEEP_WORK')) },
    now: Date.now,
  });
