import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptedKey, countsKey, quarantineKey, receiptKey } from '../../contracts/run/keys.js';
import { Receipt } from '../../contracts/run/receipt.js';
import type { TrackingPolicy } from '../../policies/policy.js';
import type { Duck } from '../shared/duck.js';
import { inTurns } from '../shared/in-turns.js';
import { receiptOf } from '../shared/kept-rows.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { type ToAccept, toOpenTogether } from './batches.js';
import type { RegionClock } from './clock.js';
import { contractOf, fileIdOf } from './file-id.js';
import { type Judged, judge } from './judge.js';
import { contentOf } from './landed-file.js';
import { openLanded } from './open-landed.js';
import { type LargestFiles, tooLarge } from './too-large.js';

export interface AcceptFiles {
  landing: ObjectStore;
  store: ObjectStore;
  files: readonly ToAccept[];
  /** The regions of the run's policies. */
  regions: readonly RegionClock[];
  /** Metrics that the run's policies declare beside the built-in ones; an exemption may name them. */
  own_metrics: readonly string[];
  /** What the run's policies say is no tracking number. */
  tracking?: TrackingPolicy | undefined;
  /** Its session must be in UTC. */
  duck: Duck;
  /** A local folder for temporary files; made if missing, left as it was. */
  scratch: string;
  /** What is too large here to be read; without it, all is read for which there is disk. */
  largest?: LargestFiles | undefined;
  /** Told of a file that was accepted before and is accepted again, because what was kept of it is damaged or gone. */
  again?(key: string, problem: string): void;
}

/** More unknown columns than this are not listed one by one. */
const MOST_EXTRA_COLUMNS = 100;
/** why 2: while DuckDB works on one batch, the files of the next are read. */
const BATCHES_AT_ONCE = 2;
/** Landed bytes of a batch beyond which no other is worked on beside it. why 128 MB: two of these take less disk than one of the largest. */
const LARGE_BATCH = 128 * 2 ** 20;
/** why 8: an object store answers in tens of ms, and a batch has up to 64 small files. */
const FILES_AT_ONCE = 8;

/**
 * Accepts landed files: checks every row against its contract and writes for each file, in this order, accepted rows as Parquet,
 * rejected rows with their reasons as JSON lines, counts by region as Parquet, and the receipt. The receipt is written last and
 * once, so a crash in between leaves nothing that counts; a file with a receipt is not looked at again while all that it promises
 * is there. Small files are judged many at a time, and nothing that is written shows which.
 *
 * accepted + quarantined = landed, always. A file of which no row can be read (unknown ending, damaged Parquet) is refused
 * and counts as one landed and one quarantined row, line 0, so that it shows in every count.
 *
 * Resolves to the receipts in the order of the files. Throws when a file or its dataset does not exist; nothing that is in a file
 * makes it throw.
 */
export async function acceptFiles(given: AcceptFiles): Promise<Receipt[]> {
  await mkdir(given.scratch, { recursive: true });
  const receipts: Receipt[] = [];
  const batches = toOpenTogether(given.files);
  const isLarge = (places: number[]): boolean =>
    places.some((at) => (given.files[at]!.size ?? 0) > LARGE_BATCH && !tooLarge(given.files[at]!, given.largest));
  const accept = async (places: number[]): Promise<void> => {
    const files = places.map((at) => given.files[at]!);
    const accepted = await namingThem(files, () => acceptBatch({ ...given, files }));
    for (const [n, at] of places.entries()) receipts[at] = accepted[n]!;
  };
  await inTurns(
    batches.filter((places) => !isLarge(places)),
    BATCHES_AT_ONCE,
    accept,
  );
  await inTurns(batches.filter(isLarge), 1, accept);
  return receipts;
}

/** An error that names no landed file, such as one of the machine, says in its first line which were at work. */
async function namingThem<Result>(files: readonly ToAccept[], accepting: () => Promise<Result>): Promise<Result> {
  try {
    return await accepting();
  } catch (error) {
    if (error instanceof Error && !error.message.includes('landing/')) {
      const [first = '', ...rest] = error.message.split('\n');
      const others = files.length === 1 ? '' : ` and ${files.length - 1} more`;
      error.message = [`${first} (at landing/${files[0]!.key}${others})`, ...rest].join('\n');
    }
    throw error;
  }
}

/** A file that is not known yet, on this machine; without a path where it is too large to be fetched. */
interface Fetched extends ToAccept {
  path: string;
  /** Why nothing of it is read, or ''. */
  refused: string;
  sha256: string;
  bytes: number;
  file_id: string;
  /** Whether it was accepted before, and what was kept of it is damaged. */
  again: boolean;
  /** What the system says of it before it is read first. */
  stamp: string;
}

/** why the change time too: a copy may keep the time of writing, and nobody can set when a file came to be as it is. */
async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join();
}

const HOW_TO_LAND = 'write files beside their place, rename them when they are whole, and run the night again';

/** A landed file that is gone, or of which nobody knows any more what was read of it. */
async function stillThere<Result>(key: string, reading: () => Promise<Result>): Promise<Result> {
  try {
    return await reading();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !/no such object/.test((error as Error).message)) throw error;
    throw new Error(
      `landing/${key}: was there when the night began, and is gone; put it back, or run the night again without it`,
    );
  }
}

/**
 * What is made of files, if they are still what they were when their content was taken: else it would be said of other bytes.
 *
 * @throws naming the file that is gone or changed, also where that made the reading fail
 */
