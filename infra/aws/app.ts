import { env, exit } from 'node:process';
import { App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { bundle } from './bundle.js';
import { foldersOf } from './functions.js';
import { settingsOf } from './settings.js';
import { stage } from './stage.js';

/**
 * What `cdk` runs. `-c stage=prod` chooses the stage. `-c complete=true` (as `npm run deploy` has it) insists on DuckDB's library
 * for Lambda; without it a machine that is offline still synthesizes, with an accept-files that says why it refuses to start.
 */
const app = new App();
const chosen = String(app.node.tryGetContext('stage') ?? 'dev');
const settings = settingsOf(chosen);
const complete = app.node.tryGetContext('complete') === 'true';
// why: npm waits more than a minute for a network that is not there.
if (!complete) env.npm_config_fetch_retries ??= '0';
const bundles = await bundle(foldersOf(settings), { withoutDuckdb: complete ? 'fail' : 'leave out' }).catch((error: Error) => {
  console.error(error.message);
  return exit(1);
});
stage(app, settings, (folder) => lambda.Code.fromAsset(bundles[folder]!));
app.synth();
