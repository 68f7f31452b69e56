import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { BUILT, buildDashboard } from '../../shared/build-dashboard.js';
import type { RegionGroup, Settings } from '../settings.js';
import { dashboardStacks } from './names.js';
import { builtPages } from './pages.js';
import { parametersIn } from './parameters.js';
import { haveSigningKey } from './signing-keys.js';

const withDashboard = ({ groups }: Settings): RegionGroup[] => groups.filter(({ dashboard }) => dashboard !== undefined);
const placeOf = ({ stage }: Settings, group: RegionGroup) => ({ stage, group: group.name });

/** Stacks of dashboards that are deployed with all others; their alarms come after, as they ask for what these made. */
export const stacksOfDashboards = (settings: Settings): string[] =>
  withDashboard(settings).map((group) => dashboardStacks(placeOf(settings, group)).dashboard);

/** What the stacks of dashboards ask for: a signing key, and the one before it. Says a line for each that is made. */
export async function beforeDashboards(settings: Settings, say: (line: string) => void): Promise<void> {
  for (const group of withDashboard(settings)) {
    const { signingKey } = group.dashboard!;
    for (const key of [signingKey - 1, signingKey].filter((one) => one > 0))
      if ((await haveSigningKey(parametersIn(group.awsRegion), placeOf(settings, group), key)) === 'made')
        say(`${group.name}: signing key ${key} of the dashboard is made`);
  }
}

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts the pages, and deploys the alarms with what the dashboards' stacks made. */
export async function afterDashboards(
  settings: Settings,
  outputs: Outputs,
  { say, cdk }: { say: (line: string) => void; cdk: (stack: string, parameters: string[]) => Promise<void> },
): Promise<void> {
  const groups = withDashboard(settings);
  if (groups.length > 0) await buildDashboard(say);
  for (const group of groups) {
    const { dashboard, watch } = dashboardStacks(placeOf(settings, group));
    const { PagesBucket, DistributionId, Address, PointTheHostAt } = outputs[dashboard]!;
    const s3 = new S3Client({ region: group.awsRegion });
    const pages = await builtPages(BUILT);
    for (const { key, body, contentType, cacheControl } of pages)
      await s3.send(
        new PutObjectCommand({ Bucket: PagesBucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
      );
    await cdk(watch, ['--parameters', `${watch}:DistributionId=${DistributionId}`]);
    say(`${group.name}: ${pages.length} files of the dashboard are in place; ${Address} must lead to ${PointTheHostAt}`);
  }
}
