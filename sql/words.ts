/** What a template may say of the night, beside naming what it reads. Nothing here is a clock. */
import { FULL_POSTCODE } from '../contracts/columns.js';
import { addDays } from '../contracts/days.js';
import { LANDING } from '../contracts/landing/index.js';
import { unknownMoments } from '../contracts/ledger/accepted.js';
import { profiledColumns } from '../contracts/ledger/profile.js';
import {
  type Bound,
  type JudgedMetric,
  leavesOutItself,
  longerWindow,
  type Policies,
  type ProgrammeMetric,
  roomOf,
} from '../policies/policy.js';
import { benchmarkWords } from './benchmark-words.js';
import { businessWords } from './business-words.js';
import { evaluationWords } from './evaluation-words.js';
import { gateWords } from './gate-words.js';
import { incidentWords } from './incident-words.js';
import type { ComposedMetric } from './judging.js';
import { leadWords } from './lead-words.js';
import { linkWords } from './link-words.js';
import { dateLiteral, emptyRelation, ppm, quoted } from './literals.js';
import { endOfDaySql } from './local-days.js';
import { nextTierWords } from './next-tier-words.js';
import { noiseWords } from './noise-words.js';
import { onboardingWords } from './onboarding-words.js';
import { EVENT_COLUMNS, EVENT_MOMENTS, MOMENT_DAYS, ORDER_COLUMNS, orderLedger, PROOF_COLUMNS } from './order-ledger.js';
import { COUNTED, OUTCOME_CODES, RULE } from './outcome-codes.js';
import { pauseWords } from './pause-words.js';
import { pointsWords } from './points-words.js';
import { probationWords } from './probation-words.js';
import { reliefWords } from './relief-words.js';
import type { NightFacts } from './render.js';
import { scoreWords } from './score-words.js';
import { countedAs, segmentWords, seriesOf } from './segment-words.js';
import { sellerWeekWords } from './seller-week-words.js';
import { knowledgeFirst, VERSIONED } from './versions.js';
import { wholeWeeks } from './whole-weeks.js';

/** Periods of the regional KPIs, in days. why: a week, four whole weeks, a quarter; all multiples of 7 but the last. */
export const PERIODS = [7, 28, 90] as const;

type Composed = ReadonlyMap<string, ComposedMetric>;

/**
 * All words of a night.
 *
 * @param ruleOf text of metrics/<metric>/rule.sql by key
 */
export function wordsOf(facts: NightFacts, composed: Composed, ruleOf: (key: string) => string) {
  const rules = [...composed.keys()].map(ruleOf).join('\n');
  const uses = (column: string): boolean => new RegExp(`\\b${column}\\b`).test(rules);
  return {
    ...nightWords(facts),
    ...metricWords(facts, composed),
    ...ledgerWords(composed),
    ...eventWords(uses),
    ...policyWords(facts),
    ...evaluationWords(facts),
    ...pointsWords(facts),
    ...incidentWords(facts, composed),
    ...leadWords(facts),
    ...onboardingWords(facts),
    ...linkWords(facts),
    ...scoreWords(facts),
    ...benchmarkWords(facts),
    ...gateWords(facts),
    ...pauseWords(facts),
    ...reliefWords(facts),
    ...segmentWords(facts),
    ...probationWords(facts),
    ...nextTierWords(facts),
    ...sellerWeekWords(facts),
    ...noiseWords(),
    ...businessWords(facts, composed),
    quoted,
    in_list: (values: readonly string[]) => `(${values.map(quoted).join(', ')})`,
    ppm,
    /** 1 where exactly the bound is too much, else 0. */
    strict: ({ said }: Bound): number => (leavesOutItself(said) ? 1 : 0),
    empty_relation: emptyRelation,
    counted: COUNTED,
    rule_numbers: RULE,
    outcome_codes: OUTCOME_CODES,
    outcomes: Object.entries(OUTCOME_CODES).map(([name, code]) => ({ name, code })),
    landing_datasets: Object.keys(LANDING),
    contracts: Object.values(LANDING),
    /** Of each landed dataset the columns that are counted by landing day. */
    profiles: Object.values(LANDING).map((contract) => ({ dataset: contract.dataset, columns: profiledColumns(contract) })),
  };
}

/** Which night it is, and on what it builds. */
const nightWords = (facts: NightFacts) => ({
  run_id: facts.run_id,
  run_date: dateLiteral(facts.run_date),
  /** The run date moved by days, as a literal. */
  day: (days: number) => dateLiteral(addDays(facts.run_date, days)),
  end_of_day: (region: string, day: string) => endOfDaySql(facts, region, day),
  landed: (dataset: string) => facts.landed.includes(dataset),
  sellers: facts.sellers ?? [],
  has_base: facts.base_date !== undefined,
  gathers: facts.gathered !== undefined,
  has_previous: facts.previous_run_id !== undefined,
  previous_run_id: facts.previous_run_id,
  /** Landed files that could not be read and that nobody accepted, and how many of each dataset could not be read at all. */
  refused_files: facts.refused?.first ?? [],
  refused_of: (dataset: string) => facts.refused?.by_dataset[dataset] ?? 0,
  /** Datasets of which rows are gone since the last published run. */
  vanished: facts.vanished ?? [],
  landing: facts.policies.landing,
  /** Metrics that the run before judged and measured; its ledger has their columns. */
  previous_metrics: facts.previous_metrics ?? [],
  /** The run date of the run before, moved by days, as a literal. */
  previous_day: (days: number) => dateLiteral(addDays(facts.previous_run_id!.slice(0, 10), days)),
});

