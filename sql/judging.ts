/** Composes the rules of metrics/ into SQL: for each metric in play its cohort day, its final day and the CASE that decides. */
import { localDayColumn, localDaysOf } from '../contracts/ledger/accepted.js';
import { metricOf } from '../metrics/index.js';
import type { JudgedMetric, Policies } from '../policies/policy.js';
import { RULE } from './outcome-codes.js';
import { type RuleBlock, ruleBlocks } from './rule-blocks.js';
import { templateOf } from './templates.js';

/** A metric as templates use it. SQL texts speak of the columns that the pass so far has: facts, then days, then final days. */
export interface ComposedMetric extends JudgedMetric {
  /** The cohort day whoever is in the population; of raw facts. */
  raw_cohort_day: string;
  /** The cohort day, null outside the population. */
  cohort_day: string;
  /** The final day, of the column `<key>_day` and facts. */
  final_day: string;
  /** Whether the final day is a rule of its own, and not so many days after the cohort day. */
  own_final: boolean;
  /** The number of the rule that decides as if the final day had come; of `<key>_day`, `<key>_final` and facts. */
  rule: string;
  /** As a part of the order defect: of `<key>_day` and `order_defect_<key>_final`; 100 wherever it is no fault. */
  part_rule: string;
  /** Only the branches that exclude, for a CASE of one's own. */
  excluded_branches: string;
  /** Reason by rule number. */
  reasons: { number: number; code: string; kind: 'excluded' | 'forgiven' | 'fault' }[];
  /** Only of order_defect: keys of the metrics that it is made of. */
  parts: string[];
  cohort_of: 'subject' | 'event';
  unlisted: readonly string[];
  moments: readonly string[];
}

/** What the words of a rule need to know of the night. All SQL texts. */
export interface Words {
  run_date: string;
  /** The first instant after a local day. */
  end_of_day(region: string, day: string): string;
  /** The local day of an instant. */
  local_day(region: string, moment: string): string;
  policies: Policies;
}

/** Moments whose local day is known when the row is accepted. */
const WITH_DAY: ReadonlySet<string> = new Set(
  ['milestone_at', ...localDaysOf('orders'), ...localDaysOf('conversations')].map((moment) => moment),
);

const daysAfter = (day: string, days: unknown): string => `CAST(${day} + INTERVAL '${Number(days)}' DAY AS DATE)`;

/** The words a rule may use: README of metrics/, "The words of a rule". */
function wordsOf(night: Words, finalDay: string, kind: RuleBlock['kind']) {
  const { run_date } = night;
  const has_happened = (moment: string): string => {
    if (WITH_DAY.has(moment)) return `(${moment} IS NOT NULL AND ${localDayColumn(moment)} <= ${run_date})`;
    return `(${moment} IS NOT NULL AND ${moment} < ${night.end_of_day('region', run_date)})`;
  };
  return {
    has_happened,
    by_final_day: (moment: string): string => {
      // What excludes is asked before the final day has come; everything else after it.
      const cap = kind === 'excluded' ? ` AND ${has_happened(moment)}` : '';
      if (WITH_DAY.has(moment)) return `(${moment} IS NOT NULL AND ${localDayColumn(moment)} <= ${finalDay}${cap})`;
      return `(${moment} IS NOT NULL AND ${moment} < ${night.end_of_day('region', finalDay)}${cap})`;
    },
    days_after: daysAfter,
    later_of: (a: string, b: string): string => `greatest(${a}, coalesce(${b}, ${a}))`,
    day_of: (moment: string): string => (WITH_DAY.has(moment) ? localDayColumn(moment) : night.local_day('region', moment)),
    where_region: (property: 'on_time_scan_saves'): string => {
      const codes = night.policies.regions.filter((region) => region[property]).map((region) => `'${region.code}'`);
      if (codes.length === night.policies.regions.length) return '1 = 1';
      return codes.length === 0 ? '1 = 0' : `region IN (${codes.join(', ')})`;
    },
  };
}

