/** What a programme forgives by itself: lateness in a peak, and faults that one buyer, or one cause on one day, brought together. */
import * as z from 'zod';
import type { JudgedMetric } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { dayOf, why } from './values.js';

/** What of one metric must be alike for several of its faults to count as one. */
export const ALIKE = ['buyer', 'buyer_and_day', 'day_and_reason'] as const;

const HOURS_OF_A_DAY = 24;

export const PeaksYaml = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      from: dayOf,
      to: dayOf,
      extra_hours: z.number().int('needs whole hours').min(1, 'gives nobody more time; write 1 hour or more'),
      why,
    }),
  )
  .min(1, 'names no peak; add one, or take it out');

export const CollapseYaml = z.strictObject({ same: z.enum(ALIKE, `choose one of ${ALIKE.join(', ')}`), why });

/** Days on which whoever is late by no more than this is forgiven, by the cohort day of the metric. */
export type Peak = z.output<typeof PeaksYaml>[number];
/** Faults that are alike count as one: the newest at fault, the others forgiven and counted as met. */
export type Collapse = z.output<typeof CollapseYaml>;

/** Metrics that are late by a number of hours, with the moment that was promised and the one that came; `milestone` is the region's. */
export const LATE_BY: Readonly<Record<string, { due: string; came: string }>> = {
  late_dispatch: { due: 'ship_by', came: 'milestone' },
  late_delivery: { due: 'deliver_by', came: 'delivered_at' },
};

interface Entry {
  of?: string | undefined;
  peaks?: readonly Peak[] | undefined;
  collapse?: Collapse | undefined;
  at_least?: { buyers?: number | undefined; days?: number | undefined } | undefined;
}

/** Refuses what an entry cannot forgive. */
export function checkReliefs(
  file: PolicyFile,
  key: string,
  entry: Entry,
  { evaluated, judged }: { evaluated: boolean; judged: readonly JudgedMetric[] | undefined },
): void {
  const metric = judged?.find((one) => one.metric === (entry.of ?? key));
  for (const word of ['peaks', 'collapse'] as const)
    if (entry[word] && metric && (metric.subject !== 'order' || metric.count === 'items'))
      file.refuse(
        ['metrics', key, word],
        metric.count === 'items'
          ? `${metric.metric} counts items, and one order may stand for more of them than another; take it out, or count orders in metrics.yaml`
          : `${metric.metric} is not of orders, so that neither its buyer nor how late it was is known; take it out`,
      );
  checkCollapse(file, key, entry, evaluated);
  checkPeaks(file, key, entry, metric);
}

/** why: the newest fault stands for the others, so that a further one of a known buyer may move one from a day to another. */
function checkCollapse(file: PolicyFile, key: string, { collapse, at_least }: Entry, evaluated: boolean): void {
  if (!collapse) return;
  const at = ['metrics', key, 'collapse', 'same'];
  if (collapse.same === 'buyer' && evaluated)
    file.refuse(
      at,
      `evaluations leave the worst day out and count days (line ${file.lineOf(['evaluation'])}), and faults of one buyer lie on several; write buyer_and_day`,
    );
  else if (collapse.same === 'buyer' && (at_least?.days ?? 0) > 0)
    file.refuse(
      at,
      `faults of one buyer lie on several days, which at_least.days counts (line ${file.lineOf(['metrics', key, 'at_least', 'days'])}); write buyer_and_day, or take the floor of days out`,
    );
  if (collapse.same === 'day_and_reason' && (at_least?.buyers ?? 0) > 0)
    file.refuse(
      at,
      `faults of one day are of several buyers, which at_least.buyers counts (line ${file.lineOf(['metrics', key, 'at_least', 'buyers'])}); write buyer_and_day, or take the floor of buyers out`,
    );
}

function checkPeaks(file: PolicyFile, key: string, { of, peaks = [] }: Entry, metric: JudgedMetric | undefined): void {
  if (peaks.length > 0 && !Object.hasOwn(LATE_BY, of ?? key)) {
    file.refuse(
      ['metrics', key, 'peaks'],
      `give more hours, and ${of ?? key} is not late by hours (${Object.keys(LATE_BY).join(', ')} are); take it out: days on which nothing counts are an exemption of the region`,
    );
    return;
  }
  for (const [nth, { name, from, to, extra_hours }] of peaks.entries()) {
    const at = ['metrics', key, 'peaks', nth];
    if (to < from) file.refuse([...at, 'to'], `${to} is before ${from}, on which ${name} begins; swap them`);
    const seen = (metric?.maturation_days ?? Number.POSITIVE_INFINITY) * HOURS_OF_A_DAY;
    if (extra_hours > seen)
      file.refuse(
        [...at, 'extra_hours'],
        `${extra_hours} hours are more than the ${metric!.maturation_days} days that ${metric!.metric} waits before it is final, so that nobody would be seen to keep them; write ${seen} or less, or a longer maturation_days in metrics.yaml`,
      );
    for (const [earlier, other] of peaks.slice(0, nth).entries())
      if (from <= other.to && other.from <= to)
        file.refuse(
          [...at, 'from'],
          `${name} overlaps with ${other.name} (line ${file.lineOf(['metrics', key, 'peaks', earlier])}), ${other.from} to ${other.to}, and two would say how long is waited; let it begin later, or join the two`,
        );
  }
}

interface Version {
  file: PolicyFile;
  yaml: { version: string; in_force_from: string; metrics: Readonly<Record<string, Entry>> };
}

/** What the next version of a programme takes back, or gives, of days that were over or had begun before it is in force. */
export function checkPeaksAcross({ file, yaml }: Version, next: Version): void {
  const begins = next.yaml.in_force_from;
  for (const [key, { peaks = [] }] of Object.entries(next.yaml.metrics)) {
    const before = Object.hasOwn(yaml.metrics, key) ? (yaml.metrics[key]!.peaks ?? []) : [];
    const told = (peak: Peak): boolean => before.some(({ from }) => from === peak.from);
    for (const [nth, peak] of peaks.entries())
      if (peak.from < begins && !told(peak))
        next.file.refuse(
          ['metrics', key, 'peaks', nth, 'from'],
          `${peak.from} is before ${begins}, from which version ${next.yaml.version} is in force, and version ${yaml.version} did not say so: what was judged is not made otherwise by a rule; land an exemption, or let it begin on ${begins}`,
        );
    for (const peak of before) {
      const kept = peaks.find(({ from }) => from === peak.from);
      if (peak.from < begins && (!kept || kept.to < peak.to || kept.extra_hours < peak.extra_hours))
        next.file.refuse(
          ['metrics', key],
          `takes back of ${peak.name} what version ${yaml.version} promised (${file.name}:${file.lineOf(['metrics', key, 'peaks'])}): ${peak.extra_hours} hours from ${peak.from} to ${peak.to}, and its days still count; write the peak here too`,
        );
    }
  }
}
