import type { AcceptShard } from '../../contracts/run/accept-shard.js';
import type { AcceptedFile, Inputs, Landing } from '../../contracts/run/inputs.js';
import {
  acceptFolder,
  acceptShardKey,
  doneKey,
  isDoneKey,
  landingKey,
  openedKey,
  policiesKey,
  runIdOf,
  runOfOpenedKey,
  runPrefix,
  runsOfDay,
} from '../../contracts/run/keys.js';
import type { Opened } from '../../contracts/run/opened.js';
import { loadPolicies, type PolicyFiles } from '../../policies/load.js';
import type { LandingPolicy, Policies } from '../../policies/policy.js';
import type { SqlFiles } from '../../sql/render.js';
import { inTurns } from '../shared/in-turns.js';
import { lostRows, RowsLost, receiptOf, rowsProblem } from '../shared/kept-rows.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { newestInputs, publishedRuns } from '../shared/read-run-files.js';
import { acceptFingerprint } from './accept-fingerprint.js';
import { expiredFiles } from './expired-files.js';
import { refuseDaysBefore } from './first-landing-day.js';
import { inShards } from './in-shards.js';
import { landedFiles } from './landed-files.js';

export interface OpenedRun {
  run_id: string;
  run_date: string;
  prefix: string;
  files: number;
  to_accept: number;
  shards: string[];
}

/**
 * Opens the next run of a run date. Sees only files that landed on or before it.
 *
 * @throws PolicyRefused when the policy folder is not valid.
 * @throws LandedTooEarly when a file landed for a day before the first.
 */
export async function openRun(given: {
  landing: ObjectStore;
  store: ObjectStore;
  policyFiles(): Promise<PolicyFiles>;
  /** Policies as an earlier run froze them, in place of the files: it is made again by them. */
  sealed?: Policies | undefined;
  acceptSql: SqlFiles;
  run_date: string;
  execution: string;
  /** Whether mails are to be written once it is published. */
  mails?: boolean;
  /** First landing day at which tables look; undefined where they look at every day. */
  firstLandingDay?: string;
}): Promise<OpenedRun> {
  const { landing, store, run_date } = given;
  const policies = given.sealed ?? loadPolicies(await given.policyFiles(), run_date);
  const opened = await claim(store, {
    run_date,
    execution: given.execution,
    ...(given.mails === undefined ? {} : { mails: given.mails }),
  });
  await store.write(policiesKey(opened.prefix), toJson(policies));

  const { files, ignored } = await landedFiles(landing, run_date);
  const fingerprint = acceptFingerprint(policies, given.acceptSql);
  const published = await newestInputs(store, await publishedRuns(store));
  const last = published?.inputs;
  const known = await knownFiles(store, last, fingerprint);
  const expired = await withTheirRows(store, expiredFiles(last?.files ?? [], files, { policy: policies.landing, run_date }), {
    since: published?.run_id ?? '',
    removed: policies.landing.removed,
  });
  const list: Landing = {
    accept_fingerprint: fingerprint,
    ignored,
    files: [...files.map((file) => known.get(nameOf(file)) ?? file), ...expired],
  };
  if (given.firstLandingDay) refuseDaysBefore(given.firstLandingDay, list.files);
  await store.write(landingKey(opened.prefix), toJson(list));

  const fresh = files.filter((file) => !known.has(nameOf(file)));
  const shards: string[] = [];
  for (const files of inShards(fresh)) {
    const key = acceptShardKey(opened.prefix, shards.length + 1);
    const shard: AcceptShard = { run_prefix: opened.prefix, files };
    await store.write(key, toJson(shard));
    shards.push(key);
  }
  await forgetShards(store, opened.prefix, shards);
  const { run_id, prefix } = opened;
  return { run_id, run_date, prefix, files: files.length, to_accept: fresh.length, shards };
}

/** A night that waited for files opens its run again. What was accepted before then is found by receipts, and no longer by those shards. */
async function forgetShards(store: ObjectStore, prefix: string, shards: readonly string[]): Promise<void> {
  const now = new Set(shards.map(doneKey));
  for (const { key } of await store.list(acceptFolder(prefix)))
    if (isDoneKey(key) && !now.has(key)) await store.write(key, toJson([]));
}

/** Takes the next free sequence number by exclusive create; a retry of the same execution gets the number it took before. */
async function claim(store: ObjectStore, asked: Pick<Opened, 'run_date' | 'execution' | 'mails'>): Promise<Opened> {
  const { run_date: runDate, execution } = asked;
  const taken = await store.list(runsOfDay(runDate));
  const numbers = taken.flatMap(({ key }) => runOfOpenedKey(key)?.seq ?? []).map(Number);
  let next = Math.max(0, ...numbers);
  if (next > 0) {
    const prefix = runPrefix(runDate, String(next).padStart(3, '0'));
    const last = await readJson<Opened>(store, openedKey(prefix));
    if (last?.execution === execution) return last;
  }
  for (;;) {
    const seq = String(++next).padStart(3, '0');
    const prefix = runPrefix(runDate, seq);
    const opened: Opened = { run_id: runIdOf(prefix), prefix, ...asked };
    if (await store.create(openedKey(prefix), toJson(opened))) return opened;
  }
}

/** why 16: each is a few small reads. */
const LOOKED_AT_ONCE = 16;

/**
 * Files that the last published run had accepted under the same contracts and regions, by landing key and version. One whose receipt
 * or rows are damaged or gone is as new: it is accepted again.
 */
async function knownFiles(
  store: ObjectStore,
  inputs: Inputs | undefined,
  fingerprint: string,
): Promise<Map<string, AcceptedFile>> {
  if (inputs?.accept_fingerprint !== fingerprint) return new Map();
  const whole = await inTurns(inputs.files, LOOKED_AT_ONCE, async (file) => {
    if (!store.parquetProblem) return true;
    const kept = await receiptOf(store, file);
    return kept !== undefined && kept.problem === undefined;
  });
  return new Map(inputs.files.filter((_, n) => whole[n]).map((file) => [nameOf(file), file]));
}

/**
 * Files gone from landing, as long as what was accepted of them is there.
 *
 * @throws RowsLost where it is not, unless it was decided that what went since that run counts no longer
 */
async function withTheirRows(
  store: ObjectStore,
  files: readonly AcceptedFile[],
  { since, removed }: { since: string; removed: LandingPolicy['removed'] },
): Promise<AcceptedFile[]> {
  const problems = await inTurns(files, LOOKED_AT_ONCE, (file) => rowsProblem(store, file));
  const lost = files.findIndex((_, n) => problems[n] !== undefined);
  if (lost !== -1 && !removed.some((decided) => decided.since === since))
    throw new RowsLost(`${problems[lost]}, and its landed file is gone: ${lostRows(files[lost]!, since)}`);
  return files.filter((_, n) => problems[n] === undefined);
}

const nameOf = (file: { key: string; version: string }): string => `${file.version} ${file.key}`;