/**
 * Metrics composed for one night, by key: those judged and, where the order defect is judged, its parts.
 *
 * @param rule text of metrics/<metric>/rule.sql by key
 * @throws Error naming the rule's file when it cannot be composed.
 */
export function composeMetrics(
  metrics: readonly JudgedMetric[],
  rule: (key: string) => string,
  night: Words,
): Map<string, ComposedMetric> {
  return new Map(metrics.filter((m) => m.subject !== 'landed').map((m) => [m.metric, compose(m, rule(m.metric), night)]));
}

function compose(metric: JudgedMetric, text: string, night: Words): ComposedMetric {
  const key = metric.metric;
  const path = `metrics/${key}/rule.sql`;
  const blocks = ruleBlocks(path, text);
  const render = (block: RuleBlock, finalDay: string): string => {
    try {
      const words = wordsOf(night, finalDay, block.kind);
      return templateOf(block.sql)
        .render({ ...words, setting: metric.settings })
        .trim()
        .replaceAll(/\s+/g, ' ');
    } catch (error) {
      throw new Error(`${path} ${block.kind}: ${(error as Error).message.replaceAll(/\s+/g, ' ')}`);
    }
  };
  const one = (kind: RuleBlock['kind']) => blocks.find((block) => block.kind === kind);
  const population = render(one('population')!, 'NULL');
  const raw = render(one('cohort day')!, 'NULL');
  const ownBlock = one('final day');
  const ownFinal = ownBlock ? render(ownBlock, 'NULL') : '';
  const numbered = blocks.map((block, at) => ({ block, number: numberOf(block, at) }));
  const branches = (finalDay: string, kinds: readonly string[], as: (number: number) => number) =>
    numbered
      .filter(({ block }) => kinds.includes(block.kind))
      .map(({ block, number }) => ({ sql: render(block, finalDay), number: as(number) }))
      .filter(({ sql }) => sql !== '')
      .map(({ sql, number }) => `WHEN ${sql} THEN ${number}`);
  const final = `${key}_final`;
  const partFinal = `order_defect_${key}_final`;
  const decides = ['met', 'forgiven', 'fault'];
  const parts = metric.settings.parts as string[] | undefined;
  return {
    ...metric,
    raw_cohort_day: raw,
    cohort_day: `CASE WHEN ${population} THEN ${raw} END`,
    own_final: ownFinal !== '',
    final_day: ownFinal || daysAfter(`${key}_day`, metric.maturation_days),
    rule: [
      `CASE WHEN ${key}_day IS NULL THEN NULL`,
      ...branches(final, ['excluded'], (number) => number),
      ...branches(final, decides, (number) => number),
      `ELSE ${RULE.met} END`,
    ].join('\n            '),
    part_rule: [
      `CASE WHEN ${key}_day IS NULL OR ${key}_day > order_defect_final THEN ${RULE.met}`,
      ...branches(partFinal, ['excluded'], () => RULE.met),
      ...branches(partFinal, decides, (number) => number),
      `ELSE ${RULE.met} END`,
    ].join('\n            '),
    excluded_branches: branches(final, ['excluded'], (number) => number).join('\n            '),
    reasons: numbered.flatMap(({ block, number }) =>
      block.reason === undefined ? [] : [{ number, code: block.reason, kind: block.kind as 'fault' }],
    ),
    parts: parts ?? [],
    cohort_of: metricOf(key)?.cohort_of ?? 'subject',
    unlisted: metricOf(key)?.unlisted ?? [],
    moments: metricOf(key)?.moments ?? [],
  };
}

/** A rule's number begins with the code of the outcome that it leads to; the rest is its place in the file. */
function numberOf({ kind }: RuleBlock, at: number): number {
  if (kind === 'excluded' || kind === 'forgiven' || kind === 'fault') return RULE[kind] + at;
  return RULE.met;
}
