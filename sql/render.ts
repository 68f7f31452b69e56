import nunjucks from 'nunjucks';
import { addDays } from '../contracts/days.js';
import { LANDING } from '../contracts/landing/index.js';
import { acceptedColumns } from '../contracts/ledger/accepted.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { isLandedKind } from '../contracts/run/inputs.js';
import type { JudgedMetric, Policies } from '../policies/policy.js';
import { offsetSpans } from './end-of-day.js';
import { type ComposedMetric, composeMetrics } from './judging.js';
import { EVENT_COLUMNS, EVENT_MOMENTS, MOMENT_DAYS, ORDER_COLUMNS, orderLedger, PROOF_COLUMNS } from './order-ledger.js';
import { COUNTED, OUTCOME_CODES, RULE } from './outcome-codes.js';

/** The .sql files by path below sql/, such as `marts/seller_metrics.sql`, and the rules, such as `metrics/late_dispatch/rule.sql`. */
export type SqlFiles = Record<string, string>;

/**
 * `run`: a dataset of this run; `previous`: of the run published before. Of a dataset that is a ledger of parts: `ledger` all
 * that stands after this run, `base_ledger` and `previous_ledger` all that stood after an earlier one, `gathered` the parts that this
 * run gathers into its own.
 */
export type SourceKind =
  | 'run'
  | 'accepted'
  | 'accepted_news'
  | 'counts'
  | 'previous'
  | 'ledger'
  | 'base_ledger'
  | 'previous_ledger'
  | 'gathered';

/** A place a SELECT reads from: a dataset of this run, accepted rows, or an earlier run. */
export interface Source {
  kind: SourceKind;
  dataset: string;
}

/** What a night's SQL may know. Nothing here is a clock. */
export interface NightFacts
  extends Pick<
    RunFacts,
    | 'run_date'
    | 'run_id'
    | 'not_measured'
    | 'landed'
    | 'inputs'
    | 'base_date'
    | 'previous_run_id'
    | 'previous_metrics'
    | 'gathers'
  > {
  policies: Policies;
  /** The seller that an analysis (sql/analyses) is about. */
  seller?: string;
}

export interface Rendered {
  /** Dataset name: the file's base name. */
  name: string;
  /** The plain SELECT, for either engine. */
  select: string;
  sources: Source[];
}

/** How an engine names a source: the text after FROM. */
export type Relations = (source: Source) => string;

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const dateLiteral = (day: string): string => `DATE ${quoted(day)}`;

/** Bounds as whole parts per million, so that rates are compared as integers and 4.00 % is exactly 4.00 %. */
const ppm = (share: number): number => Math.round(share * 1e6);

/** SQL for the instant (UTC) at which a local day ends; regions that share an offset history share a branch. */
function endOfDaySql(facts: NightFacts, region: string, day: string): string {
  const first = addDays(facts.run_date, -3660);
  const last = addDays(facts.run_date, 400);
  const histories = new Map<string, { codes: string[]; spans: ReturnType<typeof offsetSpans> }>();
  for (const { code, time_zone } of facts.policies.regions) {
    const spans = spansOf(time_zone, first, last);
    const key = JSON.stringify(spans);
    const history = histories.get(key) ?? { codes: [], spans };
    history.codes.push(code);
    histories.set(key, history);
  }
  const groups = [...histories.values()];
  const minutes = (spans: ReturnType<typeof offsetSpans>): string => {
    if (spans.length === 1) return String(spans[0]!.minutes);
    const branches = spans.slice(0, -1).map((span) => `WHEN ${day} >= ${dateLiteral(span.from)} THEN ${span.minutes}`);
    return `CASE ${branches.join(' ')} ELSE ${spans.at(-1)!.minutes} END`;
  };
  const offset =
    groups.length === 1
      ? minutes(groups[0]!.spans)
      : `CASE ${groups.map((group) => `WHEN ${region} IN (${group.codes.map(quoted).join(', ')}) THEN ${minutes(group.spans)}`).join(' ')} END`;
  return `(CAST(${day} AS TIMESTAMP) + INTERVAL '1' DAY - (${offset}) * INTERVAL '1' MINUTE)`;
}

/**
 * SQL for the local day of an instant. why not by the offset at that instant: days are told apart by their ends everywhere else.
 * No zone is more than 12 hours behind UTC or 14 ahead, so that one of three days is it.
 */
function localDaySql(facts: NightFacts, region: string, moment: string): string {
  const day = (later: number) => `CAST(${moment} - INTERVAL '12' HOUR + INTERVAL '${later}' DAY AS DATE)`;
  const ends = (later: number) => endOfDaySql(facts, region, day(later));
  return `CASE WHEN ${moment} < ${ends(0)} THEN ${day(0)} WHEN ${moment} < ${ends(1)} THEN ${day(1)} ELSE ${day(2)} END`;
}

