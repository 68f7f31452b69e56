/** The runs of a pack, made again from the landed files by the policies that they froze, in a store of their own. */
import { constants } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Evidence, EvidenceInput, EvidenceOrder, EvidenceRun, Explanation, PackManifest } from '../../contracts/evidence.js';
import { filesOfLedgers } from '../../contracts/ledger/parts.js';
import type { RunFacts } from '../../contracts/run/facts.js';
import {
  factsKey,
  manifestKey,
  openedKey,
  publishedLogKey,
  runDateOf,
  runIdOf,
  runPrefix,
  seqOf,
} from '../../contracts/run/keys.js';
import type { Manifest } from '../../contracts/run/manifest.js';
import type { Opened } from '../../contracts/run/opened.js';
import { runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { inTurns } from '../../lambdas/shared/in-turns.js';
import { type ObjectStore, readJson, toJson } from '../../lambdas/shared/object-store.js';
import { need, readPolicies } from '../../lambdas/shared/read-run-files.js';
import type { SqlFiles } from '../../sql/render.js';
import { explain } from '../explain.js';
import { AT_ONCE, contentOfObject } from './objects.js';
import { EVIDENCE, explanationFile } from './pack.js';
import { printedOf } from './printed.js';
import { runOf } from './run-of.js';

export interface MadeAgain {
  run_id: string;
  /** In how many landed files it found what it read; none where it could not be made. */
  files: number;
  /** Why it could not be made again; absent where it was. */
  cannot?: string;
  /** The first thing that came out otherwise; absent where all came out the same. */
  differs?: string;
}

interface ToMakeAgain {
  store: ObjectStore;
  landing: ObjectStore;
  duck: Duck;
  sql: SqlFiles;
  seller: string;
  run: EvidenceRun;
  inputs: readonly EvidenceInput[];
  /** What the pack says of the run: without a scorecard, nothing. */
  said: { explanation?: Explanation; orders: readonly EvidenceOrder[] };
  /** A folder of its own, which is gone afterwards. */
  scratch: string;
}

/** Each run of a pack in turn; a night takes as long as one in full. */
export async function* runsMadeAgain({
  files,
  manifest,
  ...asked
}: Omit<ToMakeAgain, 'run' | 'inputs' | 'said' | 'seller'> & {
  manifest: PackManifest;
  files: ReadonlyMap<string, Buffer>;
}): AsyncGenerator<MadeAgain> {
  const pack = JSON.parse(String(files.get(EVIDENCE))) as Pick<Evidence, 'runs' | 'inputs' | 'orders'>;
  for (const run of pack.runs) {
    const holds = ({ first_run, last_run }: { first_run: string; last_run: string }): boolean =>
      first_run <= run.run_id && run.run_id <= last_run;
    const explained = files.get(explanationFile(run.run_id));
    const said = {
      ...(explained ? { explanation: JSON.parse(String(explained)) as Explanation } : {}),
      orders: pack.orders.filter(holds),
    };
    yield makeAgain({ ...asked, seller: manifest.seller_id, run, inputs: pack.inputs.filter(holds), said });
  }
}

/**
 * Lays out what the run found (the landed files that it read, and the run before, from whose standings it went on), runs its night in full,
 * and compares what it says of the seller.
 */
async function makeAgain(asked: ToMakeAgain): Promise<MadeAgain> {
  const { run_id } = asked.run;
  try {
    const cannot = await layOut(asked);
    if (cannot !== undefined) return { run_id, files: 0, cannot };
    const { prefix, run_date } = runOf(run_id);
    const store = join(asked.scratch, 'store');
    const sealed = await readPolicies(asked.store, prefix);
    const folders = { landing: join(asked.scratch, 'landing'), store, policies: store };
    const night = await runNight({ runDate: run_date, full: true, mails: false, sealed, ...folders });
    if (night.error)
      return { run_id, files: 0, cannot: `its night stopped at ${night.failed_state}: ${night.error.message.split('\n')[0]}` };
    const differs = await difference(asked, new FolderStore(store), prefix);
    return { run_id, files: asked.inputs.length, ...(differs === undefined ? {} : { differs }) };
  } finally {
    await rm(asked.scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @returns why it cannot be laid out */
async function layOut({ store, landing, run, inputs, scratch }: ToMakeAgain): Promise<string | undefined> {
  const { prefix } = runOf(run.run_id);
  const here = await inTurns(inputs, AT_ONCE, ({ key }) => place(landing, key, join(scratch, 'landing', key)));
  const gone = inputs.filter((_, n) => !here[n]);
  if (gone.length > 0) return `${gone.length} of ${inputs.length} landed files are gone, such as landing/${gone[0]!.key}`;
  const into = (key: string): Promise<boolean> => place(store, key, join(scratch, 'store', key));
  const { previous_prefix } = await need<RunFacts>(store, factsKey(prefix));
  if (previous_prefix !== undefined) {
    const manifest = await readJson<Manifest>(store, manifestKey(previous_prefix));
    if (!manifest) return `the run before, from which it goes on, is gone (${previous_prefix})`;
    const parts = filesOfLedgers(manifest.ledger);
    const records = (await store.list(`${previous_prefix}/`)).map(({ key }) => key);
    await inTurns([...records, ...parts, publishedLogKey(runDateOf(previous_prefix), seqOf(previous_prefix))], AT_ONCE, into);
  }
  // The night takes the next free number of its day: it is to be that of the run.
  const before = Number(seqOf(prefix)) - 1;
  if (before > 0) {
    const taken = runPrefix(run.run_date, String(before).padStart(3, '0'));
    const opened: Opened = { run_id: runIdOf(taken), run_date: run.run_date, prefix: taken, execution: 'another' };
    await new FolderStore(join(scratch, 'store')).write(openedKey(taken), toJson(opened));
  }
  return undefined;
}

/** Copies an object into a folder; false where it is gone. why no link: it would change when a landed file changed last, as the system tells. */
async function place(from: ObjectStore, key: string, path: string): Promise<boolean> {
  if (!(await contentOfObject(from, key))) return false;
  const file = await from.toFile(key);
  try {
    await mkdir(dirname(path), { recursive: true });
    await copyFile(file.path, path, constants.COPYFILE_FICLONE);
    return true;
  } finally {
    await file.done();
  }
}

async function difference(
  { duck, sql, seller, run, said: { explanation, orders } }: ToMakeAgain,
  store: ObjectStore,
  prefix: string,
): Promise<string | undefined> {
  const found = await explain({ store, duck, sql, prefix, seller });
  const now = found && printedOf(found);
  if (!now || !explanation) return now || explanation ? `${now ? 'a' : 'no'} scorecard of ${seller}` : undefined;
  const { rules } = run;
  const { ledger_fingerprint } = await need<Manifest>(store, manifestKey(prefix));
  const because = rules === ledger_fingerprint ? '' : ` (by other rules than then: ${ledger_fingerprint}, not ${rules})`;
  const { programmes, ...rest } = now;
  if (JSON.stringify(rest) !== JSON.stringify({ ...explanation, programmes: undefined })) return `its head${because}`;
  for (const { metrics, ...programme } of programmes) {
    const before = explanation.programmes.find((one) => one.programme === programme.programme);
    if (JSON.stringify(programme) !== JSON.stringify({ ...before, metrics: undefined }))
      return `${programme.programme}${because}`;
    for (const { orders: counted, ...metric } of metrics) {
      const name = `${metric.metric} under ${programme.programme}${because}`;
      const was = before?.metrics.find((one) => one.metric === metric.metric);
      if (JSON.stringify(metric) !== JSON.stringify(was)) return name;
      const then = orders.filter((one) => one.programme === programme.programme && one.metric === metric.metric);
      const told = new Set(
        then.map(({ first_run: _, last_run: __, programme: ___, metric: ____, ...order }) => JSON.stringify(order)),
      );
      const other = counted.find((order) => !told.delete(JSON.stringify(order)));
      if (other || told.size > 0) return `${name}, order ${other?.subject_id ?? JSON.parse([...told][0]!).subject_id}`;
    }
  }
  return undefined;
}
