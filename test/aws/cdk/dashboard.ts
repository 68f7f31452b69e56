import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import * as keys from '../../../contracts/run/keys.js';
import { READ_BY_LEADERSHIP, READ_BY_TEAMS } from '../../../contracts/run/who-reads.js';
import { settingsProblems } from '../../../infra/aws/check-settings.js';
import { dashboardStacks } from '../../../infra/aws/dashboard/names.js';
import type { DashboardSettings } from '../../../infra/aws/dashboard/settings.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { mayDo, type Statement } from './may-read.js';
import { CountingChecks, synthesize, synthesized } from './synthesized.js';

const dev = settingsOf('dev');
const DASHBOARD: DashboardSettings = {
  host: 'scorecards.marketplace.example',
  certificate: 'arn:aws:acm:us-east-1:444455556666:certificate/0e1f2a3b-0000-4000-8000-000000000000',
  sessionMinutes: 60,
  signingKey: 2,
};
const settingsWith = (dashboard: Partial<DashboardSettings>) => ({
  ...dev,
  groups: [{ ...dev.groups[0]!, dashboard: { ...DASHBOARD, ...dashboard } }],
});
const made = synthesize({ ...settingsWith({}), operators: ['operators@marketplace.example'] });
const { dashboard, watch } = dashboardStacks({ stage: 'dev', group: 'europe' });
const template = made.named(dashboard);
const company = synthesize(
  settingsWith({
    signIn: {
      ...{ issuer: 'https://login.company.example/', clientId: 'scorecards', clientSecret: '/company/secret' },
      ...{ groupsClaim: 'roles', groups: { 'sales-uk': 'GB', board: 'ALL' } },
    },
  }),
).named(dashboard);

const resources = (of: Template, type: string) =>
  Object.values(of.findResources(type)).map(({ Properties }) => Properties as Record<string, never>);
const config = (of: Template) =>
  (resources(of, 'AWS::CloudFront::Distribution')[0] as unknown as { DistributionConfig: Distribution }).DistributionConfig;
interface Behavior {
  PathPattern: string;
  TrustedKeyGroups?: unknown[];
  FunctionAssociations?: unknown[];
  ViewerProtocolPolicy: string;
  TargetOriginId: string;
  ResponseHeadersPolicyId: unknown;
  AllowedMethods?: string[];
}
interface Distribution {
  CacheBehaviors: Behavior[];
  DefaultCacheBehavior: Behavior;
  Origins: { Id: string; OriginAccessControlId?: unknown }[];
}

