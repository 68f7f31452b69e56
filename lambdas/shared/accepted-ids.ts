import type { AcceptedShardFiles } from '../../contracts/run/accept-shard.js';
import { acceptFolder, isDoneKey } from '../../contracts/run/keys.js';
import type { ObjectStore } from './object-store.js';
import { need } from './read-run-files.js';

/** What the shards of a run accepted: the id of a content by the key of its landed file. */
export async function acceptedIds(store: ObjectStore, prefix: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key } of await store.list(acceptFolder(prefix)))
    if (isDoneKey(key)) for (const file of await need<AcceptedShardFiles>(store, key)) ids.set(file.key, file.file_id);
  return ids;
}
