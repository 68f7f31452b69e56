import type { AcceptShard } from '../../contracts/run/accept-shard.js';
import { acceptFolder, doneKey, isDoneKey } from '../../contracts/run/keys.js';
import { inTurns } from '../shared/in-turns.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';

/** why 3: the largest file of all is most likely the one at which a function ended. */
const MOST_NAMED = 3;
/** why 16: each is a small object. */
const READ_AT_ONCE = 16;

/** Lines that name the largest landed files among those that nobody finished to accept; none when all were accepted. */
export async function unacceptedFiles(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys = (await store.list(acceptFolder(prefix))).map(({ key }) => key);
  const shards = keys.filter((key) => !isDoneKey(key));
  const open = shards.filter((key) => !keys.includes(doneKey(key)));
  // A record that cannot be read must not keep the operators from being told.
  const read = await inTurns(open, READ_AT_ONCE, (key) => readJson<AcceptShard>(store, key).catch(() => undefined));
  const files = read.flatMap((shard) => shard?.files ?? []).sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  if (files.length === 0) return [];
  return [
    `${open.length} of ${shards.length} shards of landed files were not accepted to their end; the largest of their ${files.length} files:`,
    ...files.slice(0, MOST_NAMED).map(({ key, size }) => `landing/${key}${size === undefined ? '' : ` (${inMegabytes(size)})`}`),
    'If one of them is too large for a function, land its rows in smaller files.',
  ];
}

const inMegabytes = (bytes: number): string => `${(bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
