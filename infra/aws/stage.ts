import { type App, Tags, Validations } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageDashboard } from './dashboard/stage.js';
import { namesOf } from './names.js';
import type { Settings } from './settings.js';
import { DataStack } from './stacks/data-stack.js';
import { MailStack } from './stacks/mail-stack.js';
import { NightStack } from './stacks/night-stack.js';
import { WatchStack } from './stacks/watch-stack.js';

/**
 * Fills the app with a stage: four stacks per region group. `codeOf` gives the bundled code of a task's folder. Every resource is
 * held against the AwsSolutions rules; a finding that nobody has accepted with a reason stops the synthesis.
 */
export function stage(app: App, settings: Settings, codeOf: (folder: string) => lambda.Code): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const group of settings.groups) {
    const names = namesOf(settings, group);
    const given = {
      settings,
      group,
      names,
      env: { region: group.awsRegion, ...(settings.account ? { account: settings.account } : {}) },
    };
    const describe = (what: string) => `Seller scorecards ${settings.stage} ${group.name}: ${what}`;
    const data = new DataStack(app, `${names.base}-data`, { ...given, description: describe('what is kept') });
    const { key } = data;
    const night = new NightStack(app, `${names.base}-night`, {
      ...given,
      key,
      codeOf,
      description: describe('the nightly workflow'),
    });
    const watch = new WatchStack(app, `${names.base}-watch`, { ...given, key, description: describe('alarms and dashboard') });
    const mails = new MailStack(app, `${names.base}-mails`, {
      ...{ ...given, key, codeOf },
      description: describe('what sellers answer to mails'),
    });
    night.addStackDependency(data);
    mails.addStackDependency(data);
    watch.addStackDependency(night);
    stageDashboard(app, given, data, codeOf);
    for (const stack of [data, night, mails, watch]) {
      Tags.of(stack).add('project', 'seller-scorecards');
      Tags.of(stack).add('stage', settings.stage);
      Tags.of(stack).add('group', group.name);
    }
  }
}
