import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptedKey, countsKey, quarantineKey, receiptKey } from '../../contracts/run/keys.js';
import { Receipt } from '../../contracts/run/receipt.js';
import type { Duck } from '../shared/duck.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { contractOf, fileIdOf } from './file-id.js';
import { type Judged, judge } from './judge.js';
import { contentOf } from './landed-file.js';
import { openLanded } from './open-landed.js';
import type { RegionClock } from './queries.js';

export interface AcceptFile {
  landing: ObjectStore;
  store: ObjectStore;
  dataset: string;
  /** Landing day, YYYY-MM-DD. */
  dt: string;
  /** Key of the landed file in `landing`. */
  landingKey: string;
  /** The regions of the run's policies. */
  regions: readonly RegionClock[];
  /** Its session must be in UTC. */
  duck: Duck;
  /** A local folder for temporary files; made if missing, left as it was. */
  scratch: string;
}

/** More unknown columns than this are not listed one by one. */
const MOST_EXTRA_COLUMNS = 100;

/**
 * Accepts one landed file: checks every row against its contract and writes, in this order, accepted rows as Parquet,
 * rejected rows with their reasons as JSON lines, counts by region as Parquet, and the receipt. The receipt is written
 * last and once, so a crash in between leaves nothing that counts; a file with a receipt is not looked at again.
 *
 * accepted + quarantined = landed, always. A file of which no row can be read (unknown ending, damaged Parquet) is refused
 * and counts as one landed and one quarantined row, line 0, so that it shows in every count.
 *
 * Throws when the file or its dataset does not exist; nothing that is in a file makes it throw.
 */
export async function acceptFile(parts: AcceptFile): Promise<Receipt> {
  const { landing, store, dataset, dt, landingKey: key, regions, duck, scratch } = parts;
  const contract = contractOf(dataset);
  const source = await landing.toFile(key);
  await mkdir(scratch, { recursive: true });
  const work = await mkdtemp(join(scratch, 'accept-'));
  try {
    const content = await contentOf(source.path);
    const file_id = fileIdOf({ ...content, dataset, dt, regions });
    const earlier = await readJson(store, receiptKey(dataset, dt, file_id));
    if (earlier) return Receipt.parse(earlier);

    const opened = await openLanded(source.path, key, contract, duck, work);
    const judged = await judge(opened, { contract, regions, dt, file_id, key, duck, work });
    const known = new Set(contract.columns.map((c) => c.name));
    const extra = [...opened.header.keys()].filter((name) => !known.has(name)).sort();
    return await keep(store, judged, {
      dataset,
      dt,
      file_id,
      ...content,
      landed: judged.landed,
      accepted: judged.accepted.rows,
      quarantined: judged.quarantined.rows,
      ...(judged.refused ? { refused: `landing/${key}: ${judged.refused}` } : {}),
      extra_columns: extra.slice(0, MOST_EXTRA_COLUMNS),
      reasons: judged.reasons,
      non_null: judged.non_null,
      ...(judged.accepted.path ? { accepted_key: acceptedKey(dataset, dt, file_id) } : {}),
      ...(judged.quarantined.path ? { quarantine_key: quarantineKey(dataset, dt, file_id) } : {}),
      counts_key: countsKey(dataset, dt, file_id),
    });
  } finally {
    await rm(work, { recursive: true, force: true });
    await source.done();
  }
}

/** Takes what was judged into the store, the receipt last. Of two who do so at once, both get the receipt of the first. */
async function keep(store: ObjectStore, judged: Judged, receipt: Receipt): Promise<Receipt> {
  if (judged.accepted.path) await store.fromFile(judged.accepted.path, receipt.accepted_key!);
  if (judged.quarantined.path) await store.fromFile(judged.quarantined.path, receipt.quarantine_key!);
  await store.fromFile(judged.counts.path, receipt.counts_key);
  const key = receiptKey(receipt.dataset, receipt.dt, receipt.file_id);
  if (await store.create(key, toJson(receipt))) return receipt;
  return Receipt.parse(await readJson(store, key));
}
