/** A long history of small landed files, as a run of years ago would have read them: made of one small file a day. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { AcceptedFile, Inputs } from '../../../contracts/run/inputs.js';
import { acceptedKey, countsKey, inputsKey, manifestKey, receiptKey } from '../../../contracts/run/keys.js';
import type { Manifest } from '../../../contracts/run/manifest.js';
import type { Receipt } from '../../../contracts/run/receipt.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import { type ObjectStore, readJson, toJson } from '../../../lambdas/shared/object-store.js';
import { need } from '../../../lambdas/shared/read-run-files.js';
import { ask, type TestMarketplace } from '../../night/test-marketplace.js';

const HOURLY = 'hourly.jsonl';
const digest = (algorithm: string, body: Buffer | string): string => createHash(algorithm).update(body).digest('hex');

/** Lands beside each day's orders the first of them once more, in a file of its own: the same version, which changes nothing. */
export async function landHourly(marketplace: TestMarketplace, linesOf: (key: string) => Promise<string[]>): Promise<void> {
  const landing = new FolderStore(marketplace.landing);
  for (const { key } of await landing.list('orders/')) {
    const [first] = await linesOf(key);
    await landing.write(`${dirname(key)}/${HOURLY}`, `${first}\n`);
  }
}

/** A landed file, and what accept-files has made of it, as it is copied: under another name and id. */
interface Original {
  file: AcceptedFile;
  receipt: Receipt;
  landed: Buffer;
  accepted: Buffer;
  counts: Buffer;
}

/** Parquet as it is, but unpacked: so that the id of its file, which is a column, stands in it as it is. */
async function unpacked(path: string, scratch: string): Promise<Buffer> {
  const to = join(scratch, 'unpacked.parquet');
  await ask(
    `COPY (FROM read_parquet('${path}')) TO '${to}' (FORMAT parquet, COMPRESSION uncompressed, WRITE_BLOOM_FILTER false)`,
  );
  return readFile(to);
}

async function originals({ store, landing }: TestMarketplace, prefix: string, scratch: string): Promise<Original[]> {
  const folder = new FolderStore(store);
  const { files } = await need<Inputs>(folder, inputsKey(prefix));
  const found: Original[] = [];
  for (const file of files.filter(({ key }) => key.endsWith(`/${HOURLY}`))) {
    const { dataset, dt, file_id, key } = file;
    found.push({
      file,
      receipt: await need<Receipt>(folder, receiptKey(dataset, dt, file_id)),
      landed: await readFile(join(landing, key)),
      accepted: await unpacked(join(store, acceptedKey(dataset, dt, file_id)), scratch),
      counts: await unpacked(join(store, countsKey(dataset, dt, file_id)), scratch),
    });
  }
  return found;
}

/** The same with another id of the same length. */
function renamed(parquet: Buffer, from: string, to: string): Buffer {
  const text = parquet.toString('latin1');
  if (!text.includes(from)) throw new Error(`${from}: does not stand in its own Parquet; look at many-names.ts again`);
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

/** What a copy is known by, on a laptop and on S3. */
export interface ManyNames {
  /** Folder with what is to lie in landing, and in the store. */
  landing: string;
  store: string;
  files: AcceptedFile[];
}

/** Copies of the small files below `to`, so many of each; nothing is put in force yet. */
export async function copies(marketplace: TestMarketplace, prefix: string, given: { to: string; names: number }) {
  await mkdir(given.to, { recursive: true });
  const some = await originals(marketplace, prefix, given.to);
  const made: ManyNames = { landing: join(given.to, 'landing'), store: join(given.to, 'store'), files: [] };
  const write = async (root: string, key: string, body: Buffer | string) => {
    await mkdir(dirname(join(root, key)), { recursive: true });
    await writeFile(join(root, key), body);
  };
  await inTurns(
    Array.from({ length: given.names }, (_, n) => n),
    16,
    async (n) => {
      const { file, receipt, ...bodies } = some[n % some.length]!;
      const { dataset, dt } = file;
      const file_id = digest('sha256', `${file.file_id} ${n}`).slice(0, file.file_id.length);
      // Empty lines say nothing, and make other bytes of it.
      const landed = Buffer.concat([bodies.landed, Buffer.from('\n'.repeat(1 + Math.floor(n / some.length)))]);
      const key = `${dirname(file.key)}/hourly-${String(n).padStart(5, '0')}.jsonl`;
      const told: Receipt = {
        ...receipt,
        file_id,
        sha256: digest('sha256', landed),
        bytes: landed.length,
        accepted_key: acceptedKey(dataset, dt, file_id),
        counts_key: countsKey(dataset, dt, file_id),
      };
      await write(made.landing, key, landed);
      await write(made.store, told.accepted_key!, renamed(bodies.accepted, file.file_id, file_id));
      await write(made.store, told.counts_key, renamed(bodies.counts, file.file_id, file_id));
      await write(made.store, receiptKey(dataset, dt, file_id), toJson(told));
      const version = `${digest('md5', landed)}-${landed.length}`;
      made.files.push({ ...file, key, file_id, size: landed.length, version });
    },
  );
  return made;
}

/** Takes copies into a laptop's folders, and into what a run of it has read. */
export async function takeIn(marketplace: TestMarketplace, prefix: string, made: ManyNames): Promise<void> {
  const link = promisify(execFile);
  await link('cp', ['-al', `${made.landing}/.`, marketplace.landing]);
  await link('cp', ['-al', `${made.store}/.`, marketplace.store]);
  const versions = new Map((await new FolderStore(marketplace.landing).list('')).map(({ key, version }) => [key, version]));
  const files = made.files.map((file) => ({ ...file, version: versions.get(file.key)! }));
  await asRead(new FolderStore(marketplace.store), prefix, { ...made, files });
}

/** From now on the run has read these files too, and counted them. */
export async function asRead(store: ObjectStore, prefix: string, made: Pick<ManyNames, 'store' | 'files'>): Promise<void> {
  const inputs = (await readJson<Inputs>(store, inputsKey(prefix)))!;
  await store.write(inputsKey(prefix), toJson({ ...inputs, files: [...inputs.files, ...made.files] }));
  const manifest = await need<Manifest>(store, manifestKey(prefix));
  const counted = manifest.datasets.landed_counts!;
  // Beside the file that is there: the store never writes a key of a table twice.
  const key = `${dirname(counted.files[0]!)}/many.parquet`;
  const path = join(dirname(made.store), 'many.parquet');
  const counts = join(made.store, countsKey('*', '*', '*'));
  await ask(`COPY (FROM read_parquet('${counts}', hive_partitioning = false)) TO '${path}' (FORMAT parquet)`);
  await store.fromFile(path, key);
  manifest.datasets.landed_counts = { ...counted, files: [...counted.files, key] };
  await store.write(manifestKey(prefix), toJson(manifest));
}

export const forget = (made: ManyNames): Promise<void> => rm(dirname(made.landing), { recursive: true, force: true });