const spanCache = new Map<string, ReturnType<typeof offsetSpans>>();
function spansOf(zone: string, first: string, last: string): ReturnType<typeof offsetSpans> {
  const key = `${zone} ${first} ${last}`;
  const known = spanCache.get(key) ?? offsetSpans(zone, first, last);
  spanCache.set(key, known);
  return known;
}

/** A relation of the right columns without rows, for what never landed. */
export function emptyRelation(columns: readonly { name: string; sql: string }[]): string {
  return `(SELECT ${columns.map((c) => `CAST(NULL AS ${c.sql}) AS ${c.name}`).join(', ')} WHERE 1 = 0)`;
}

function environment(): nunjucks.Environment {
  const env = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
  env.addFilter('max', (values: number[]) => Math.max(...values));
  return env.addFilter('has_event_cohort', (metrics: ComposedMetric[]) => metrics.some((m) => m.cohort_of === 'event'));
}

const templates = new Map<string, nunjucks.Template>();
/** A text compiled once: a night renders each file several times, and tests render them for many nights. */
function templateOf(text: string): nunjucks.Template {
  const template = templates.get(text) ?? new nunjucks.Template(text, environment(), undefined, true);
  templates.set(text, template);
  return template;
}

/** Periods of the regional KPIs, in days. why: a week, four whole weeks, a quarter; all multiples of 7 but the last. */
export const PERIODS = [7, 28, 90] as const;

/**
 * Renders one SQL file to a plain SELECT. `ref('x')` reads dataset x of this run; `accepted('x')` every accepted row
 * visible on the run date; `accepted_news('x')` those that the base run had not seen; `previous('x')`
 * dataset x of the run published before; `ledger('x')` and its kin the parts of a ledger (SourceKind).
 */
