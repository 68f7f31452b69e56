import { App, Stack, Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { CountingChecks, synthesized } from './synthesized.js';

const acknowledged = (app: App): [string, string][] =>
  app.node
    .findAll()
    .flatMap((one) => one.node.metadata)
    .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap((entry) => Object.entries(entry.data as Record<string, string>));

describe.each(['dev', 'prod'])('the AwsSolutions rules and stage %s', (name) => {
  const { app, template } = synthesized(name);
  const checks = new CountingChecks(app);
  const report = checks.validateScope(app);

  it('find nothing that nobody has accepted with a reason', () => {
    expect(report.violations.map((one) => [one.ruleName, one.violatingResources.map((r) => r.constructPath)])).toEqual([]);
  });

  it('were shown every resource of the four templates', () => {
    const resources = (['data', 'night', 'mails', 'watch'] as const).map(
      (what) => Object.keys(template(what).toJSON().Resources).length,
    );
    expect(checks.shown).toHaveLength(resources.reduce((sum, some) => sum + some, 0));
    expect(checks.shown.length).toBeGreaterThan(100);
    for (const type of ['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::StepFunctions::StateMachine'])
      expect(checks.shown).toContain(type);
  });

  it('are accepted one finding at a time, each with a reason of several words', () => {
    const accepted = acknowledged(app);
    expect(accepted.length).toBeGreaterThan(0);
    for (const [id, because] of accepted) {
      expect(id).toMatch(/^AwsSolutions-(IAM5\[Resource::.+\]|S1|SQS3|SMG4|CFR[1-4])$/);
      expect(because.split(' ').length).toBeGreaterThan(3);
    }
  });

  it('would find what nobody has accepted', () => {
    const bare = new App();
    new s3.Bucket(new Stack(bare, 'Bare'), 'Bucket');
    const found = new CountingChecks(bare).validateScope(bare).violations.map((one) => one.ruleName);
    expect(found).toEqual(expect.arrayContaining(['AwsSolutions-S1', 'AwsSolutions-S10']));
  });
});
