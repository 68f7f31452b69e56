/** Reads out of a store what a pack says about one seller. Nothing here knows the day on which it is asked. */
import type * as z from 'zod';
import type { PublishedContract } from '../../contracts/contract.js';
import { addDays } from '../../contracts/days.js';
import type { Evidence, EvidenceMail, EvidenceRun, Explanation, Order } from '../../contracts/evidence.js';
import { filesOfLedgers } from '../../contracts/ledger/parts.js';
import { restatements } from '../../contracts/published/restatements.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { filesOfSellers } from '../../contracts/run/buckets.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import type { Inputs } from '../../contracts/run/inputs.js';
import { factsKey, inputsKey, manifestKey, policiesKey, sqlFolder } from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { inTurns } from '../../lambdas/shared/in-turns.js';
import { type ObjectStore, toJson } from '../../lambdas/shared/object-store.js';
import { need } from '../../lambdas/shared/read-run-files.js';
import { openRun, type Run } from '../../lambdas/shared/run-reader.js';
import type { ReadersPolicies } from '../../policies/readers-policies.js';
import type { SqlFiles } from '../../sql/render.js';
import { explain } from '../explain.js';
import { contentOfText } from './content.js';
import { inputsOfRuns } from './inputs.js';
import { mailOf } from './mails.js';
import { AT_ONCE, bytesBeforeErasure, Erasures } from './objects.js';
import { type Printed, printedOf } from './printed.js';
import { recordsOf } from './records.js';
import { inOrderOf, Spans, spansOf } from './spans.js';

export interface Gathered {
  evidence: Evidence;
  /** The policies that the runs judged by, without who is mailed: by the file of the pack that has them. */
  policies: Map<string, ReadersPolicies>;
}

export interface ToGather {
  store: ObjectStore;
  duck: Duck;
  sql: SqlFiles;
  seller: string;
  from: string;
  to: string;
  /** Published runs of these days, oldest first: one of each. */
  runs: readonly { run_date: string; prefix: string }[];
}

const hashOf = (text: string): string => contentOfText(text).sha256;

/** @throws Error where something that a run was made of is gone */
export async function gather(asked: ToGather): Promise<Gathered> {
  const { store, seller, from, to } = asked;
  const erasures = await Erasures.of(store);
  const policies = new Map<string, ReadersPolicies>();
  const seen: SeenRun[] = [];
  const orders = new Spans<{ programme: string; metric: string } & Order>();
  const decisions = new Spans<DecisionOf>();
  const points = new Spans<PointsOf>();
  for (const { prefix } of asked.runs) {
    const { printed, ...one } = await seenIn(asked, prefix, policies);
    const { run_id } = one.run;
    const programmes = printed?.programmes ?? [];
    orders.add(run_id, programmes.flatMap(ordersUnder));
    decisions.add(
      run_id,
      programmes.flatMap(({ standing }) => standing?.decisions ?? []),
    );
    points.add(
      run_id,
      programmes.flatMap(({ points: stand }) => stand?.ledger ?? []),
    );
    // why without its orders: of a large seller they are most of all there is, night after night.
    seen.push({ ...one, ...(printed ? { explanation: withoutOrders(printed) } : {}) });
  }
  const explanations = seen.flatMap(({ explanation }) => explanation ?? []);
  const newest = explanations.at(-1);
  const evidence: Evidence = {
    seller_id: seller,
    name: newest?.name ?? null,
    home_region: newest?.home_region ?? null,
    ...{ from, to },
    runs: seen.map(({ run }) => run),
    days_without_run: daysWithout(from, to, new Set(seen.map(({ run }) => run.run_date))),
    explanations,
    orders: inOrderOf(orders.all, ['programme', 'metric', 'subject_id', 'first_run']),
    decisions: inOrderOf(decisions.all, ['programme', 'decision_id', 'first_run']) as unknown as Evidence['decisions'],
    points: inOrderOf(points.all, ['programme', 'entry_id', 'first_run']),
    tier_changes: seen.flatMap(({ tier_changes }) => tier_changes),
    restatements: seen.flatMap((one) => one.restatements),
    mails: seen.flatMap(({ mail }) => mail ?? []),
    records: await recordsOf(store, asked.duck, asked.runs.at(-1)!.prefix, {
      seller,
      decisions: new Set(decisions.all.map(({ decision_id }) => decision_id)),
      exemptions: new Set(orders.all.flatMap(({ exemption_id }) => exemption_id ?? [])),
    }),
    inputs: await inputsOfRuns(
      store,
      erasures,
      seen.map(({ run: { run_id }, inputs }) => ({ run_id, inputs })),
    ),
    files: await filesOf(store, erasures, seen),
  };
  return { evidence, policies };
}

type Programme = Printed['programmes'][number];
type DecisionOf = NonNullable<Programme['standing']>['decisions'][number];
type PointsOf = NonNullable<Programme['points']>['ledger'][number];

const ordersUnder = ({ programme, metrics }: Programme) =>
  metrics.flatMap(({ metric, orders }) => orders.map((order) => ({ programme, metric, ...order })));