describe('a dashboard on AWS', () => {
  it('is made for a group whose settings name it, and for no other', () => {
    expect(
      synthesized()
        .assembly.stacks.map(({ stackName }) => stackName)
        .filter((name) => name.includes('dashboard')),
    ).toEqual([]);
    expect(made.assembly.stacks.map(({ stackName }) => stackName)).toEqual(expect.arrayContaining([dashboard, watch]));
    expect(JSON.stringify(synthesized().template('data').toJSON())).not.toContain('cloudfront');
  });

  it('reads every file of the store with signed cookies and by the rule, and everything over TLS by access control', () => {
    const { CacheBehaviors, DefaultCacheBehavior, Origins } = config(template);
    const ofStore = CacheBehaviors.filter(({ PathPattern }) => PathPattern.startsWith('/of/'));
    expect(CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      ...[
        '/of/*/published/current.json',
        '/of/*/published/digests/*',
        '/of/*/published/*/*/mails_said/*',
        '/of/*',
        '/me.json',
        '/sign-in',
        '/signed-in',
        '/sign-out',
      ],
    ]);
    for (const behavior of ofStore) {
      expect(behavior.TrustedKeyGroups).toHaveLength(1);
      expect(behavior.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
    }
    const storeOrigins = new Set(ofStore.map(({ TargetOriginId }) => TargetOriginId));
    for (const other of [DefaultCacheBehavior, ...CacheBehaviors.filter((one) => !ofStore.includes(one))])
      expect(storeOrigins.has(other.TargetOriginId)).toBe(false);
    for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
      expect(behavior.ViewerProtocolPolicy).toMatch(/https/);
      expect(behavior.ResponseHeadersPolicyId).toBeDefined();
      expect(behavior.AllowedMethods ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
    }
    expect(Origins.every(({ OriginAccessControlId }) => OriginAccessControlId !== undefined)).toBe(true);
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'AWS_IAM' });
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Logging: Match.anyValue(),
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
        Aliases: [DASHBOARD.host],
      },
    });
  });

  it('lets CloudFront call the function that signs in, as AWS has asked for since 2025: by both rights', () => {
    const allowed = resources(template, 'AWS::Lambda::Permission') as unknown as Record<string, unknown>[];
    expect(allowed.map(({ Action }) => Action).sort()).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl']);
    for (const one of allowed) expect(one).toMatchObject({ Principal: 'cloudfront.amazonaws.com', SourceArn: expect.anything() });
  });

  it('sends what keeps a page safe with every answer', () => {
    for (const policy of resources(template, 'AWS::CloudFront::ResponseHeadersPolicy'))
      expect(policy).toMatchObject({
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { ContentSecurityPolicy: expect.stringContaining("frame-ancestors 'none'"), Override: true },
            StrictTransportSecurity: { AccessControlMaxAgeSec: 365 * 86400 },
            FrameOptions: { FrameOption: 'DENY' },
            ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
            ContentTypeOptions: { Override: true },
          },
        },
      });
  });

  it('signs with the newest key and still takes the one before, and its function reads that secret alone', () => {
    const group = resources(template, 'AWS::CloudFront::KeyGroup')[0] as unknown as { KeyGroupConfig: { Items: unknown[] } };
    expect(group.KeyGroupConfig.Items).toHaveLength(2);
    const role = JSON.stringify(resources(template, 'AWS::IAM::Role'));
    expect(role).toContain('/dashboard/signing-key-2/private');
    expect(role).not.toContain('signing-key-1');
    expect(role).not.toMatch(/s3:|dynamodb:|"\*"/);
  });

  it('is signed in to by a user pool with a group for each region, or by the company', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
    });
    const groups = (resources(template, 'AWS::Cognito::UserPoolGroup') as unknown as { GroupName: string }[]).map(
      ({ GroupName }) => GroupName,
    );
    expect(groups.sort()).toEqual(['leadership', ...['DE', 'ES', 'FR', 'GB', 'IE', 'IT'].map((code) => `region-${code}`)]);
    expect(resources(company, 'AWS::Cognito::UserPool')).toEqual([]);
    company.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ GROUPS: '{"sales-uk":"GB","board":"ALL"}', GROUPS_CLAIM: 'roles' }) },
    });
    expect(JSON.stringify(resources(company, 'AWS::IAM::Role'))).toContain('parameter/company/secret');
  });

  it('gives CloudFront of the store what readers may read, all together, and nothing else', () => {
    const data = made.template('data');
    const rights = Object.values(data.findResources('AWS::S3::BucketPolicy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as (Statement & { Principal: { Service?: string } })[])
      .filter(({ Principal }) => Principal.Service === 'cloudfront.amazonaws.com');
    expect(rights).toHaveLength(2);
    const RUN = 'runs/2026-11-16/001';
    const ID = keys.runIdOf(RUN);
    const readable = [
      ...[keys.POINTER, keys.manifestKey(RUN), keys.readersIndexKey(ID, 'GB'), keys.readersIndexKey(ID, 'ALL')],
      ...READ_BY_LEADERSHIP.map((dataset) => `${keys.datasetFolder(RUN, dataset)}x`),
      ...READ_BY_TEAMS.map((dataset) => `${keys.readersDatasetFolder(ID, 'GB', dataset)}x`),
    ];
    const others = [
      ...[
        keys.policiesKey(RUN),
        keys.planKey(RUN),
        keys.qualityKey(RUN),
        keys.publishedLogKey('2026-11-16', '001'),
        'accepted/orders/x',
      ],
      ...Object.keys(PUBLISHED)
        .filter((dataset) => !READ_BY_LEADERSHIP.includes(dataset))
        .map((dataset) => `${keys.datasetFolder(RUN, dataset)}x`),
    ];
    expect([...readable, ...others].filter((key) => mayDo(rights, 's3:GetObject', key))).toEqual(readable);
    expect([...readable, ...others].filter((key) => mayDo(rights, 's3:PutObject', key))).toEqual([]);
    expect(rights.find(({ Action }) => Action === 's3:ListBucket')!.Condition).toMatchObject({
      StringLikeIfExists: { 's3:prefix': ['published/*'] },
    });
    for (const right of rights) expect(JSON.stringify(right)).toContain(':cloudfront::');
  });

  it('rings where CloudFront counts, and tells the operators', () => {
    const alarms = resources(made.named(watch), 'AWS::CloudWatch::Alarm') as unknown as Record<string, unknown>[];
    expect(alarms.map(({ MetricName }) => MetricName)).toEqual(['5xxErrorRate', '4xxErrorRate']);
    expect(made.assembly.getStackByName(watch).environment.region).toBe('us-east-1');
    made.named(watch).hasResourceProperties('AWS::SNS::Subscription', { Endpoint: 'operators@marketplace.example' });
  });

  it('is found to be sound by the AwsSolutions rules', () => {
    const checks = new CountingChecks(made.app);
    const report = checks.validateScope(made.app);
    expect(report.violations.map((one) => [one.ruleName, one.violatingResources.map((r) => r.constructPath)])).toEqual([]);
    expect(checks.shown).toContain('AWS::CloudFront::Distribution');
  });

  it('is refused, with what to write, where its settings are not right', () => {
    const problems = (dashboard: Partial<DashboardSettings>) => settingsProblems(settingsWith(dashboard)).join('\n');
    expect(problems({})).toBe('');
    expect(problems({ host: 'https://scorecards.example/' })).toContain(
      'dashboard.host "https://scorecards.example/": is none; write',
    );
    expect(problems({ certificate: 'arn:aws:acm:eu-west-1:444455556666:certificate/1' })).toContain('is none of us-east-1');
    expect(problems({ sessionMinutes: 100_000 })).toContain('write 5 to 720');
    expect(problems({ signingKey: 0 })).toContain('count from 1');
    const signIn = { issuer: 'http://x', clientId: 'a', groupsClaim: 'g', groups: { a: 'gb' } };
    expect(problems({ signIn })).toContain('signIn.issuer "http://x"');
    expect(problems({ signIn })).toContain('signIn.groups of a: "gb" is no region');
  });
});
