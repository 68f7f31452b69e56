import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** CloudWatch keeps logs for certain numbers of days only. Throws naming the next one it knows. */
export function daysOfLogs(days: number): RetentionDays {
  const known = Object.values(RetentionDays).filter((value): value is number => typeof value === 'number');
  if (known.includes(days)) return days;
  const next = known.sort((a, b) => a - b).find((value) => value > days);
  throw new Error(`infra/aws/settings.ts: logs cannot be kept for ${days} days; write ${next}`);
}
