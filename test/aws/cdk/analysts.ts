import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { settingsProblems } from '../../../infra/aws/check-settings.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { dataTemplate, synthesized } from './synthesized.js';

const BI = 'arn:aws:iam::444455556666:role/business-intelligence';
const dev = settingsOf('dev');
const withAnalysts = (...analysts: string[]) => ({ ...dev, groups: [{ ...dev.groups[0]!, analysts }] });
const data = dataTemplate(withAnalysts(BI));

interface Statement {
  Action: string | string[];
  Resource: unknown;
  Condition?: object;
}
const [role] = Object.values(data.findResources('AWS::IAM::Role')).filter(
  (one) => one.Properties.RoleName === 'scorecards-dev-europe-analysts',
);
const statements = (role?.Properties.Policies?.[0].PolicyDocument.Statement ?? []) as Statement[];
const mayDo = (action: string): string =>
  JSON.stringify(statements.filter((one) => [one.Action].flat().includes(action)).map(({ Resource }) => Resource));

describe('analysts', () => {
  it('are who the settings name, and nobody where they name nobody', () => {
    expect(role!.Properties.AssumeRolePolicyDocument.Statement).toMatchObject([
      { Principal: { AWS: BI }, Action: 'sts:AssumeRole' },
    ]);
    expect(Object.keys(synthesized('dev').template('data').findResources('AWS::IAM::Role')).join()).not.toContain('Analysts');
    expect(settingsProblems(withAnalysts('business-intelligence'))).toEqual([
      expect.stringMatching(/dev: europe: analysts: "business-intelligence" is no role, user or account; write arn:aws:iam/),
    ]);
  });

  it('read every published dataset but what mails are made of, and nothing else that the store holds', () => {
    const readable = mayDo('s3:GetObject');
    for (const dataset of Object.keys(PUBLISHED)) {
      expect(readable.includes(`/runs/*/${dataset}/*`), dataset).toBe(dataset !== 'mail_orders');
      expect(mayDo('glue:GetTable').includes(`table/scorecards_dev_europe/${dataset}"`), dataset).toBe(dataset !== 'mail_orders');
    }
    for (const secret of ['accepted', 'quarantine', 'mail/', 'policies', '-landing-', 'night_', 'ledger'])
      expect(readable + mayDo('glue:GetTable')).not.toContain(secret);
  });

  it('write their answers below a prefix of their own, which the bucket forgets', () => {
    expect(JSON.parse(mayDo('s3:PutObject'))).toHaveLength(1);
    expect(mayDo('s3:PutObject')).toContain('/analyst-answers/*');
    expect(statements.flatMap(({ Action }) => Action).filter((action) => /Delete|\*/.test(action))).toEqual([]);
    const rules = Object.values(data.findResources('AWS::S3::Bucket')).flatMap(
      (one) => (one.Properties.LifecycleConfiguration?.Rules ?? []) as { Prefix?: string; ExpirationInDays?: number }[],
    );
    expect(rules).toContainEqual(expect.objectContaining({ Prefix: 'analyst-answers/', ExpirationInDays: 30 }));
  });

  it('ask in a work group of their own, which keeps what it says about place and cost', () => {
    const groups = Object.values(data.findResources('AWS::Athena::WorkGroup')).map((one) => one.Properties);
    expect(groups.find(({ Name }) => Name === 'scorecards-dev-europe-analysts')).toMatchObject({
      WorkGroupConfiguration: { EnforceWorkGroupConfiguration: true, BytesScannedCutoffPerQuery: dev.mostBytesPerQuery },
    });
    expect(mayDo('athena:StartQueryExecution')).toContain('workgroup/scorecards-dev-europe-analysts');
    expect(mayDo('athena:StartQueryExecution')).not.toContain('workgroup/scorecards-dev-europe"');
  });
});
