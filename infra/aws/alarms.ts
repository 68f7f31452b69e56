import type { Names } from './names.js';
import type { RegionGroup } from './settings.js';

export interface AlarmSpec {
  /** Also the heading in docs/runbook.md that says what to do. */
  name: string;
  /** What is wrong, for a person who is woken by it. */
  description: string;
  metric: { namespace: string; name: string; dimensions: Record<string, string>; statistic: 'Sum' | 'Maximum' | 'SampleCount' };
  /** Minutes over which the metric is looked at. */
  minutes: number;
  /** How many such spans in a row; 1 when left out. */
  spans?: number;
  /** Rings when the metric is at least this; with `below`, when it is less. */
  threshold: number;
  below?: boolean;
  /** What silence means: fine, wrong, or nothing new. */
  silence: 'notBreaching' | 'breaching' | 'ignore';
  why: string;
}

/** Every alarm of a group. A metric of ours has one dimension, the deployment. */
export function alarmsOf(names: Names, group: RegionGroup): AlarmSpec[] {
  const ours = (name: string, statistic: AlarmSpec['metric']['statistic']) => ({
    namespace: names.metrics.namespace,
    name,
    dimensions: { service: names.metrics.service },
    statistic,
  });
  const workflow = (name: string) => ({
    namespace: 'AWS/States',
    name,
    dimensions: { StateMachineArn: names.nightArn },
    statistic: 'Sum' as const,
  });
  const mails = (name: string) => ({
    namespace: 'AWS/SES',
    name,
    dimensions: { 'ses:configuration-set': names.mails },
    statistic: 'Maximum' as const,
  });
  return [
    {
      name: 'night-failed',
      description:
        'A night failed. What was published before is still published; the operators have a mail that says what failed.',
      metric: workflow('ExecutionsFailed'),
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'Each failed night needs a person.',
    },
    {
      name: 'night-timed-out',
      description: 'A night ran for 8 hours and was ended. Nobody was mailed about it, and its last state may have been mailing.',
      metric: workflow('ExecutionsTimedOut'),
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'A timed-out night reports nothing by itself.',
    },
    {
      name: 'night-aborted',
      description:
        'Somebody stopped a night in the middle. Nobody was mailed about it, and its last state may have been mailing.',
      metric: workflow('ExecutionsAborted'),
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'A stopped night reports nothing by itself, and whoever stopped it may not be who runs the next.',
    },
    {
      name: 'functions-throttled',
      description:
        'Lambda refuses calls because the account runs as many functions at once as it may; nights grow slow and may fail.',
      metric: { namespace: 'AWS/Lambda', name: 'Throttles', dimensions: {}, statistic: 'Sum' },
      minutes: 15,
      threshold: 20,
      silence: 'notBreaching',
      why: 'Of the whole account, for so is the limit. A handful is tried again and harms nothing.',
    },
    {
      name: 'night-missing',
      description: `The night that should be published by ${group.publishedBy} ${group.timeZone} is not; readers see an older one.`,
      metric: ours('PointerDaysBehind', 'Maximum'),
      minutes: 5,
      threshold: 1,
      silence: 'ignore',
      why: 'Looked at once a day by a schedule of its own; rings until a look finds the pointer where it should be.',
    },
    {
      name: 'nobody-looked',
      description: 'For two days nobody looked whether a night was published: the schedule that looks is off or fails.',
      metric: ours('PointerDaysBehind', 'SampleCount'),
      minutes: 24 * 60,
      spans: 2,
      threshold: 1,
      below: true,
      silence: 'breaching',
      why: 'Two days, because CloudWatch counts days in UTC and today is not over.',
    },
    {
      name: 'gate-stopped',
      description: 'A check stopped a night before anything was public. The rows that prove it are in the mail to the operators.',
      metric: ours('GateStopped', 'Sum'),
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'Data, not machinery: the right person is whoever lands the files.',
    },
    {
      name: 'quarantine-share',
      description: 'More than 1 % of the landed rows that a night reads are rejected.',
      metric: ours('QuarantinedShare', 'Maximum'),
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'The contracts stop a night at their own limits; this rings before most of them do.',
    },
    {
      name: 'bytes-scanned',
      description: `The queries of the last six hours read more than the ${group.expectedBytesPerNight / 1e9} GB expected of a night.`,
      metric: ours('BytesScanned', 'Sum'),
      minutes: 360,
      threshold: group.expectedBytesPerNight,
      silence: 'notBreaching',
      why: 'Six hours hold one night; a full recompute rings too, and may.',
    },
    {
      name: 'mail-bounces',
      description: 'At least 4 % of mails bounce. At 5 % SES reviews the account, at 10 % it may stop sending.',
      metric: mails('Reputation.BounceRate'),
      minutes: 60,
      threshold: 0.04,
      silence: 'ignore',
      why: 'One below the share at which SES acts.',
    },
    {
      name: 'mail-complaints',
      description:
        'At least 0.08 % of mails are reported as spam. At 0.1 % SES reviews the account, at 0.5 % it may stop sending.',
      metric: mails('Reputation.ComplaintRate'),
      minutes: 60,
      threshold: 0.0008,
      silence: 'ignore',
      why: 'Just below the share at which SES acts.',
    },
    {
      name: 'mails-in-doubt',
      description: 'Mails were perhaps sent and perhaps not. They are never sent again by themselves; a person decides.',
      metric: ours('MailsInDoubt', 'Sum'),
      minutes: 15,
      threshold: 1,
      silence: 'notBreaching',
      why: 'A doubt stays until somebody ends it.',
    },
    {
      name: 'preferences-failing',
      description: 'The page on which sellers stop mails, or choose how often they come, fails.',
      metric: {
        namespace: 'AWS/Lambda',
        name: 'Errors',
        dimensions: { FunctionName: names.functionName('mail-preferences') },
        statistic: 'Sum',
      },
      minutes: 15,
      threshold: 3,
      silence: 'notBreaching',
      why: 'One error may be a moment of S3; who cannot unsubscribe reports the next mail as spam.',
    },
    {
      name: 'missed-starts',
      description:
        'A schedule could not start a night or look at the pointer, or what became of a mail could not be noted; what was wanted is in the dead-letter queue.',
      metric: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: names.missed },
        statistic: 'Maximum',
      },
      minutes: 5,
      threshold: 1,
      silence: 'notBreaching',
      why: 'The queue is empty unless something was lost.',
    },
  ];
}

/** The alarm's text: what is wrong, and the heading that says what to do. */
export const textOf = (alarm: AlarmSpec): string => `${alarm.description} What to do: docs/runbook.md, "${alarm.name}".`;
