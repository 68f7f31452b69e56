import { App } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { bundleForNow } from './bundle-for-now.js';
import { BESIDE, TASKS } from './functions.js';
import { settingsOf } from './settings.js';
import { stage } from './stage.js';

// The stage comes from the command line: cdk synth -c stage=prod
const app = new App();
const chosen = String(app.node.tryGetContext('stage') ?? 'dev');
const folders = [...Object.values(TASKS), ...Object.values(BESIDE)].map((size) => size.folder);
const bundled = await bundleForNow(folders);
stage(app, settingsOf(chosen), (folder) => lambda.Code.fromAsset(bundled[folder]!));
app.synth();
