import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { type AlarmSpec, alarmsOf, textOf } from '../alarms.js';
import { TASKS } from '../functions.js';
import type { Names } from '../names.js';
import type { RegionGroup, Settings } from '../settings.js';

interface Given extends StackProps {
  settings: Settings;
  group: RegionGroup;
  names: Names;
  key: kms.IKey;
}

const SILENCE: Readonly<Record<AlarmSpec['silence'], cloudwatch.TreatMissingData>> = {
  notBreaching: cloudwatch.TreatMissingData.NOT_BREACHING,
  breaching: cloudwatch.TreatMissingData.BREACHING,
  ignore: cloudwatch.TreatMissingData.IGNORE,
};

/** Alarms, the topic that carries them to the operators, and one dashboard. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id, given);
    const topic = this.topic(given);
    const alarms = alarmsOf(given.names, given.group).map((spec) => {
      const alarm = this.alarm(spec, given.names);
      alarm.addAlarmAction(new actions.SnsAction(topic));
      alarm.addOkAction(new actions.SnsAction(topic));
      return alarm;
    });
    this.dashboard(given, alarms);
  }

  private topic({ settings, names, key }: Given): sns.Topic {
    const topic = new sns.Topic(this, 'Alarms', {
      topicName: names.alarms,
      displayName: names.base,
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    for (const address of settings.operators) topic.addSubscription(new subscriptions.EmailSubscription(address));
    return topic;
  }

  private alarm(spec: AlarmSpec, names: Names): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, spec.name, {
      alarmName: `${names.base}-${spec.name}`,
      alarmDescription: textOf(spec),
      metric: metricOf(spec),
      threshold: spec.threshold,
      evaluationPeriods: spec.spans ?? 1,
      comparisonOperator: spec.below
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: SILENCE[spec.silence],
    });
  }

  private dashboard({ names }: Given, alarms: cloudwatch.Alarm[]): void {
    const { ours, workflow, task, mails } = metricsOf(names);
    const graph = (title: string, left: cloudwatch.IMetric[], width = 8) =>
      new cloudwatch.GraphWidget({ title, left, width, height: 6 });
    const folders = Object.values(TASKS).map((size) => size.folder);
    const board = new cloudwatch.Dashboard(this, 'Dashboard', { dashboardName: names.base, defaultInterval: Duration.days(14) });
    board.addWidgets(
      new cloudwatch.AlarmStatusWidget({ title: 'Alarms: what to do is in docs/runbook.md', alarms, width: 24, height: 4 }),
    );
    board.addWidgets(
      graph('Nights', [
        workflow('ExecutionsSucceeded', 'succeeded'),
        workflow('ExecutionsFailed', 'failed'),
        workflow('ExecutionsTimedOut', 'timed out'),
        ours('GateStopped', 'Sum', 'stopped by the gate'),
      ]),
      graph('Days behind at the deadline', [ours('PointerDaysBehind', 'Maximum', 'days')]),
      graph('Milliseconds of a night', [workflow('ExecutionTime', 'longest', 'Maximum')]),
    );
    board.addWidgets(
      graph('Rejected rows, % of landed', [ours('QuarantinedShare', 'Maximum', 'rejected')]),
      graph('Bytes read by queries', [ours('BytesScanned', 'Sum', 'bytes')]),
      graph('Starts that were lost', [
        new cloudwatch.Metric({
          namespace: 'AWS/SQS',
          metricName: 'ApproximateNumberOfMessagesVisible',
          dimensionsMap: { QueueName: names.missed },
          statistic: 'Maximum',
          label: 'waiting',
        }),
      ]),
    );
    board.addWidgets(
      graph('Mails', [
        ours('MailsSent', 'Sum', 'sent'),
        ours('MailsNotSent', 'Sum', 'not sent'),
        ours('MailsInDoubt', 'Sum', 'in doubt'),
        mails('Delivery', 'delivered'),
        mails('Bounce', 'bounced'),
        mails('Complaint', 'complaints'),
      ]),
      graph('Bounce and complaint rate', [
        mails('Reputation.BounceRate', 'bounces', 'Maximum'),
        mails('Reputation.ComplaintRate', 'complaints', 'Maximum'),
      ]),
      graph(
        'Errors of tasks',
        folders.map((folder) => task(folder, 'Errors', 'Sum')),
      ),
    );
    board.addWidgets(
      graph(
        'Longest run of each task, ms',
        folders.map((folder) => task(folder, 'Duration', 'Maximum')),
        24,
      ),
    );
  }
}

const metricOf = ({ metric, minutes }: AlarmSpec): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: metric.namespace,
    metricName: metric.name,
    dimensionsMap: metric.dimensions,
    statistic: metric.statistic,
    period: Duration.minutes(minutes),
  });

/** A metric of some namespace, hour by hour. */
const metricIn =
  (namespace: string, dimensionsMap: Record<string, string>) => (metricName: string, statistic: string, label: string) =>
    new cloudwatch.Metric({ namespace, metricName, dimensionsMap, statistic, label, period: Duration.hours(1) });

/** What the dashboard draws, by who counts it. */
function metricsOf(names: Names) {
  const workflow = metricIn('AWS/States', { StateMachineArn: names.nightArn });
  const mails = metricIn('AWS/SES', { 'ses:configuration-set': names.mails });
  return {
    ours: metricIn(names.metrics.namespace, { service: names.metrics.service }),
    workflow: (metricName: string, label: string, statistic = 'Sum') => workflow(metricName, statistic, label),
    task: (folder: string, metricName: string, statistic: string) =>
      metricIn('AWS/Lambda', { FunctionName: names.functionName(folder) })(metricName, statistic, folder),
    mails: (metricName: string, label: string, statistic = 'Sum') => mails(metricName, statistic, label),
  };
}
