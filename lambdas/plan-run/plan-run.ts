import { createHash } from 'node:crypto';
import { type LedgerPart, partsToGather } from '../../contracts/ledger/parts.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs, Landing } from '../../contracts/run/inputs.js';
import { factsKey, inputFilesKey, inputsKey, landingKey, manifestKey, receiptKey } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import { Receipt } from '../../contracts/run/receipt.js';
import { PRODUCT_VERSION } from '../../contracts/version.js';
import { zoneFingerprint } from '../../contracts/zones.js';
import type { Policies } from '../../policies/policy.js';
import { orderLedger } from '../../sql/order-ledger.js';
import { checkFilesOf, teamFilesOf } from '../../sql/query-files.js';
import { layersOf, type SqlFiles } from '../../sql/render.js';
import { acceptedIds } from '../shared/accepted-ids.js';
import { inTurns } from '../shared/in-turns.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { need, newestInputs, type PublishedInputs, publishedRuns, readPolicies } from '../shared/read-run-files.js';
import { clockChanges, clocksAround } from './clock-changes.js';
import { newestReadable } from './earlier-runs.js';
import { inputFiles, inputsAsParquet, inputTotals } from './input-files.js';
import { notMeasured } from './not-measured.js';
import { refusedFiles } from './refused-files.js';
import { vanishedRows } from './vanished-rows.js';

/** why 3: these lines are state of the workflow, which is to stay small. */
const MOST_TOLD = 3;

export interface PlannedRun {
  /** Paths below sql/, in layers; each layer needs only those before it. What teams read and the checks are the last. */
  layers: string[][];
  landed: number;
  accepted: number;
  quarantined: number;
  base_run_date: string | null;
  /** Newer runs than the one compared with that cannot be read, and why; the first few. Then every order is judged anew. */
  passed_over: string[];
}

export async function planRun(given: {
  store: ObjectStore;
  sql: SqlFiles;
  run_id: string;
  run_date: string;
  prefix: string;
  full: boolean;
}): Promise<PlannedRun> {
  const { store, sql, run_id, run_date, prefix } = given;
  const policies = await readPolicies(store, prefix);
  const inputs = await inputsOf(store, run_id, prefix);
  await store.write(inputsKey(prefix), toJson(inputs));

  const not_measured = notMeasured(inputs, policies);
  const ledger_fingerprint = ledgerFingerprint(policies, sql, not_measured, inputs.accept_fingerprint);
  const published = await publishedRuns(store);
  const earlier = published.filter((run) => run.run_date < run_date);
  const { run: previous, passed_over } = await newestReadable(store, earlier);
  const anew = given.full || passed_over.length > 0;
  const base = anew ? undefined : await reusable(store, previous, ledger_fingerprint, inputs);
  const gathered = base ? partsToGather(base.parts) : [];
  const files = inputFiles(inputs, base && (await need<Inputs>(store, inputsKey(base.prefix))));
  await store.write(inputFilesKey(prefix), inputsAsParquet(files));
  const clocks = clocksAround(run_date, policies.regions);
  const before = previous && (await need<RunFacts>(store, factsKey(previous.prefix)));
  const facts: RunFacts = {
    made_by: PRODUCT_VERSION,
    clocks,
    ...(before ? { clock_changes: clockChanges(before, { clocks, run_date }) } : {}),
    run_id,
    run_date,
    prefix,
    not_measured,
    ledger_fingerprint,
    landed: [...new Set(inputs.files.filter((file) => file.accepted > 0).map((file) => file.dataset))].sort(),
    inputs: inputTotals(files),
    ...(base ? { base_date: base.run_date, base_prefix: base.prefix } : {}),
    ...(gathered.length > 0 ? { gathered: gathered.map(({ run_prefix }) => run_prefix) } : {}),
    ...(previous ? { previous_run_id: previous.run_id, previous_prefix: previous.prefix } : {}),
    ...(previous ? await judgedBefore(store, previous.prefix) : {}),
    ...amiss(await newestInputs(store, published), { run_date, files: inputs.files, policies }),
  };
  await store.write(factsKey(prefix), toJson(facts));

  const sum = (column: 'landed' | 'accepted' | 'quarantined') => files.reduce((total, file) => total + file[column], 0);
  return {
    layers: [...layersOf(sql, { ...facts, policies }), [...teamFilesOf(sql), ...checkFilesOf(sql)]],
    landed: sum('landed'),
    accepted: sum('accepted'),
    quarantined: sum('quarantined'),
    base_run_date: base?.run_date ?? null,
    passed_over: passed_over.slice(0, MOST_TOLD),
  };
}

