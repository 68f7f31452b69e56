import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DASHBOARD_ALARMS } from '../../../infra/aws/stacks/dashboard-watch-stack.js';
import { HOME } from '../../../infra/shared/home.js';
import { COUNTED } from '../../../lambdas/shared/metrics.js';
import { keyHash } from '../../../lambdas/shared/send-ledger.js';
import { readSqlFiles } from '../../../sql/files.js';
import { synthesized } from './synthesized.js';

interface Alarm {
  AlarmName: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
  OKActions: unknown[];
  Namespace: string;
  MetricName: string;
  Dimensions: { Name: string; Value: unknown }[];
}

const watch = synthesized().template('watch');
const alarms = Object.values(watch.findResources('AWS::CloudWatch::Alarm')).map((one) => one.Properties as Alarm);
const runbook = readFileSync(join(HOME, 'docs/runbook.md'), 'utf8');
const sections = new Map(
  runbook
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0]!.trim(), section]),
);
const headingOf = (alarm: Alarm): string => alarm.AlarmDescription.match(/docs\/runbook\.md, "(.+)"\.$/)?.[1] ?? '';

describe('alarms', () => {
  it('watch what can go wrong: the night, its data, its cost, its mails, its start', () => {
    expect(alarms.map((alarm) => alarm.AlarmName.replace('scorecards-dev-europe-', '')).sort()).toEqual([
      'bytes-scanned',
      'functions-throttled',
      'gate-stopped',
      'mail-bounces',
      'mail-complaints',
      'mails-in-doubt',
      'missed-starts',
      'night-aborted',
      'night-failed',
      'night-missing',
      'night-timed-out',
      'nobody-looked',
      'preferences-failing',
      'quarantine-share',
    ]);
  });

  it('each say what is wrong and name a heading of the runbook that exists and holds a command', () => {
    for (const alarm of alarms) {
      const section = sections.get(headingOf(alarm));
      expect(section, `docs/runbook.md needs a heading "## ${headingOf(alarm)}"`).toBeDefined();
      expect(section, headingOf(alarm)).toContain('```sh');
    }
  });

  it('each tell the operators when they ring and when they stop', () => {
    for (const alarm of alarms) {
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
    }
  });

  it('of our own metrics watch a metric that a Lambda counts, by the name of the deployment', () => {
    const ours = alarms.filter((alarm) => alarm.Namespace === 'SellerScorecards');
    expect(ours.length).toBeGreaterThan(4);
    for (const alarm of ours) {
      expect(Object.keys(COUNTED)).toContain(alarm.MetricName);
      expect(alarm.Dimensions).toEqual([{ Name: 'service', Value: 'scorecards-dev-europe' }]);
    }
  });

  it('of AWS watch metrics that AWS has', () => {
    const known = [
      'Errors',
      'ExecutionsAborted',
      'Throttles',
      'ExecutionsFailed',
      'ExecutionsTimedOut',
      'Reputation.BounceRate',
      'Reputation.ComplaintRate',
    ];
    for (const alarm of alarms.filter((one) => one.Namespace.startsWith('AWS/')))
      expect([...known, 'ApproximateNumberOfMessagesVisible']).toContain(alarm.MetricName);
  });

  it('reach the topic although it is encrypted: CloudWatch may use its key and publish to it', () => {
    const key = Object.values(synthesized().template('data').findResources('AWS::KMS::Key'))[0]!;
    expect(JSON.stringify(key.Properties.KeyPolicy)).toContain('"Service":"cloudwatch.amazonaws.com"');
    const policy = Object.values(watch.findResources('AWS::SNS::TopicPolicy'))[0]!;
    expect(JSON.stringify(policy.Properties.PolicyDocument)).toContain('"Service":"cloudwatch.amazonaws.com"');
    expect(Object.values(watch.findResources('AWS::SNS::Topic'))[0]!.Properties.KmsMasterKeyId).toBeDefined();
  });
});

describe('the runbook', () => {
  it('says of every check that can stop a night what it means', async () => {
    const checks = Object.entries(await readSqlFiles()).filter(
      ([path, sql]) => path.startsWith('checks/') && /^-- fail:/m.test(sql),
    );
    expect(checks.length).toBeGreaterThan(5);
    for (const [path] of checks) expect(sections.get('gate-stopped')).toContain(path.replace(/^checks\/(.*)\.sql$/, '`$1`'));
  });

  it('finds a mail in the log by the hash that the mail carries', () => {
    const key = { campaign: 'scorecard', period: '2026-W47', recipient: 'S00042' };
    const [command] = sections.get('mails-in-doubt')!.match(/^HASH=.*$/m)!;
    const script = `CAMPAIGN=${key.campaign} PERIOD=${key.period} RECIPIENT=${key.recipient}\n${command}\nprintf $HASH`;
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe(keyHash(key));
  });

  it('has no heading for an alarm that is gone', () => {
    const wanted = new Set([...alarms.map(headingOf), ...DASHBOARD_ALARMS.map(({ name }) => name)]);
    for (const { name } of DASHBOARD_ALARMS) expect([...sections.keys()]).toContain(name);
    const alarmLike = [...sections.keys()].filter((heading) => /^[a-z]+(-[a-z]+)+$/.test(heading));
    expect(alarmLike.filter((heading) => !wanted.has(heading))).toEqual([]);
  });
});
