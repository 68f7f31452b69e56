/** Which metrics are judged, and by which numbers: policies/metrics.yaml over the defaults of the rooms in metrics/. */

import * as z from 'zod';
import { EXEMPTION_REASONS } from '../contracts/landing/exemptions.js';
import { JUDGED_BY_DEFAULT, METRICS, type Metric, metricOf } from '../metrics/index.js';
import type { Setting } from '../metrics/metric.js';
import { didYouMean, nearest } from './nearest.js';
import type { JudgedMetric } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { why } from './values.js';

/** A value beside its reason; of a value alone it is said how to write both. */
const valued = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    { value, why },
    {
      error: ({ code, input }) =>
        code === 'invalid_type' && (typeof input === 'number' || typeof input === 'string')
          ? `needs its reason beside it; write { value: ${input}, why: "..." }`
          : undefined,
    },
  );
const maturation = z.number().int('needs whole days').min(0).max(366, 'needs at most 366 days');
const FORGIVING: readonly string[] = [
  ...METRICS.flatMap(({ reasons }) => Object.keys(reasons.forgiven ?? {})),
  ...EXEMPTION_REASONS,
];
/** An exemption may give any reason; one that is nearly a known one is a slip. */
const forgivingReason = z.string().superRefine((reason, { addIssue }) => {
  const meant = FORGIVING.includes(reason) ? undefined : nearest(reason, FORGIVING);
  if (meant) addIssue({ code: 'custom', message: `${reason} is not a reason we know; did you mean ${meant}?` });
});
const forgiven = z.strictObject({ counts_as_met: z.array(forgivingReason), why });

/** A metric that lands as rows of the dataset `outcomes` instead of being computed. */
const OwnYaml = z.strictObject({
  title: z.string().min(1),
  maturation_days: valued(maturation),
  /** What one row is about, for the words of mails and pages. */
  unit: z.enum(['orders', 'conversations', 'items', 'days']).default('orders'),
  why,
  advice: z.string().min(3).optional(),
  forgiven: forgiven.optional(),
});

function settingYaml(setting: Setting): z.ZodType {
  if (setting.kind === 'choice') {
    const all = setting.choices.join(', ');
    return valued(z.string().refine((value) => setting.choices.includes(value), { error: `choose one of ${all}` }));
  }
  if (setting.kind === 'metrics') {
    const keys = METRICS.filter((m) => m.subject === 'order' && m.key !== 'order_defect').map((m) => m.key);
    const known = z.string().refine((key) => keys.includes(key), { error: ({ input }) => didYouMean(String(input), keys) });
    return valued(z.array(known).min(1, 'needs at least one metric'));
  }
  const { at_least, at_most } = setting;
  const bounds = `needs a whole number from ${at_least} to ${at_most}`;
  return valued(z.number().int(bounds).min(at_least, bounds).max(at_most, bounds));
}

function builtInYaml(metric: Metric): z.ZodType {
  const settings = Object.entries(metric.settings).map(([name, setting]) => [name, settingYaml(setting).optional()]);
  const items = metric.subject === 'order' ? { count: valued(z.enum(['orders', 'items'])).optional() } : {};
  return z.strictObject({ ...Object.fromEntries(settings), ...items, forgiven: forgiven.optional() }).nullable();
}

type BuiltIn = { forgiven?: { counts_as_met: string[] }; count?: { value: 'orders' | 'items' } } & Record<
  string,
  { value: number | string | string[] } | undefined
>;

/** why: a scan in time makes the delivery count as one on time, as most marketplaces do; others leave out what they forgive. */
const COUNTS_AS_MET = ['carrier_delay'];

