import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type CfnResource, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdk from '../../../cdk.json' with { type: 'json' };
import { namesOf } from '../../../infra/aws/names.js';
import { type Settings, settingsOf } from '../../../infra/aws/settings.js';
import { DataStack } from '../../../infra/aws/stacks/data-stack.js';
import { stage } from '../../../infra/aws/stage.js';

/** Counts what it was shown, so that a report without findings is known to be about something. */
export class CountingChecks extends AwsSolutionsChecks {
  readonly shown: string[] = [];
  protected override checkResource(node: CfnResource): void {
    this.shown.push(node.cfnResourceType);
    super.checkResource(node);
  }
}

/** A stage with a line of code in place of each bundle: everything of the templates but the assets. */
export function synthesize(settings: Settings) {
  const outdir = mkdtempSync(join(tmpdir(), 'scorecards-synth-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const app = new App({ outdir, context: cdk.context });
  stage(app, settings, (folder) => lambda.Code.fromInline(`// ${folder}`));
  const assembly = app.synth();
  const named = (name: string) => Template.fromStack(app.node.findChild(name) as Stack);
  const template = (what: 'data' | 'night' | 'mails' | 'watch', group = settings.groups[0]!.name) =>
    named(`scorecards-${settings.stage}-${group}-${what}`);
  return { app, assembly, template, named };
}

/** What is kept, of the first group alone: a whole stage takes ten times as long. */
export function dataTemplate(settings: Settings): Template {
  const group = settings.groups[0]!;
  const names = namesOf(settings, group);
  return Template.fromStack(new DataStack(new App({ context: cdk.context }), 'data', { settings, group, names }));
}

const known = new Map<string, ReturnType<typeof synthesize>>();

/** A stage of the settings, synthesized once. */
export function synthesized(name = 'dev'): ReturnType<typeof synthesize> {
  const found = known.get(name) ?? synthesize(settingsOf(name));
  known.set(name, found);
  return found;
}
