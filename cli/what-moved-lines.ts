import type { Cause } from '../lambdas/shared/moved-orders.js';
import type { Policies } from '../policies/policy.js';
import { inSentence, type Wording } from '../wording/wording.js';
import type { Moved, MovedMetric, MovedPart } from './what-moved.js';

const SAID: Record<Cause, string> = {
  left_the_window: 'left the window',
  window_reaches_further: 'window reaches further',
  new_days: 'new days',
  became_final: 'became final',
  landed_since: 'landed since',
  corrected: 'corrected',
};

/** why 5: enough to look up; --json lists every one. */
const SHOWN = 5;

const signed = (count: number, format: Wording['format']): string => `${count < 0 ? '−' : '+'}${format.count(Math.abs(count))}`;

const change = (hundredths: number, { format }: Wording): string => format.signedPoints(hundredths / 10_000);

const ratio = ({ fault, counted, rate }: MovedMetric['now'], { format }: Wording): string =>
  `${format.rate(rate)} (${format.count(fault)} of ${format.count(counted)})`;

function partLines(part: MovedPart, wording: Wording): string[] {
  const { format, words } = wording;
  const outcome = (one: MovedPart['orders'][number]['is']) =>
    one === 'not_listed' ? 'not counted' : inSentence(words.outcomes[one]);
  const atFault = part.orders.filter(({ was, is }) => was === 'fault' || is === 'fault');
  const more = atFault.length - SHOWN;
  return [
    `    ${SAID[part.cause].padEnd(22)} ${change(part.change, wording).padStart(9)}   ${signed(part.counted, format)} counted, ${signed(part.fault, format)} at fault`,
    ...atFault
      .slice(0, SHOWN)
      .map(({ subject_id, cohort_day, was, is }) => `      ${subject_id}  ${cohort_day}  ${outcome(was)} → ${outcome(is)}`),
    ...(more > 0 ? [`      and ${format.count(more)} more (--json lists all)`] : []),
  ];
}

function metricLines(metric: MovedMetric, wording: Wording): string[] {
  const title = wording.metricTitle(metric.metric);
  if (metric.parts.length === 0) return [`  ${title}: ${ratio(metric.now, wording)}, nothing moved`];
  const both = `${ratio(metric.before, wording)} → ${ratio(metric.now, wording)}`;
  if (metric.before.fault === 0 && metric.now.fault === 0 && metric.parts.every(({ fault }) => fault === 0))
    return [`  ${title}: ${both}, nothing at fault`];
  return [`  ${title}: ${both}, ${change(metric.change, wording)}`, ...metric.parts.flatMap((part) => partLines(part, wording))];
}

/** What moved a seller's rates, as a person at a terminal reads it. Parts are taken one after the other, so that they sum. */
export function whatMovedLines(moved: Moved, policies: Policies, wording: Wording): string[] {
  const lines = [`What moved since the run of ${wording.format.day(moved.since.run_date)} (${moved.since.run_id})`];
  for (const { programme, then_version, tier_then, tier_now, metrics } of moved.programmes) {
    const policy = policies.programmes.find((one) => one.programme === programme);
    const title = (tier: string) => wording.tierTitle(policy, tier);
    const tier = tier_then === tier_now ? `${title(tier_now)}, as then` : `${title(tier_then)} → ${title(tier_now)}`;
    const version = policy && policy.version !== then_version ? ` (policy ${then_version} then, ${policy.version} now)` : '';
    lines.push('', `${programme}: ${tier}${version}`);
    const inOrder = metrics.toSorted((a, b) => wording.metricPlace(a.metric) - wording.metricPlace(b.metric));
    for (const metric of inOrder) lines.push(...metricLines(metric, wording));
  }
  if (moved.programmes.length === 0) lines.push('', 'No programme judged the seller in both runs.');
  return lines;
}
