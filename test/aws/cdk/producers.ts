import { describe, expect, it } from 'vitest';
import { settingsProblems } from '../../../infra/aws/check-settings.js';
import { type RegionGroup, type Settings, STAGES, settingsOf } from '../../../infra/aws/settings.js';
import { synthesize, synthesized } from './synthesized.js';

const SHOP = 'arn:aws:iam::444455556666:role/jobs/export-orders';
const CRM = 'arn:aws:iam::777788889999:role/crm';
const dev = settingsOf('dev');
const withGroup = (more: Partial<RegionGroup>, stage: Partial<Settings> = {}): Settings => ({
  ...dev,
  ...stage,
  groups: [{ ...dev.groups[0]!, ...more }],
});

interface Statement {
  Sid?: string;
  Effect: string;
  Action: string | string[];
  Principal: { AWS?: string | string[] };
  Resource: unknown;
  Condition?: object;
}
const open = synthesize(withGroup({ producers: { orders: [SHOP], reviews: [CRM, SHOP, CRM] } }, { account: '111122223333' }));
/** Statements of the policies of a type of resource that let somebody outside in. */
const doors = (type: string, property: string, data = open.template('data')): Statement[] =>
  Object.values(data.findResources(type))
    .flatMap((one) => (one.Properties[property] as { Statement: Statement[] }).Statement)
    .filter(({ Sid }) => Sid?.startsWith('Producers'));
const LANDING = { 'Fn::GetAtt': [expect.stringMatching(/^Landing/), 'Arn'] };

describe('producers', () => {
  it('may put files below the folder of their dataset, whatever account they are of, and nothing else', () => {
    const actions = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
    expect(doors('AWS::S3::BucketPolicy', 'PolicyDocument')).toEqual([
      {
        Sid: 'ProducersOforders',
        Effect: 'Allow',
        Principal: { AWS: SHOP },
        Action: actions,
        Resource: { 'Fn::Join': ['', [LANDING, '/orders/*']] },
      },
      {
        Sid: 'ProducersOfreviews',
        Effect: 'Allow',
        Principal: { AWS: [SHOP, CRM] },
        Action: actions,
        Resource: { 'Fn::Join': ['', [LANDING, '/reviews/*']] },
      },
    ]);
  });

  it('may use the key through S3 and for landed files only', () => {
    const [door, ...more] = doors('AWS::KMS::Key', 'KeyPolicy');
    expect(more).toEqual([]);
    expect(door).toMatchObject({
      Effect: 'Allow',
      Principal: { AWS: [SHOP, CRM] },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Condition: {
        StringEquals: { 'kms:ViaService': { 'Fn::Join': ['', ['s3.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } },
      },
    });
    const condition = JSON.stringify(door!.Condition);
    expect(condition).toContain('"kms:EncryptionContext:aws:s3:arn":[');
    expect(condition).toContain(':s3:::scorecards-dev-europe-landing-');
    expect(condition).not.toContain('-store-');
  });

  it('need no ACL: the bucket owns what they put', () => {
    open.template('data').hasResourceProperties('AWS::S3::Bucket', {
      BucketName: { 'Fn::Join': ['', ['scorecards-dev-europe-landing-', { Ref: 'AWS::AccountId' }]] },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  it('that are not named have no door', () => {
    const closed = synthesized().template('data');
    expect(doors('AWS::S3::BucketPolicy', 'PolicyDocument', closed)).toEqual([]);
    expect(doors('AWS::KMS::Key', 'KeyPolicy', closed)).toEqual([]);
  });
});

describe('an account of a stage', () => {
  it('is that of its stacks, so that CDK too deploys them nowhere else', () => {
    for (const { environment } of open.assembly.stacks)
      expect(environment).toMatchObject({ account: '111122223333', region: 'eu-west-1' });
  });

  it('is whichever the credentials are of, where the settings name none', () => {
    for (const { environment } of synthesized().assembly.stacks) expect(environment.account).toBe('unknown-account');
  });
});

describe('settings that cannot be', () => {
  it('are none of those in the file', () => {
    for (const stage of Object.values(STAGES)) expect(settingsProblems(stage)).toEqual([]);
  });

  it.each<[string, Settings, RegExp]>([
    [
      'a dataset that does not land',
      withGroup({ producers: { order: [SHOP] } }),
      /europe: producers of "order": is no dataset that lands; there are orders, /,
    ],
    ['a name that every object has', withGroup({ producers: { constructor: [SHOP] } }), /"constructor": is no dataset/],
    [
      'everybody',
      withGroup({ producers: { orders: ['*'] } }),
      /producers of orders: "\*" is no role, user or account; write arn:aws:iam::/,
    ],
    [
      'all roles of an account',
      withGroup({ producers: { orders: ['arn:aws:iam::444455556666:role/*'] } }),
      /role\/\*" is no role/,
    ],
    [
      'a session of a role',
      withGroup({ producers: { orders: ['arn:aws:sts::444455556666:assumed-role/a/b'] } }),
      /assumed-role\/a\/b" is no role/,
    ],
    ['an account that is too short', withGroup({ producers: { orders: ['arn:aws:iam::44445555666:role/a'] } }), /is no role/],
    ['nobody', withGroup({ producers: { orders: [] } }), /producers of orders: names nobody; take the line out/],
    [
      'an account with dashes',
      withGroup({}, { account: '1111-2222-3333' }),
      /dev: account "1111-2222-3333": is none; an AWS account has 12 digits/,
    ],
    [
      'a first landing day that no calendar has',
      withGroup({ firstLandingDay: '2026-02-30' }),
      /firstLandingDay "2026-02-30": is no day/,
    ],
    ['a group with a capital', withGroup({ name: 'Europe' }), /Europe: stage \(8\) and group \(12\) are short small letters/],
  ])('%s: said in one line', (_what, settings, line) => {
    expect(settingsProblems(settings)).toEqual([expect.stringMatching(line)]);
    expect(settingsProblems(settings)[0]).toMatch(/^infra\/aws\/settings\.ts: dev: /);
  });

  it('roles, users and whole accounts can, in China and GovCloud too', () => {
    const arns = [SHOP, 'arn:aws-cn:iam::444455556666:user/a.b@c', 'arn:aws-us-gov:iam::444455556666:root'];
    expect(settingsProblems(withGroup({ producers: { orders: arns } }))).toEqual([]);
  });
});