/** By default: what metrics.yaml says nothing about. */
function builtIn(metric: Metric, yaml: BuiltIn | null): JudgedMetric {
  const settings = Object.entries(metric.settings).map(([name, setting]) => [name, yaml?.[name]?.value ?? setting.default]);
  const { maturation_days, ...others } = Object.fromEntries(settings) as JudgedMetric['settings'];
  return {
    metric: metric.key,
    title: metric.title,
    subject: metric.subject,
    maturation_days: maturation_days as number,
    count: yaml?.count?.value ?? 'orders',
    counts_as_met: yaml?.forgiven?.counts_as_met ?? COUNTS_AS_MET,
    settings: { maturation_days: maturation_days as number, ...others },
  };
}

/**
 * The metrics to judge, in the order in which readers see them: built-in ones, then the business's own in the order of the file.
 * Without a file: the usual nine, and the built-in ones that a programme names.
 *
 * @param named metrics that programmes name
 */
export function judgedMetrics(file: PolicyFile | undefined, named: readonly string[]): JudgedMetric[] {
  if (!file) {
    const keys: readonly string[] = [...JUDGED_BY_DEFAULT, ...named];
    return METRICS.filter(({ key }) => keys.includes(key)).map((metric) => builtIn(metric, null));
  }
  const outer = file.check(z.strictObject({ metrics: z.record(z.string(), z.unknown()) }));
  const judged: JudgedMetric[] = [];
  const own: JudgedMetric[] = [];
  const given = new Map(Object.entries(outer?.metrics ?? {}));
  for (const metric of METRICS) {
    if (!given.has(metric.key)) continue;
    const yaml = file.checkAt(['metrics', metric.key], builtInYaml(metric), given.get(metric.key));
    if (yaml !== undefined) judged.push(builtIn(metric, yaml as BuiltIn | null));
    checkWindow(file, metric, yaml as BuiltIn | null);
    checkParts(file, metric, yaml as BuiltIn | null, given);
  }
  for (const [key, value] of given) {
    if (metricOf(key)) continue;
    if (!/^[a-z][a-z0-9_]{0,40}$/.test(key)) file.refuse(['metrics', key], 'metric keys are small letters, digits and _');
    const meant =
      value === null
        ? nearest(
            key,
            METRICS.map((metric) => metric.key),
          )
        : undefined;
    if (value === null)
      file.refuse(
        ['metrics', key],
        meant
          ? `is no metric of ours; did you mean ${meant}?`
          : 'is no metric of ours; one of your own needs title, maturation_days and why',
      );
    const yaml = value === null ? undefined : file.checkAt(['metrics', key], OwnYaml, value);
    if (yaml)
      own.push({
        metric: key,
        title: yaml.title,
        subject: 'landed',
        maturation_days: yaml.maturation_days.value,
        count: 'orders',
        counts_as_met: yaml.forgiven?.counts_as_met ?? COUNTS_AS_MET,
        settings: {},
        unit: yaml.unit,
        why: yaml.why,
        ...(yaml.advice ? { advice: yaml.advice } : {}),
      });
  }
  return [...judged, ...own];
}

/** What is due after the last day looked at would never be late. */
function checkWindow(file: PolicyFile, metric: Metric, yaml: BuiltIn | null): void {
  if (!metric.due_after || !yaml) return;
  const { setting, what } = metric.due_after;
  const { maturation_days, [setting]: due } = builtIn(metric, yaml).settings as Record<string, number>;
  if (maturation_days! < due!)
    file.refuse(
      ['metrics', metric.key, 'maturation_days'],
      `is shorter than the ${due} days for ${what}; make it ${due} or more`,
    );
}

/** A part that nothing judges would never be a defect. */
function checkParts(
  file: PolicyFile,
  metric: Metric,
  yaml: BuiltIn | null | undefined,
  given: ReadonlyMap<string, unknown>,
): void {
  if (!metric.settings.parts || yaml === undefined) return;
  const unjudged = (builtIn(metric, yaml).settings.parts as string[]).filter((part) => !given.has(part));
  if (unjudged.length > 0)
    file.refuse(
      ['metrics', metric.key],
      `is made of ${unjudged.join(', ')}, not judged here; name it under metrics, or leave it out of parts`,
    );
}