async function whileTheyStay<Result>(files: readonly Fetched[], reading: () => Promise<Result>): Promise<Result> {
  const result = await reading().catch(async (error) => {
    await mustBeAsBefore(files);
    throw error;
  });
  await mustBeAsBefore(files);
  return result;
}

async function mustBeAsBefore(files: readonly Fetched[]): Promise<void> {
  for (const { key, path, stamp } of files)
    if (path && (await stillThere(key, () => stampOf(path))) !== stamp)
      throw new Error(`landing/${key}: changed while it was read; ${HOW_TO_LAND}`);
}

/** What stands for the content of a file that nobody reads: where it lies, its size and version, and why it is not read. */
function nameless({ key, size = 0, version = '' }: ToAccept, refused: string) {
  return { path: '', stamp: '', content: { sha256: '', bytes: size }, name: JSON.stringify([key, size, version, refused]) };
}

/** Accepts files of one dataset, opening all of them at once. */
async function acceptBatch(given: AcceptFiles): Promise<Receipt[]> {
  const { landing, store, files, regions, own_metrics, tracking, duck, scratch } = given;
  const contract = contractOf(files[0]!.dataset);
  const work = await mkdtemp(join(scratch, 'accept-'));
  const done: (() => Promise<void>)[] = [];
  const ids: string[] = [];
  const receipts = new Map<string, Receipt>();
  const fresh = new Map<string, Fetched>();
  try {
    await inTurns([...files.entries()], FILES_AT_ONCE, async ([at, file]) => {
      const { dataset, dt, key } = file;
      const refused = tooLarge(file, given.largest);
      const { path, stamp, content, name } = refused
        ? nameless(file, refused)
        : await stillThere(key, async () => {
            const source = await landing.toFile(key);
            done.push(source.done);
            const stamp = await stampOf(source.path);
            const content = await contentOf(source.path);
            return { path: source.path, stamp, content, name: content.sha256 };
          });
      const file_id = fileIdOf({ sha256: name, dataset, dt, key, regions, own_metrics, tracking });
      ids[at] = file_id;
      const earlier = await receiptOf(store, { dataset, dt, file_id });
      if (earlier?.problem === undefined && earlier) return receipts.set(file_id, earlier.receipt);
      if (earlier) given.again?.(key, earlier.problem);
      return fresh.set(file_id, { ...file, ...content, file_id, path, stamp, refused, again: earlier !== undefined });
    });
    // Of files with the same bytes, the first names what is accepted.
    for (const [at, file_id] of [...ids.entries()].reverse()) {
      const twin = fresh.get(file_id);
      if (twin) fresh.set(file_id, { ...twin, key: files[at]!.key });
    }
    const waiting = [...fresh.values()];
    const judged = await whileTheyStay(waiting, async () => {
      const opened = await openLanded(waiting, contract, { duck, work, largest: given.largest });
      const named = opened.map((file, n) => ({
        ...file,
        file_id: waiting[n]!.file_id,
        dt: waiting[n]!.dt,
        key: waiting[n]!.key,
      }));
      return judge(named, { contract, regions, own_metrics, tracking, duck, work });
    });
    await inTurns(judged, FILES_AT_ONCE, async (one) => {
      const file = fresh.get(one.file_id)!;
      receipts.set(one.file_id, await keep(store, one, newReceipt(file, one), file));
    });
    return ids.map((file_id) => receipts.get(file_id)!);
  } finally {
    await rm(work, { recursive: true, force: true });
    for (const one of done) await one();
  }
}

function newReceipt(file: Fetched, judged: Judged): Receipt {
  const { dataset, dt, key, file_id, sha256, bytes } = file;
  const known = new Set(contractOf(dataset).columns.map((c) => c.name));
  const extra = [...judged.header.keys()].filter((name) => !known.has(name)).sort();
  return {
    ...{ dataset, dt, file_id, sha256, bytes },
    landed: judged.landed,
    accepted: judged.accepted.rows,
    quarantined: judged.quarantined.rows,
    ...(judged.refused ? { refused: `landing/${key}: ${judged.refused}` } : {}),
    // Of a refused file nothing is taken, so that no column is kept out.
    extra_columns: judged.refused ? [] : extra.slice(0, MOST_EXTRA_COLUMNS),
    reasons: judged.reasons,
    non_null: judged.non_null,
    ...(judged.accepted.path ? { accepted_key: acceptedKey(dataset, dt, file_id) } : {}),
    ...(judged.quarantined.path ? { quarantine_key: quarantineKey(dataset, dt, file_id) } : {}),
    counts_key: countsKey(dataset, dt, file_id),
  };
}

/** Takes what was judged into the store, the receipt last. Of two who do so at once, both get the receipt of the first. */
async function keep(store: ObjectStore, judged: Judged, receipt: Receipt, { again }: { again: boolean }): Promise<Receipt> {
  if (judged.accepted.path) await store.fromFile(judged.accepted.path, receipt.accepted_key!);
  if (judged.quarantined.path) await store.fromFile(judged.quarantined.path, receipt.quarantine_key!);
  await store.fromFile(judged.counts.path, receipt.counts_key);
  const key = receiptKey(receipt.dataset, receipt.dt, receipt.file_id);
  if (again) await store.write(key, toJson(receipt));
  else if (await store.create(key, toJson(receipt))) return receipt;
  return Receipt.parse(await readJson(store, key));
}
