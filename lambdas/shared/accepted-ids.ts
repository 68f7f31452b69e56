import type { AcceptedShardFiles } from '../../contracts/run/accept-shard.js';
import { acceptFolder, isDoneKey } from '../../contracts/run/keys.js';
import { inTurns } from './in-turns.js';
import type { ObjectStore } from './object-store.js';
import { need } from './read-run-files.js';

/** why 16: each is a small object, and reading one after the other waits for each. */
const SHARDS_AT_ONCE = 16;

/** What the shards of a run accepted: the id of a content by the key of its landed file. */
export async function acceptedIds(store: ObjectStore, prefix: string): Promise<Map<string, string>> {
  const done = (await store.list(acceptFolder(prefix))).filter(({ key }) => isDoneKey(key));
  const shards = await inTurns(done, SHARDS_AT_ONCE, ({ key }) => need<AcceptedShardFiles>(store, key));
  return new Map(shards.flat().map(({ key, file_id }) => [key, file_id]));
}