export function renderSelect(path: string, files: SqlFiles, facts: NightFacts, relations: Relations): Rendered {
  const source = files[path];
  if (source === undefined) throw new Error(`sql/${path}: is missing`);
  const sources: Source[] = [];
  const from = (kind: SourceKind) => (dataset: string) => {
    sources.push({ kind, dataset });
    if ((kind === 'accepted' || kind === 'accepted_news') && !facts.landed.includes(dataset)) {
      const contract = LANDING[dataset];
      if (!contract) throw new Error(`sql/${path}: accepted('${dataset}') is not a landing dataset`);
      return emptyRelation(acceptedColumns(contract));
    }
    return relations({ kind, dataset });
  };
  const { policies } = facts;
  const composed = composedMetrics(files, facts);
  let reads: ReturnType<typeof landedReads> | undefined;
  const measured = (m: JudgedMetric | string): boolean => !facts.not_measured.includes(typeof m === 'string' ? m : m.metric);
  const of = (subject: JudgedMetric['subject']): ComposedMetric[] => [...composed.values()].filter((m) => m.subject === subject);
  const measuredMetrics = policies.metrics.filter(measured);
  const windowsOf = (metric: string): number[] => {
    const found = policies.programmes.flatMap((p) => p.metrics.filter((m) => m.metric === metric).map((m) => m.window_days));
    return [...new Set(found)].sort((a, b) => a - b);
  };
  const rules = [...composed.keys()].map((key) => ruleOf(files, key)).join('\n');
  const uses = (column: string): boolean => new RegExp(`\\b${column}\\b`).test(rules);
  const context = {
    ref: from('run'),
    accepted: from('accepted'),
    accepted_news: from('accepted_news'),
    counts: from('counts'),
    previous: from('previous'),
    ledger: from('ledger'),
    base_ledger: from('base_ledger'),
    previous_ledger: from('previous_ledger'),
    gathered: from('gathered'),
    gathers: facts.gathers ?? false,
    /** Columns of the order ledger, in groups. */
    order_ledger: orderLedger(of('order')),
    empty_relation: emptyRelation,
    has_own_final: (metric: string) => composed.get(metric)?.own_final ?? false,
    run_id: facts.run_id,
    moment_days: MOMENT_DAYS,
    proof: PROOF_COLUMNS,
    proof_columns: (prefix = '') => PROOF_COLUMNS.map(({ name }) => prefix + name).join(', '),
    ledger_columns: (prefix = '') =>
      orderLedger(of('order'))
        .all.map(({ name }) => prefix + name)
        .join(', '),
    event_moments: EVENT_MOMENTS,
    has_base: facts.base_date !== undefined,
    base_date: facts.base_date === undefined ? undefined : dateLiteral(facts.base_date),
    has_previous: facts.previous_run_id !== undefined,
    previous_run_id: facts.previous_run_id,
    /** Metrics that the run before judged and measured; its ledger has their columns. */
    previous_metrics: facts.previous_metrics ?? [],
    /** The run date of the run before, moved by days, as a literal. */
    previous_day: (days: number) => dateLiteral(addDays(facts.previous_run_id!.slice(0, 10), days)),
    landed: (dataset: string) => facts.landed.includes(dataset),
    seller: facts.seller,
    run_date: dateLiteral(facts.run_date),
    /** The run date moved by days, as a literal. */
    day: (days: number) => dateLiteral(addDays(facts.run_date, days)),
    end_of_day: (region: string, day: string) => endOfDaySql(facts, region, day),
    quoted,
    in_list: (values: readonly string[]) => `(${values.map(quoted).join(', ')})`,
    ppm,
    metrics: policies.metrics,
    measured,
    measured_metrics: measuredMetrics,
    /** Every metric with every period of the regions; those measured are numbered from 1, the others are 0. */
    metric_periods: policies.metrics.flatMap(({ metric, maturation_days }) =>
      PERIODS.map((window_days, at) => {
        const place = measuredMetrics.findIndex((m) => m.metric === metric);
        return { metric, maturation_days, window_days, nth: place < 0 ? 0 : place * PERIODS.length + at + 1 };
      }),
    ),
    metric_of: (key: string) => policies.metrics.find((m) => m.metric === key),
    /** Metrics of one subject, with their composed rules. */
    composed: of,
    composed_measured: (subject: JudgedMetric['subject']) => of(subject).filter(measured),
    /** Metrics of orders whose fault makes an order defect, where that is measured. */
    defect_parts: measured('order_defect') ? (composed.get('order_defect')?.parts ?? []).map((key) => composed.get(key)!) : [],
    /** Metrics whose outcomes land; '?' stands for none, so that the list is never empty. */
    declared_metrics: ['?', ...policies.metrics.filter((m) => m.subject === 'landed').map((m) => m.metric)],
    order_metric_names: ['?', ...policies.metrics.filter((m) => m.subject === 'order').map((m) => m.metric)],
    /** The metric that the regions' concentration of faults is shown by; undefined when nothing is measured. */
    headline: (measuredMetrics.find((m) => m.metric === 'late_dispatch') ?? measuredMetrics[0])?.metric,
    unit_of: unitOf(policies),
    landed_metrics: measuredMetrics.filter((m) => m.subject === 'landed'),
    /** Whether any rule in play looks at this column. */
    uses,
    event_columns: EVENT_COLUMNS,
    /** Where those events land, with the key of a record and whether any rule in play looks at them. */
    event_sources: [
      { name: 'reviews', key: 'review_id', used: uses('reviewed_at') || uses('rating') },
      { name: 'returns', key: 'return_id', used: uses('returned_at') || uses('return_requested_at') },
      { name: 'cases', key: 'case_id', used: true },
      { name: 'conversations', key: 'conversation_id', used: uses('contacted_at') },
    ],
    counted: COUNTED,
    rule_numbers: RULE,
    outcome_codes: OUTCOME_CODES,
    everywhere_programmes: [
      '?',
      ...policies.programmes.filter((p) => p.regions.length === policies.regions.length).map((p) => p.programme),
    ],
    maturation: Object.fromEntries(policies.metrics.map((m) => [m.metric, m.maturation_days])),
    windows_of: windowsOf,
    longest_window: Math.max(
      ...policies.programmes.flatMap((p) => [p.assessable.window_days, ...p.metrics.map((m) => m.window_days)]),
    ),
    longest_maturation: Math.max(...policies.metrics.map((m) => m.maturation_days)),
    assessable_windows: [...new Set(policies.programmes.map((p) => p.assessable.window_days))].sort((a, b) => a - b),
    programmes: policies.programmes,
    regions: policies.regions,
    confirmed_regions: policies.regions.filter((r) => r.dispatch_milestone === 'confirmed').map((r) => r.code),
    scan_regions: policies.regions.filter((r) => r.dispatch_milestone === 'first_scan').map((r) => r.code),
    daily_regions: policies.regions.filter((r) => r.must_land_orders_daily).map((r) => r.code),
    /** The same out of accepted rows. That there is a tracking number is all that is judged; numbers are long and squeeze badly. */
    landed_order_columns: ORDER_COLUMNS.map((name) =>
      name === 'has_tracking' ? 'tracking_number IS NOT NULL AS has_tracking' : name,
    ).join(', '),
    order_columns: (prefix = '') => ORDER_COLUMNS.map((name) => `${prefix}${name}`).join(', '),
    periods: PERIODS,
    landed_reads: () => {
      reads ??= landedReads(files, facts);
      return reads;
    },
    landing_datasets: Object.keys(LANDING),
    contracts: Object.values(LANDING),
    outcomes: Object.entries(OUTCOME_CODES).map(([name, code]) => ({ name, code })),
  };
  const filtered = source.match(/\{%-?\s*for [^%]* if [^%]*%\}/);
  if (filtered) throw new Error(`sql/${path}: ${filtered[0]} does not filter in nunjucks; put an if inside the loop`);
  try {
    const select = templateOf(`${macrosOf(files)}${source}`)
      .render(context)
      .trim();
    return { name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), select, sources };
  } catch (error) {
    throw new Error(`sql/${path}: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}

/** By policies, and within them by rules and run date: a night renders hundreds of times what it composes once. */
const composedOnce = new WeakMap<Policies, { files: SqlFiles; run_date: string; metrics: Map<string, ComposedMetric> }>();

/** The rules of the judged metrics, composed for a night. */
function composedMetrics(files: SqlFiles, facts: NightFacts): Map<string, ComposedMetric> {
  const { policies, run_date } = facts;
  const known = composedOnce.get(policies);
  if (known?.files === files && known.run_date === run_date) return known.metrics;
  const metrics = composeMetrics(policies.metrics, (key) => ruleOf(files, key), {
    run_date: dateLiteral(run_date),
    end_of_day: (region, day) => endOfDaySql(facts, region, day),
    local_day: (region, moment) => localDaySql(facts, region, moment),
    policies,
  });
  composedOnce.set(policies, { files, run_date, metrics });
  return metrics;
}

/** What a metric counts, as a word of seller_metrics.unit. */
const unitOf =
  (policies: Policies) =>
  (key: string): string => {
    const metric = policies.metrics.find((m) => m.metric === key);
    return metric?.subject === 'conversation' ? 'conversations' : (metric?.unit ?? metric?.count ?? 'orders');
  };

function ruleOf(files: SqlFiles, metric: string): string {
  const path = `metrics/${metric}/rule.sql`;
  const text = files[path];
  if (text === undefined) throw new Error(`${path}: is missing; every judged metric has one`);
  return text;
}

/** Every file may use the macros of sql/macros/; they print nothing of their own. */
const macrosOf = (files: SqlFiles): string =>
  Object.keys(files)
    .filter((path) => path.startsWith('macros/'))
    .sort()
    .map((path) => `${files[path]!.trim()}\n`)
    .join('');

const DATASETS = /^(staging|outcomes|marts)\//;

/** What the datasets of a night read of the landed, by kind and dataset, with the files and rows that its inputs hold. */
function landedReads(files: SqlFiles, facts: NightFacts): (Source & { files: number; rows: number })[] {
  const found = new Map<string, Source & { files: number; rows: number }>();
  for (const path of Object.keys(files).filter((name) => DATASETS.test(name)))
    for (const { kind, dataset } of renderSelect(path, files, facts, () => 'nowhere').sources) {
      if (!isLandedKind(kind)) continue;
      const { files: count, rows } = facts.inputs[kind][dataset] ?? { files: 0, rows: 0 };
      found.set(`${dataset} ${kind}`, { kind, dataset, files: count, rows });
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
}

/** The datasets of a night in layers: a dataset stands after everything it refs. Checks are not among them. */
export function layersOf(files: SqlFiles, facts: NightFacts): string[][] {
  const paths = Object.keys(files).filter((path) => DATASETS.test(path));
  const needs = new Map<string, Set<string>>();
  const pathOf = new Map<string, string>();
  for (const path of paths.sort()) {
    const { name, sources } = renderSelect(path, files, facts, () => 'nowhere');
    if (pathOf.has(name)) throw new Error(`sql/${path}: dataset ${name} has a second file, sql/${pathOf.get(name)}; rename one`);
    pathOf.set(name, path);
    needs.set(name, new Set(sources.filter((s) => s.kind === 'run' || s.kind === 'ledger').map((s) => s.dataset)));
  }
  for (const [name, refs] of needs)
    for (const ref of refs)
      if (!needs.has(ref)) throw new Error(`sql/${pathOf.get(name)}: ref('${ref}') names no file under sql/`);
  const layers: string[][] = [];
  const done = new Set<string>();
  while (done.size < needs.size) {
    const layer = [...needs.keys()].filter((name) => !done.has(name) && [...needs.get(name)!].every((ref) => done.has(ref)));
    if (layer.length === 0) {
      const rest = [...needs.keys()].filter((name) => !done.has(name));
      throw new Error(`sql/: ${rest.join(', ')} ref each other in a circle; take one ref out`);
    }
    layers.push(layer.map((name) => pathOf.get(name)!));
    for (const name of layer) done.add(name);
  }
  return layers;
}