/** What is judged and measured tonight. */
function metricWords(facts: NightFacts, composed: Composed) {
  const { metrics } = facts.policies;
  const measured = (m: JudgedMetric | string): boolean => !facts.not_measured.includes(typeof m === 'string' ? m : m.metric);
  const of = (subject: JudgedMetric['subject']): ComposedMetric[] => [...composed.values()].filter((m) => m.subject === subject);
  const measuredMetrics = metrics.filter(measured);
  const keysOf = (subject: JudgedMetric['subject']) => metrics.filter((m) => m.subject === subject).map((m) => m.metric);
  return {
    metrics,
    measured,
    measured_metrics: measuredMetrics,
    /** Every metric with every period of the regions; those measured are numbered from 1, the others are 0. */
    metric_periods: metrics.flatMap(({ metric, maturation_days }) =>
      PERIODS.map((window_days, at) => {
        const place = measuredMetrics.findIndex((m) => m.metric === metric);
        return { metric, maturation_days, window_days, nth: place < 0 ? 0 : place * PERIODS.length + at + 1 };
      }),
    ),
    metric_of: (key: string) => metrics.find((m) => m.metric === key),
    /** Metrics of one subject, with their composed rules. */
    composed: of,
    composed_measured: (subject: JudgedMetric['subject']) => of(subject).filter(measured),
    /** Metrics of orders whose fault makes an order defect, where that is measured. */
    defect_parts: measured('order_defect') ? (composed.get('order_defect')?.parts ?? []).map((key) => composed.get(key)!) : [],
    has_own_final: (metric: string) => composed.get(metric)?.own_final ?? false,
    /** Metrics whose outcomes land; '?' stands for none, so that the list is never empty. */
    declared_metrics: ['?', ...keysOf('landed')],
    order_metric_names: ['?', ...keysOf('order')],
    /** The metric that the regions' concentration of faults is shown by; undefined when nothing is measured. */
    headline: (measuredMetrics.find((m) => m.metric === 'late_dispatch') ?? measuredMetrics[0])?.metric,
    unit_of: unitOf(facts.policies),
    landed_metrics: measuredMetrics.filter((m) => m.subject === 'landed'),
    /** Metrics that count the items of orders; '?' stands for none. */
    counted_in_items: ['?', ...measuredMetrics.filter((m) => m.count === 'items').map((m) => m.metric)],
    maturation: Object.fromEntries(metrics.map((m) => [m.metric, m.maturation_days])),
    longest_maturation: Math.max(...metrics.map((m) => m.maturation_days)),
    periods: PERIODS,
    /** The newest whole weeks, Monday to Sunday, none of whose days is one of the newest so many. */
    whole_weeks: (openDays: number) => wholeWeeks(facts.run_date, openDays),
    /** Days after which a period or the same a period earlier ends. */
    period_bands: [...new Set(PERIODS.flatMap((days) => [days, 2 * days]))].sort((a, b) => a - b),
  };
}

/** What a metric counts, as a word of seller_metrics.unit. */
const unitOf =
  (policies: Policies) =>
  (key: string): string => {
    const metric = policies.metrics.find((m) => m.metric === key);
    return metric?.subject === 'conversation' ? 'conversations' : (metric?.unit ?? metric?.count ?? 'orders');
  };

/** Columns of the ledger that are not what was accepted. */
const AS_LANDED: Readonly<Record<string, string>> = {
  // That there is one is all that is judged; numbers are long and squeeze badly.
  has_tracking: 'tracking_number IS NOT NULL AS has_tracking',
  // What an earlier version accepted, and is gone from landing, may be a postcode in full.
  destination_area: `CASE
        WHEN regexp_replace(destination_area, ${quoted(`(?i)${FULL_POSTCODE.pattern}`)}, '') = destination_area THEN destination_area
    END AS destination_area`,
};