interface SeenRun {
  run: EvidenceRun;
  explanation?: Explanation;
  tier_changes: Evidence['tier_changes'];
  restatements: Evidence['restatements'];
  mail?: EvidenceMail;
  inputs: Inputs;
  /** Keys of what was read of it. */
  read: string[];
}

async function seenIn(
  asked: ToGather,
  prefix: string,
  policies: Gathered['policies'],
): Promise<Omit<SeenRun, 'explanation'> & { printed?: Printed }> {
  const { store, seller } = asked;
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const facts = await need<RunFacts>(store, factsKey(prefix));
  const inputs = await need<Inputs>(store, inputsKey(prefix));
  const run = await openRun(store, prefix);
  const found = await explain({ store, duck: asked.duck, sql: asked.sql, prefix, seller });
  const printed = found && printedOf(found);
  const mail = printed && (await mailOf(store, run, { seller, home_region: printed.home_region }));
  const ids = new Set([seller]);
  const { landed, accepted, quarantined } = manifest.landing;
  return {
    run: {
      ...{ run_id: run.run_id, run_date: run.run_date, has_scorecard: printed !== undefined },
      ...{ made_by: facts.made_by ?? null, rules: manifest.ledger_fingerprint, sql_sha256: await sqlOf(store, prefix) },
      ...{ policy_fingerprint: manifest.policy_fingerprint, policy_versions: manifest.policy_versions },
      policies: policiesFile(run, policies),
      ...{ previous_run_id: facts.previous_run_id ?? null, base_run_date: manifest.base_run_date ?? null },
      not_measured: manifest.not_measured,
      ...{ inputs: manifest.landing.files, rows_landed: landed, rows_accepted: accepted, rows_rejected: quarantined },
    },
    ...(printed ? { printed } : {}),
    tier_changes: await rowsOf(run, ids, tierChanges, ['programme']),
    restatements: await rowsOf(run, ids, restatements, ['metric', 'subject_id']),
    ...(mail ? { mail: mail.mail } : {}),
    inputs,
    read: [...readOf(manifest, seller), ...(mail?.keys ?? [])],
  };
}

/** Rows of a published dataset about the seller; none of a run of a version without it. */
async function rowsOf<Shape extends z.ZodObject>(
  run: Run,
  ids: ReadonlySet<string>,
  contract: PublishedContract<Shape>,
  order: readonly (keyof z.infer<Shape>)[],
): Promise<({ run_id: string } & z.infer<Shape>)[]> {
  if (!run.has(contract.dataset)) return [];
  return inOrderOf(await run.rows(contract, ids), order).map((row) => ({ run_id: run.run_id, ...row }));
}

/** The file of the pack that has the policies of a run: runs of the same policies have one. */
function policiesFile({ policies }: Run, all: Gathered['policies']): string {
  const { regions, metrics, programmes, waiting, carrier_classes, texts } = policies;
  const said = { regions, metrics, programmes, waiting, carrier_classes, texts };
  const name = `policies/${policies.fingerprint}-${hashOf(toJson(said)).slice(0, 12)}.json`;
  all.set(name, said);
  return name;
}

/** One hash over the names and texts of all SQL of a run. */
async function sqlOf(store: ObjectStore, prefix: string): Promise<string> {
  const keys = (await store.list(sqlFolder(prefix))).map(({ key }) => key);
  const texts = await inTurns(keys, AT_ONCE, async (key) => [key, hashOf(String((await store.read(key))?.body))]);
  return hashOf(JSON.stringify(texts));
}

/** What of a run may say something of the seller: its records, and the files that may hold its rows. */
function readOf({ prefix, datasets, ledger }: Manifest, seller: string): string[] {
  const published = Object.values(datasets).flatMap(({ files }) => files.filter((key) => key.startsWith(`${prefix}/`)));
  const parts = filesOfLedgers(ledger);
  const records = [manifestKey, policiesKey, factsKey, inputsKey].map((keyOf) => keyOf(prefix));
  return [...records, ...filesOfSellers([...published, ...parts], [seller])];
}

async function filesOf(store: ObjectStore, erasures: Erasures, runs: readonly SeenRun[]): Promise<Evidence['files']> {
  const spans = spansOf(runs.map(({ run, read }) => [run.run_id, read.map((key) => ({ key }))] as const));
  const keys = [...new Set(spans.map(({ key }) => key))];
  const hashes = new Map(
    await inTurns(keys, AT_ONCE, async (key) => [key, await bytesBeforeErasure(store, erasures, key)] as const),
  );
  return inOrderOf(
    spans.map((file) => ({ ...file, sha256: hashes.get(file.key)! })),
    ['key', 'first_run'],
  );
}

function withoutOrders({ programmes, ...rest }: Printed): Explanation {
  return {
    ...rest,
    programmes: programmes.map(({ metrics, ...programme }) => ({
      ...programme,
      metrics: metrics.map(({ orders: _, ...metric }) => metric),
    })),
  };
}

function daysWithout(from: string, to: string, days: ReadonlySet<string>): string[] {
  const without: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!days.has(day)) without.push(day);
  return without;
}
