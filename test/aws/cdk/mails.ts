import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { DOOR_HEADER } from '../../../infra/aws/door.js';
import { mayDo, mayList, type Statement } from './may-read.js';
import { synthesized } from './synthesized.js';

const mails = synthesized().template('mails');
const night = synthesized().template('night');
const rightsOf = (template: typeof mails, task: string): Statement[] => {
  const roles = Object.values(template.findResources('AWS::IAM::Role'));
  const found = roles.find((one) => String(one.Properties.Description).startsWith(`What ${task} of`))!;
  return found.Properties.Policies[0].PolicyDocument.Statement as Statement[];
};
const PREFERENCES = 'mail/preferences/0123.json';
const KEYS = 'mail/link-keys.json';

describe('what sellers answer to mails', () => {
  it('comes to the page over HTTPS and through CloudFront alone, which says a secret that no template holds', () => {
    const [distribution] = Object.values(mails.findResources('AWS::CloudFront::Distribution'));
    const { DefaultCacheBehavior: behaviour, Origins: origins, Logging: log } = distribution!.Properties.DistributionConfig;
    expect(behaviour.ViewerProtocolPolicy).toBe('https-only');
    expect(behaviour.AllowedMethods).toContain('POST');
    const secret = '{{resolve:secretsmanager:scorecards-dev-europe-door}}';
    expect(origins[0].OriginCustomHeaders).toEqual([{ HeaderName: DOOR_HEADER, HeaderValue: secret }]);
    mails.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'scorecards-dev-europe-mail-preferences',
      Environment: { Variables: Match.objectLike({ DOOR_SECRET: secret }) },
    });
    // Its lines would hold the addresses, which are the keys.
    expect(log).toBeUndefined();
  });

  it('waits where an account reserves functions, and takes none from one that may run ten', () => {
    const atOnce = (stage: string) =>
      Object.values(synthesized(stage).template('mails').findResources('AWS::Lambda::Function')).flatMap(
        (one) => one.Properties.ReservedConcurrentExecutions ?? [],
      );
    expect([atOnce('dev'), atOnce('prod')]).toEqual([[], [20]]);
  });

  it('reaches preferences and the keys of links, and nothing else of the store', () => {
    for (const task of ['MailPreferences', 'MailFeedback']) {
      const rights = rightsOf(mails, task);
      for (const action of ['s3:GetObject', 's3:PutObject']) {
        expect(mayDo(rights, action, PREFERENCES), task).toBe(true);
        expect(mayDo(rights, action, KEYS), task).toBe(task === 'MailPreferences');
        for (const key of ['published/current.json', 'runs/2026-11-16/001/sellers/part-0.parquet', 'mail/ledger/x.json'])
          expect(mayDo(rights, action, key), `${task} ${key}`).toBe(false);
      }
    }
  });

  it('is known to the plan and to whoever sends, and signed by the latter alone', () => {
    expect(mayDo(rightsOf(night, 'PlanEmails'), 's3:GetObject', PREFERENCES)).toBe(true);
    expect(mayList(rightsOf(night, 'PlanEmails'), 'mail/preferences/')).toBe(true);
    expect(mayDo(rightsOf(night, 'PlanEmails'), 's3:GetObject', KEYS)).toBe(false);
    expect(mayDo(rightsOf(night, 'SendEmails'), 's3:GetObject', PREFERENCES)).toBe(true);
    expect(mayDo(rightsOf(night, 'SendEmails'), 's3:PutObject', PREFERENCES)).toBe(false);
    expect(mayDo(rightsOf(night, 'SendEmails'), 's3:GetObject', KEYS)).toBe(true);
  });

  it('comes from the reports of our own mails that they bounced or were unwanted', () => {
    mails.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': ['scorecards-dev-europe'] } } },
      },
    });
  });
});
