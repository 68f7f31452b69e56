import { LANDING } from '../contracts/landing/index.js';
import { readColumns } from '../contracts/ledger/accepted.js';
import type { RunFacts } from '../contracts/run/facts.js';
import { isLandedKind } from '../contracts/run/inputs.js';
import type { Policies } from '../policies/policy.js';
import { type ComposedMetric, composeMetrics } from './judging.js';
import { dateLiteral, emptyRelation } from './literals.js';
import { endOfDaySql, localDaySql } from './local-days.js';
import { datasetFilesOf } from './query-files.js';
import { templateOf } from './templates.js';
import { wordsOf } from './words.js';

/** The .sql files by path below sql/, such as `marts/seller_metrics.sql`, and those of rooms, such as `metrics/late_dispatch/rule.sql`. */
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
    | 'previous_datasets'
    | 'gathered'
    | 'refused'
    | 'vanished'
  > {
  policies: Policies;
  /** The sellers that an analysis (sql/analyses) is about. */
  sellers?: readonly string[];
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
      const contract = Object.hasOwn(LANDING, dataset) ? LANDING[dataset] : undefined;
      if (!contract) throw new Error(`sql/${path}: accepted('${dataset}') is not a landing dataset`);
      return emptyRelation(readColumns(contract));
    }
    return relations({ kind, dataset });
  };
  let reads: ReturnType<typeof landedReads> | undefined;
  const words = {
    ...relationWords(from),
    ...wordsOf(facts, composedMetrics(files, facts), (key) => ruleOf(files, key)),
    landed_reads: () => {
      reads ??= landedReads(files, facts);
      return reads;
    },
  };
  const filtered = source.match(/\{%-?\s*for [^%]* if [^%]*%\}/);
  if (filtered) throw new Error(`sql/${path}: ${filtered[0]} does not filter in nunjucks; put an if inside the loop`);
  try {
    const select = templateOf(`${macrosOf(files)}${source}`)
      .render(words)
      .trim();
    return { name: path.replace(/^.*\//, '').replace(/\.sql$/, ''), select, sources };
  } catch (error) {
    throw new Error(`sql/${path}: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}

/** How a template names each source. */
const relationWords = (from: (kind: SourceKind) => (dataset: string) => string) => ({
  ref: from('run'),
  accepted: from('accepted'),
  accepted_news: from('accepted_news'),
  counts: from('counts'),
  previous: from('previous'),
  ledger: from('ledger'),
  base_ledger: from('base_ledger'),
  previous_ledger: from('previous_ledger'),
  gathered: from('gathered'),
});

/** By the texts of rules, and within them for the last night: every query of a night reads its policies anew. */
const composedOnce = new WeakMap<SqlFiles, { night: string; metrics: Map<string, ComposedMetric> }>();

/** The rules of the judged metrics, composed for a night. */
function composedMetrics(files: SqlFiles, { policies, run_date }: NightFacts): Map<string, ComposedMetric> {
  const night = JSON.stringify([run_date, policies]);
  const known = composedOnce.get(files);
  if (known?.night === night) return known.metrics;
  const metrics = composeMetrics(policies.metrics, (key) => ruleOf(files, key), {
    run_date: dateLiteral(run_date),
    end_of_day: (region, day) => endOfDaySql({ policies, run_date }, region, day),
    local_day: (region, moment) => localDaySql({ policies, run_date }, region, moment),
    policies,
  });
  composedOnce.set(files, { night, metrics });
  return metrics;
}

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

/**
 * What the datasets of a night read of the landed, by kind and dataset, with the files and rows that its inputs hold. Counts are
 * those of every file: of the news as they are read, of the others as the base run read them.
 */
function landedReads(files: SqlFiles, facts: NightFacts): (Source & { files: number; rows: number })[] {
  const found = new Map<string, Source & { files: number; rows: number }>();
  for (const path of datasetFilesOf(files))
    for (const { kind, dataset: read } of renderSelect(path, files, facts, () => 'nowhere').sources) {
      if (!isLandedKind(kind)) continue;
      const dataset = kind === 'counts' ? 'every' : read;
      const { files: count, rows } = facts.inputs[kind][dataset] ?? { files: 0, rows: 0 };
      found.set(`${dataset} ${kind}`, { kind, dataset, files: count, rows });
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
}

/** The datasets of a night in layers: a dataset stands after everything it refs. Checks are not among them. */
export function layersOf(files: SqlFiles, facts: NightFacts): string[][] {
  const needs = new Map<string, Set<string>>();
  const pathOf = new Map<string, string>();
  for (const path of datasetFilesOf(files)) {
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
