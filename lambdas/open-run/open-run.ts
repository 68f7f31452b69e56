import type { AcceptShard } from '../../contracts/run/accept-shard.js';
import type { AcceptedFile, Inputs, Landing } from '../../contracts/run/inputs.js';
import {
  acceptShardKey,
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
import type { SqlFiles } from '../../sql/render.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { newestInputs, publishedRuns } from '../shared/read-run-files.js';
import { acceptFingerprint } from './accept-fingerprint.js';
import { expiredFiles } from './expired-files.js';
import { landedFiles } from './landed-files.js';

/** At most so many shards, so that their keys stay a few kB of state. why: 40 keys of 60 bytes are 2.4 kB. */
const MOST_SHARDS = 40;
/** Files per shard at least. why: starting a Lambda costs more than accepting one small file. */
const LEAST_FILES = 25;

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
 */
export async function openRun(given: {
  landing: ObjectStore;
  store: ObjectStore;
  policyFiles(): Promise<PolicyFiles>;
  acceptSql: SqlFiles;
  run_date: string;
  execution: string;
  /** Whether mails are to be written once it is published. */
  mails?: boolean;
}): Promise<OpenedRun> {
  const { landing, store, run_date } = given;
  const policies = loadPolicies(await given.policyFiles(), run_date);
  const opened = await claim(store, {
    run_date,
    execution: given.execution,
    ...(given.mails === undefined ? {} : { mails: given.mails }),
  });
  await store.write(policiesKey(opened.prefix), toJson(policies));

  const { files, ignored } = await landedFiles(landing, run_date);
  const fingerprint = acceptFingerprint(policies, given.acceptSql);
  const last = (await newestInputs(store, await publishedRuns(store)))?.inputs;
  const known = knownFiles(last, fingerprint);
  const expired = expiredFiles(last?.files ?? [], files, { policy: policies.landing, run_date });
  const list: Landing = {
    accept_fingerprint: fingerprint,
    ignored,
    files: [...files.map((file) => known.get(nameOf(file)) ?? file), ...expired],
  };
  await store.write(landingKey(opened.prefix), toJson(list));

  const fresh = files.filter((file) => !known.has(nameOf(file)));
  const perShard = Math.max(LEAST_FILES, Math.ceil(fresh.length / MOST_SHARDS));
  const shards: string[] = [];
  for (let from = 0; from < fresh.length; from += perShard) {
    const key = acceptShardKey(opened.prefix, shards.length + 1);
    const shard: AcceptShard = { run_prefix: opened.prefix, files: fresh.slice(from, from + perShard) };
    await store.write(key, toJson(shard));
    shards.push(key);
  }
  const { run_id, prefix } = opened;
  return { run_id, run_date, prefix, files: files.length, to_accept: fresh.length, shards };
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

/** Files that the last published run had accepted under the same contracts and regions, by landing key and version. */
function knownFiles(inputs: Inputs | undefined, fingerprint: string): Map<string, AcceptedFile> {
  if (inputs?.accept_fingerprint !== fingerprint) return new Map();
  return new Map(inputs.files.map((file) => [nameOf(file), file]));
}

const nameOf = (file: { key: string; version: string }): string => `${file.version} ${file.key}`;