/** What a check may stop the night for: files that could not be read, and rows that the last published run still had. */
function amiss(
  last: PublishedInputs | undefined,
  { run_date, files, policies }: { run_date: string; files: Inputs['files']; policies: Policies },
): Pick<RunFacts, 'refused' | 'vanished'> {
  const refused = refusedFiles(files, policies.landing);
  const removed = policies.landing.removed.some(({ since }) => since === last?.run_id);
  const vanished = last && !removed ? vanishedRows({ run_date, files }, { ...last, files: last.inputs.files }) : [];
  return {
    ...(Object.keys(refused.by_dataset).length > 0 ? { refused } : {}),
    ...(vanished.length > 0 ? { vanished } : {}),
  };
}

/** why 16: a receipt is a small object, and reading one after the other waits for each. */
const RECEIPTS_AT_ONCE = 16;

/** Every visible landed file with what became of it: from tonight's shards, or as the last run knew it. */
export async function inputsOf(store: ObjectStore, runId: string, prefix: string): Promise<Inputs> {
  const landing = await need<Landing>(store, landingKey(prefix));
  const done = await acceptedIds(store, prefix);
  const files = await inTurns(landing.files, RECEIPTS_AT_ONCE, async (file) => {
    if ('file_id' in file) return file;
    const file_id = done.get(file.key);
    if (file_id === undefined)
      throw new Error(`${file.key}: was visible when the run opened, but no shard has accepted it; run the night again`);
    const receipt = Receipt.parse(await need(store, receiptKey(file.dataset, file.dt, file_id)));
    const { landed, accepted, quarantined, refused, extra_columns, non_null } = receipt;
    return { ...file, file_id, landed, accepted, quarantined, ...(refused ? { refused } : {}), extra_columns, non_null };
  });
  return { run_id: runId, accept_fingerprint: landing.accept_fingerprint, ignored: landing.ignored, files };
}

/** What outcomes of orders follow from: programmes are not of it, neither their bounds nor their terms. */
export function ledgerFingerprint(
  policies: Policies,
  sql: SqlFiles,
  notMeasuredTonight: readonly string[],
  accept: string,
): string {
  const judging = policies.regions.map((r) => [r.code, zoneFingerprint(r.time_zone), r.dispatch_milestone, r.on_time_scan_saves]);
  const rules = Object.entries(sql)
    .filter(([path]) => /^(staging|outcomes|macros|metrics)\//.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    createHash('sha256')
      // The columns too: parts are read side by side.
      .update(JSON.stringify([judging, rules, orderLedger([]).all, policies.metrics, notMeasuredTonight, accept]))
      .digest('hex')
      .slice(0, 20)
  );
}

/** The newest earlier run whose final outcomes hold tonight too: judged by the same rules, from files that are all here still. */
async function reusable(
  store: ObjectStore,
  newest: { run_date: string; prefix: string } | undefined,
  fingerprint: string,
  inputs: Inputs,
): Promise<{ run_date: string; prefix: string; parts: LedgerPart[] } | undefined> {
  const here = new Set(inputs.files.map((file) => file.file_id));
  if (!newest) return undefined;
  const manifest = await readJson<Manifest>(store, manifestKey(newest.prefix));
  if (manifest?.ledger_fingerprint !== fingerprint || !manifest.ledger) return undefined;
  const then = await need<Inputs>(store, inputsKey(newest.prefix));
  return then.files.every((file) => here.has(file.file_id)) ? { ...newest, parts: manifest.ledger.order_outcomes! } : undefined;
}

/** What a run judged and had a source for, and published; no metric for a run of a version without parts, whose ledger had other columns. */
async function judgedBefore(
  store: ObjectStore,
  prefix: string,
): Promise<Pick<RunFacts, 'previous_metrics' | 'previous_datasets'>> {
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const previous_datasets = Object.keys(manifest.datasets).sort();
  if (!manifest.ledger) return { previous_metrics: [], previous_datasets };
  const [policies, facts] = [await readPolicies(store, prefix), await need<RunFacts>(store, factsKey(prefix))];
  const judged = (policies.metrics ?? []).map(({ metric }) => metric);
  return { previous_metrics: judged.filter((metric) => !facts.not_measured.includes(metric)), previous_datasets };
}
