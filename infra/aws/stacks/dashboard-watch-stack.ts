import { CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Names } from '../names.js';
import type { Settings } from '../settings.js';

interface Given extends StackProps {
  settings: Settings;
  names: Names;
}

/** Alarms of the dashboard. Each name is also the heading in docs/runbook.md that says what to do. */
export const DASHBOARD_ALARMS = [
  {
    name: 'dashboard-fails',
    metric: '5xxErrorRate',
    percent: 5,
    description: 'At least 5 % of what readers of the dashboard ask for fails.',
    why: 'One reload helps against a single failure; one of twenty shows on every page.',
  },
  {
    name: 'dashboard-refuses',
    metric: '4xxErrorRate',
    percent: 30,
    description: 'At least 30 % of what is asked of the dashboard is refused or not there.',
    why: 'A session that ends is one refusal among some dozens of answers; a third is a broken sign-in, or somebody who tries doors.',
  },
] as const;

/** Minutes, and how many in a row. why: a quarter of an hour of few readers is some dozens of requests. */
const SPAN = { minutes: 15, inARow: 2 };

/** What rings about the dashboard. It stands in us-east-1 alone, where CloudFront counts. */
export class DashboardWatchStack extends Stack {
  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id, given);
    const distribution = new CfnParameter(this, 'DistributionId', {
      description: 'Of the dashboard; npm run deploy hands it over',
    });
    const topic = this.topic(given);
    for (const { name, metric, percent, description } of DASHBOARD_ALARMS) {
      const alarm = new cloudwatch.Alarm(this, name, {
        alarmName: `${given.names.base}-${name}`,
        alarmDescription: `${description} What to do: docs/runbook.md, "${name}".`,
        metric: new cloudwatch.Metric({
          namespace: 'AWS/CloudFront',
          metricName: metric,
          dimensionsMap: { DistributionId: distribution.valueAsString, Region: 'Global' },
          statistic: 'Average',
          period: Duration.minutes(SPAN.minutes),
        }),
        threshold: percent,
        evaluationPeriods: SPAN.inARow,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new actions.SnsAction(topic));
      alarm.addOkAction(new actions.SnsAction(topic));
    }
  }

  private topic({ settings, names }: Given): sns.Topic {
    const key = new kms.Key(this, 'Key', { description: `Alarms of the dashboard of ${names.base}`, enableKeyRotation: true });
    const cloudWatch = {
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    };
    key.addToResourcePolicy(
      new iam.PolicyStatement({ ...cloudWatch, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
    );
    const topic = new sns.Topic(this, 'Alarms', {
      topicName: `${names.base}-dashboard-alarms`,
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(new iam.PolicyStatement({ ...cloudWatch, actions: ['sns:Publish'], resources: [topic.topicArn] }));
    for (const address of settings.operators) topic.addSubscription(new subscriptions.EmailSubscription(address));
    return topic;
  }
}
