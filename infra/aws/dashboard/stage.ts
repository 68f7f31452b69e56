import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, type Stack, Tags } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { parse } from 'yaml';
import { HOME } from '../../shared/home.js';
import type { Names } from '../names.js';
import type { RegionGroup, Settings } from '../settings.js';
import { DashboardStack } from '../stacks/dashboard-stack.js';
import { DashboardWatchStack } from '../stacks/dashboard-watch-stack.js';
import { dashboardStacks, METRICS_REGION } from './names.js';

interface Given {
  settings: Settings;
  group: RegionGroup;
  names: Names;
  env: { region: string; account?: string };
}

/** Codes of the regions that a policy folder judges. */
const regionsOf = (policies: string): string[] =>
  Object.keys((parse(readFileSync(join(HOME, policies, 'regions.yaml'), 'utf8')) as { regions: object }).regions);

/** Adds the dashboard of a group: two stacks; none where its settings name none. `data`: the stack that they read from. */
export function stageDashboard(app: App, given: Given, data: Stack, codeOf: (folder: string) => lambda.Code): void {
  const { settings, group, env } = given;
  const { dashboard } = group;
  if (!dashboard) return;
  const ids = dashboardStacks({ stage: settings.stage, group: group.name });
  const describe = (what: string) => `Seller scorecards ${settings.stage} ${group.name}: ${what}`;
  const stack = new DashboardStack(app, ids.dashboard, {
    ...{ ...given, dashboard, regions: regionsOf(group.policies), code: codeOf('sign-in') },
    description: describe('the dashboard'),
  });
  stack.addStackDependency(data);
  const watch = new DashboardWatchStack(app, ids.watch, {
    ...{ ...given, env: { ...env, region: METRICS_REGION } },
    description: describe('alarms of the dashboard'),
  });
  for (const one of [stack, watch]) {
    Tags.of(one).add('project', 'seller-scorecards');
    Tags.of(one).add('stage', settings.stage);
    Tags.of(one).add('group', group.name);
  }
}