/** Columns of the order ledger, and what of them proves an outcome. */
function ledgerWords(composed: Composed) {
  const order_ledger = orderLedger([...composed.values()].filter((m) => m.subject === 'order'));
  const listed = (columns: readonly { name: string }[], prefix: string) => columns.map(({ name }) => prefix + name).join(', ');
  return {
    order_ledger,
    ledger_columns: (prefix = '') => listed(order_ledger.all, prefix),
    proof: PROOF_COLUMNS,
    proof_columns: (prefix = '') => listed(PROOF_COLUMNS, prefix),
    order_columns: (prefix = '') => ORDER_COLUMNS.map((name) => prefix + name).join(', '),
    /** The same out of accepted rows. */
    landed_order_columns: ORDER_COLUMNS.map((name) => AS_LANDED[name] ?? name).join(', '),
    knowledge_first: knowledgeFirst,
    versioned: VERSIONED,
    /** Datasets with moments that are read as unknown where they cannot be. */
    unknown_moments: VERSIONED.filter(({ dataset }) => unknownMoments(LANDING[dataset]!).length > 0),
    moment_days: MOMENT_DAYS,
    event_moments: EVENT_MOMENTS,
  };
}

/** What became of orders. `uses`: whether any rule in play looks at a column. */
const eventWords = (uses: (column: string) => boolean) => ({
  uses,
  event_columns: EVENT_COLUMNS,
  /** Where those events land, with the key of a record and whether any rule in play looks at them. */
  event_sources: [
    { name: 'reviews', key: 'review_id', used: uses('reviewed_at') || uses('rating') },
    { name: 'returns', key: 'return_id', used: uses('returned_at') || uses('return_requested_at') },
    { name: 'cases', key: 'case_id', used: true },
    { name: 'conversations', key: 'conversation_id', used: uses('contacted_at') },
  ],
});

/** What programmes and regions ask for. */
function policyWords({ policies: { programmes, regions, metrics }, not_measured }: NightFacts) {
  const all = seriesOf({ programmes, metrics });
  const measured = (metric: string): boolean => !not_measured.includes(metric);
  const hasLonger = (m: ProgrammeMetric): boolean => longerWindow(m) !== undefined && measured(roomOf(m));
  const stretches = (m: ProgrammeMetric): boolean => m.stretch !== undefined && measured(roomOf(m));
  const windowsOf = (m: ProgrammeMetric): number[] => [m.window_days, longerWindow(m)?.window_days ?? []].flat();
  const codesOf = (which: (region: Policies['regions'][number]) => boolean) => regions.filter(which).map((r) => r.code);
  const ascending = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  const asking = (which: (m: ProgrammeMetric) => boolean): string[] =>
    programmes.flatMap((p) => p.metrics.filter(which).map((m) => `${p.programme} ${m.metric}`));
  return {
    programmes,
    regions,
    region_codes: codesOf(() => true),
    everywhere_programmes: ['?', ...programmes.filter((p) => p.regions.length === regions.length).map((p) => p.programme)],
    /** The metric that an entry of a programme is of: what outcomes and counts are called by. */
    room_of: roomOf,
    /** Entries under keys of their own, with their programme. */
    keyed_entries: programmes.flatMap(({ programme, metrics: entries }) =>
      entries.filter(({ of }) => of !== undefined).map((entry) => ({ ...entry, programme })),
    ),
    /** The windows of what is counted under a name: a metric, or a segment of one. */
    windows_of: (name: string): number[] =>
      ascending(programmes.flatMap((p) => p.metrics.filter((m) => countedAs(all, m) === name).flatMap(windowsOf))),
    longest_window: Math.max(...programmes.flatMap((p) => [p.assessable.window_days, ...p.metrics.flatMap(windowsOf)])),
    longer_window: longerWindow,
    /** Whether a programme's metric has a longer window for sellers of few, and is measured. */
    has_longer_window: hasLonger,
    /** The windows of a programme's metric, and of which sellers they are. */
    windows_by_volume: (m: ProgrammeMetric): { days: number; volume: string }[] =>
      hasLonger(m)
        ? [
            { days: m.window_days, volume: 'enough' },
            { days: longerWindow(m)!.window_days, volume: 'low' },
          ]
        : [{ days: m.window_days, volume: 'all' }],
    /** Programme and metric of each that has; '?' stands for none. */
    with_longer_window: ['?', ...asking(hasLonger)],
    /** Whether that window is only as long as it must be. */
    stretches,
    with_stretch: ['?', ...asking(stretches)],
    /** What stretches in some programme, with the longest of these windows. */
    stretching: all.flatMap((one) => {
      const days = programmes.flatMap((p) =>
        p.metrics.flatMap((m) => (countedAs(all, m) === one.name && stretches(m) ? [m.stretch!.at_most_days] : [])),
      );
      return days.length > 0 ? [{ ...one, days: Math.max(...days) }] : [];
    }),
    /** Programme and metric of each floor that looks at what its faults have in common; '?' stands for none. */
    floored: ['?', ...asking((m) => Boolean(m.at_least.buyers || m.at_least.days))],
    asks_for_buyers: asking((m) => Boolean(m.at_least.buyers)).length > 0,
    assessable_windows: ascending(programmes.map((p) => p.assessable.window_days)),
    confirmed_regions: codesOf((r) => r.dispatch_milestone === 'confirmed'),
    scan_regions: codesOf((r) => r.dispatch_milestone === 'first_scan'),
    daily_regions: codesOf((r) => r.must_land_orders_daily),
  };
}
