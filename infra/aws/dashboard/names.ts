import { Aws } from 'aws-cdk-lib';

/** The one stack of the dashboard outside of the group's region: CloudFront counts its requests there and nowhere else. */
export const METRICS_REGION = 'us-east-1';

interface Place {
  stage: string;
  group: string;
}

/** The parameter that holds half of a signing key. */
export const signingKeyAt = ({ stage, group }: Place, key: number, half: 'private' | 'public'): string =>
  `/scorecards/${stage}/${group}/dashboard/signing-key-${key}/${half}`;

/** The name of each stack of the dashboard. */
export const dashboardStacks = ({ stage, group }: Place) => ({
  dashboard: `scorecards-${stage}-${group}-dashboard`,
  watch: `scorecards-${stage}-${group}-dashboard-watch`,
});

export const pagesBucket = ({ stage, group }: Place): string => `scorecards-${stage}-${group}-pages-${Aws.ACCOUNT_ID}`;
export const webLogsBucket = ({ stage, group }: Place): string => `scorecards-${stage}-${group}-web-logs-${Aws.ACCOUNT_ID}`;
